import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormIndex } from '../../scripts/project/text/form-index.ts';
import { foldCase, tokenize } from '../../scripts/project/text/words.ts';

function search(text: string, ...forms: readonly string[]): string[] {
  const index = new FormIndex<string>();
  for (const form of forms) index.add(form, false, form);
  return index.find(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['l’exosoma, dell’exosoma', 'exosoma', 2],
  ['cèl·lula, cèl', 'cèl', 1],
  ['C++ and C', 'c++', 1],
  ["crow’s feet, crow's feet, crows feet", "crow's feet", 2],
  ['stem-cell, stem‑cell, stem  cell, stem--cell, stemcell, stem -cell', 'stem cell', 3],
  ['X-ray, X ray, x‐ray', 'X-ray', 3],
  ['Straße, STRASSE, strasse', 'Straße', 3],
  ['ΟΔΟΣ, οδος, οδοσ', 'οδός'.normalize('NFD').replace('\u0301', ''), 3],
  ['exosome\u0301, exosomé', 'exosomé', 2],
  ['干细胞和细胞', '细胞', 2],
  ['줄기세포는', '줄기세포', 1],
  ['__proto__ constructor', 'constructor', 1],
  ['', 'x', 0],
])('%s holds %s %i times', (text, form, count) => {
  expect(search(text, form)).toHaveLength(count);
});

test('the longest form wins, and the search goes on behind it', () => {
  expect(search('stem cell cell stem', 'stem', 'stem cell', 'cell', 'cell cell')).toEqual([
    'stem cell',
    'cell',
    'stem',
  ]);
  expect(search('a b c a b d', 'a b c', 'a b', 'd')).toEqual(['a b c', 'a b', 'd']);
});

test('case-sensitive forms are found in their own spelling only, whatever the white space', () => {
  const index = new FormIndex<string>();
  index.add('PubMed Central', true, 'name');
  index.add('central', false, 'word');
  const found = index.find('PubMed\nCentral, Pubmed Central, PUBMED CENTRAL').map(({ values }) => values);
  expect(found).toEqual([['name'], ['word'], ['word']]);
});

test('a chooser may take a shorter form or none', () => {
  const index = new FormIndex<number>();
  index.add('a b', false, 2);
  index.add('a', false, 1);
  index.add('b', false, 3);
  const shortest = index.find('a b', (found) => found.at(-1)).map(({ values }) => values[0]);
  expect(shortest).toEqual([1, 3]);
  expect(index.find('a b', (found) => found.find(({ values }) => values[0] === 3)).map(({ start }) => start)).toEqual([
    2,
  ]);
});

test('finds what comparing every place with every form finds', () => {
  const word = fc.constantFrom('a', 'b', 'Ab', 'é', 'ß');
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const glue = fc.constantFrom(' ', '-', ', ', '  ', "'", '--', '');
  const running = fc.array(fc.tuple(word, glue), { maxLength: 12 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(fc.uniqueArray(phrase, { maxLength: 5 }), running, (forms, text) => {
      expect(search(text, ...forms)).toEqual(slowSearch(text, forms));
    }),
    { numRuns: 300 },
  );
});

/** The same rule, written as a comparison of token lists. */
function slowSearch(text: string, forms: readonly string[]): string[] {
  const tokens = tokenize(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const lengths = forms.map((form) => matchLength(text, tokens, at, form.split(' ').map(foldCase)));
    const longest = Math.max(0, ...lengths);
    const [first, last] = [tokens[at], tokens[at + longest - 1]];
    if (longest > 0 && first !== undefined && last !== undefined) found.push(text.slice(first.start, last.end));
    at += Math.max(1, longest);
  }
  return found;
}

function matchLength(text: string, tokens: ReturnType<typeof tokenize>, at: number, words: readonly string[]): number {
  let next = at;
  for (const [index, word] of words.entries()) {
    const token = tokens[next];
    if (index > 0) {
      const [before, hyphen] = [tokens[next - 1], tokens[next]];
      const isHyphen = hyphen !== undefined && text.slice(hyphen.start, hyphen.end) === '-';
      const after = tokens[next + 1];
      const touches =
        isHyphen && before?.end === hyphen.start && after?.start === hyphen.end && before.word && after.word;
      if (touches) next += 1;
      else if (token === undefined || before === undefined || token.start === before.end) return 0;
    }
    const found = tokens[next];
    if (found === undefined || foldCase(text.slice(found.start, found.end)) !== word) return 0;
    next += 1;
  }
  return next - at;
}
