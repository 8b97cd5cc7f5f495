import { expect, test } from 'vitest';
import { messageOf, mayRetry, ruleNamed, RULES, said } from '../../scripts/checks/index.ts';
import { findingOf } from '../../scripts/checks/finding.ts';
import { deleted, fuzzyMatch, language } from '../../scripts/checks/pipeline-rules.ts';
import { terms } from '../../scripts/checks/terms/terms.ts';
import { wordsOf } from '../../scripts/checks/words/unknown-words.ts';
import { NO_RECORD, parseRecord, type RecordLine } from '../../scripts/locales/record.ts';
import { printRecord } from '../../scripts/locales/record-text.ts';

const LINE: RecordLine = { key: 'a', source: 's', state: 'translated', origin: 'pseudo', target: 't' };

/** A finding as it comes back out of a record. */
function stored(...findings: NonNullable<RecordLine['findings']>) {
  const text = printRecord({ from: 'en' }, [{ ...LINE, findings }], NO_RECORD, undefined);
  return parseRecord(text).lines[0]?.findings ?? [];
}

test('names are kebab-case words, each once, and every rule can speak of anything that a record may hold', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  for (const rule of RULES) {
    expect(rule.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(rule.description).toMatch(/^[a-z].*[^.]$/);
    for (const parameters of [{}, { words: 7, number: ['x'], approved: 'no tag!', count: null }])
      expect(typeof rule.say(parameters)).toBe('string');
  }
});

test('a finding is stored as data, and says the same when it comes back', () => {
  const findings = [
    findingOf(deleted, { file: 'locales/es/ui.json' }),
    { ...findingOf(fuzzyMatch, { score: 82, namespace: 'ui', key: 'b' }), span: [3, 9] as const },
    findingOf({ name: 'space2', severity: 'error' }, { found: '  ' }),
  ];
  const back = stored(...findings);
  expect(back).toEqual(findings);
  expect(back.map(messageOf)).toEqual(findings.map(messageOf));
  expect(back.map(messageOf)[1]).toBe('taken over from a similar text (82): ui b');
});

test('findings that were stored as words are still read, with name and severity', () => {
  const line = { ...LINE, findings: ['error terms: "a" must be "b"', 'warning space2: two: spaces', 'nonsense', 7] };
  const findings = parseRecord(`[${JSON.stringify(line)},\n\n{}]`).lines[0]?.findings ?? [];
  expect(findings.map(said)).toMatchObject([
    { rule: 'terms', severity: 'error', message: '"a" must be "b"', remedy: terms.remedy },
    { rule: 'space2', severity: 'warning', message: 'two: spaces' },
    { rule: 'record', severity: 'warning', message: 'nonsense' },
    { rule: 'record', severity: 'warning', message: '7' },
  ]);
  const unknown = { ...LINE, findings: ['warning unknown-words: the engine did not know: foo, bar'] };
  expect(wordsOf(parseRecord(`[${JSON.stringify(unknown)},\n\n{}]`).lines[0]?.findings ?? [])).toEqual(['foo', 'bar']);
});

test('policy is in the table: what is tried again, what is kept with the record', () => {
  expect(mayRetry(findingOf(terms))).toBe(true);
  expect(mayRetry(findingOf(terms, {}, 'warning'))).toBe(false);
  expect(mayRetry(findingOf(language))).toBe(false);
  expect(RULES.filter(({ offline }) => !offline).map(({ name }) => name)).toEqual([
    'unknown-words',
    'translation',
    'language',
    'structure',
    'suggestion',
    'fuzzy-match',
    'shared-match',
    'deleted',
    'edit-conflict',
  ]);
  expect(ruleNamed('of-tomorrow').offline).toBe(true);
});
