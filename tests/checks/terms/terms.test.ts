import { expect, test } from 'vitest';
import type { RequiredTerm } from '../../../scripts/checks/check.ts';
import { terms } from '../../../scripts/checks/terms/terms.ts';
import { shownWords } from '../../../scripts/project/text/running-text.ts';
import type { Inline } from '../../../scripts/units/unit.ts';
import { found, judged } from '../judged.ts';

function required(count: number, accepted: readonly string[], more: Partial<RequiredTerm> = {}): RequiredTerm {
  return { concept: 'c', source: 'exosome', count, accepted, deprecated: [], caseSensitive: false, ...more };
}

function run(target: string | readonly Inline[], needed: readonly RequiredTerm[], person = false) {
  const targetContent: readonly Inline[] = typeof target === 'string' ? [{ type: 'text', text: target }] : target;
  const unit = { ...judged('', ''), targetContent, targetWords: shownWords(targetContent), terms: needed, person };
  return found(terms, unit).map(({ severity, message }) => ({ severity, message }));
}

const FORMS = ['esosoma', 'esosomi'];

test.each([
  ['L’esosoma e dell’esosoma', 2],
  ["d'ESOSOMI, l'esosoma-base", 2],
  ['«Esosomi»: gli esosomi', 2],
  ['esosomiale, unesosoma', 0],
  ['èsosoma', 0],
])('%s holds the term %i times', (target, count) => {
  expect(run(target, [required(count, FORMS)])).toEqual([]);
  expect(run(target, [required(count + 1, FORMS)])).toHaveLength(1);
});

test('a miss is an error in machine text, a warning in a person’s, and says how often it is needed', () => {
  const [finding] = run('L’esosoma', [required(3, FORMS)]);
  expect(finding).toEqual({
    severity: 'error',
    message: '"exosome" must be "esosoma" or "esosomi", 3 times; it is there 1 times.',
  });
  expect(run('niente', [required(1, FORMS)], true).map((one) => one.severity)).toEqual(['warning']);
});

test('the longest form counts, and a place serves one concept only', () => {
  const cell = required(1, ['célula'], { source: 'cell' });
  const stem = required(1, ['célula madre'], { source: 'stem cell' });
  expect(run('la célula madre', [cell, stem]).map((one) => one.message)).toEqual([
    expect.stringContaining('"cell" must be "célula"'),
  ]);
  expect(run('la célula de la célula madre', [cell, stem])).toEqual([]);
  const serum = required(1, ['suero', 'sérum'], { source: 'serum' });
  const saline = required(1, ['suero'], { source: 'saline' });
  expect(run('suero', [serum, saline])).toHaveLength(1);
  expect(run('suero con sérum', [serum, saline])).toEqual([]);
  expect(run('suero con suero', [serum, saline])).toEqual([]);
});

test('do-not-translate names are identical', () => {
  const name = required(1, ['PubMed Central'], { caseSensitive: true });
  expect(run('su PubMed Central', [name])).toEqual([]);
  expect(run('su Pubmed Central', [name])).toHaveLength(1);
  expect(run('su PubMed Centrale', [name])).toHaveLength(1);
});

test('forms count in bold, across its edge and in alt text; not in code; none is required where there is none', () => {
  const bold: Inline = {
    type: 'pair',
    id: 1,
    kind: 'strong',
    open: ['**'],
    close: ['**'],
    children: [{ type: 'text', text: 'madre' }],
    signature: 'strong',
  };
  const alt: Inline = {
    type: 'code',
    id: 2,
    kind: 'image',
    markup: ['![', { text: 'esosomi', role: 'alt' }, '](a)'],
    signature: 'image:a',
  };
  const code: Inline = { type: 'code', id: 3, kind: 'code', markup: ['`esosoma`'], signature: 'code:esosoma' };
  const stem = required(1, ['célula madre']);
  expect(run([{ type: 'text', text: 'célula ' }, bold, alt, code], [stem, required(1, FORMS)])).toEqual([]);
  expect(run([code], [required(1, FORMS)])).toHaveLength(1);
  expect(run('niente', [required(1, [])])).toEqual([]);
});
