/** The project's word list: reading it, and what it does to a draft. */
import { expect, it, vi } from 'vitest';
import { apertium } from '../../scripts/engines/apertium.ts';
import { fillIn } from '../../scripts/engines/apertium/listed-words.ts';
import { readWords } from '../../scripts/terminology/words.ts';
import { answersTo, content, environment, shown } from '../engines/apertium-harness.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

vi.setConfig({ testTimeout: 60_000 });

it('reads words by language, and tells of rows that it cannot read', () => {
  const { words, errors } = readWords(
    '\uFEFFword,language,target\nHydrated,fr,hydratée\n\nhydrated,FR,again\n"a, b",pt-br,c\nx,no such tag,y\nx,fr,\n',
  );
  expect([...words].map(([language, list]) => [language, ...list])).toEqual([
    ['fr', ['hydrated', 'hydratée']],
    ['pt-BR', ['a, b', 'c']],
  ]);
  expect(errors.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
    '6 has no word, no target or no language.',
    '7 has no word, no target or no language.',
  ]);
  expect(readWords('concept,language,term\na,fr,b\n').errors[0]?.message).toBe(
    'has the columns concept,language,term.',
  );
  expect(readWords('').errors).toEqual([]);
});

it('fills in what no dictionary knew, whole words with their capitals, codes untouched', () => {
  const words = new Map([
    ['hype', 'battage'],
    ['c++', 'C plus'],
  ]);
  const { content: filled, unknown } = fillIn(
    content('Hype *hype* {hype} hyper c++.'),
    ['Hype', 'hype', 'c++', 'foo'],
    words,
  );
  expect(shown(filled)).toBe('Battage *battage* {hype} hyper C plus.');
  expect(unknown).toEqual(['foo']);
});

it('is asked by Apertium for the language of the batch', async () => {
  const session = await apertium.open(environment, {
    glossaries: [],
    concurrency: 2,
    words: (language) => new Map(language === 'fr' ? [['zxcvbn', 'bidule']] : []),
  });
  const [french] = await answersTo(session, 'en', 'fr', [content('The zxcvbn is old.')]);
  const [spanish] = await answersTo(session, 'en', 'es', [content('The zxcvbn is old.')]);
  await session.close();
  expect(french?.ok === true ? [shown(french.segments[0] ?? []), french.unknownWords] : french).toEqual([
    expect.stringContaining('bidule'),
    undefined,
  ]);
  expect(spanish).toMatchObject({ ok: true, unknownWords: ['zxcvbn'] });
});

it('stands beside the termbase in a project: used, counted by no check, its faults told with their line', async () => {
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['fr'], engine: 'apertium' }),
    'source/a.json': JSON.stringify({ key: 'The zxcvbn is old.' }),
    'glossary/words.csv': 'word,language,target\nzxcvbn,fr,bidule\nonly,two\n',
  });
  const { code, stdout, stderr } = await project.run('translate');
  expect(project.read('locales/fr/a.json')).toContain('bidule');
  expect(`${stdout}${stderr}`).toMatch(/glossary\/words\.csv:3/);
  expect(code).toBe(1);
});
