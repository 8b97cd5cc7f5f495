import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../scripts/memory/edit-distance.ts';
import { similarity } from '../../scripts/memory/score.ts';
import { CODE, eachToken, MARK, NUMBER, WORD } from '../../scripts/memory/tokens.ts';

function tokens(text: string): string[] {
  const names = new Map([
    [WORD, 'w'],
    [NUMBER, 'n'],
    [MARK, 'm'],
    [CODE, 'c'],
  ]);
  const found: string[] = [];
  eachToken(text, (kind, start, end) => found.push(`${names.get(kind)}:${text.slice(start, end)}`));
  return found;
}

describe('tokens', () => {
  test.each([
    ["Don't stop.", ["w:Don't", 'w:stop', 'm:.']],
    ["the 'quoted' word", ['w:the', "m:'", 'w:quoted', "m:'", 'w:word']],
    ['well-known', ['w:well', 'm:-', 'w:known']],
    ['1,000.50 of 3, or 4.', ['n:1,000.50', 'w:of', 'n:3', 'm:,', 'w:or', 'n:4', 'm:.']],
    ['the 5th B12 1.5kg', ['w:the', 'w:5th', 'w:B12', 'n:1.5', 'w:kg']],
    ['naïve café', ['w:naïve', 'w:café']],
    ['皮膚の', ['w:皮', 'w:膚', 'w:の']],
    ['ok 😀!', ['w:ok', 'm:😀', 'm:!']],
    ['𠀋', ['w:𠀋']],
    [
      '\u0001strong\u0003two words\u0004\u0002 and \u0001{{n}}\u0002.',
      ['c:\u0001strong', 'w:two', 'w:words', 'c:\u0004', 'w:and', 'c:\u0001{{n}}', 'm:.'],
    ],
    ['', []],
    [' \t\u00a0', []],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  test('cover every character but white space exactly once', () => {
    const between = (text: string) => text.replaceAll('\u0002', '').replaceAll('\u0003', '').trim();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0;
        let left = '';
        eachToken(text, (_, start, end) => {
          if (end <= start) throw new Error('an empty token');
          left += text.slice(at, start);
          at = end;
        });
        expect(between(left + text.slice(at))).toBe('');
      }),
    );
  });
});

/** The textbook: a whole matrix, nothing left out. */
export function slowDistance(a: readonly unknown[], b: readonly unknown[]): number {
  const matrix = [b.map((_, column) => column)];
  matrix[0]?.push(b.length);
  for (const [line, token] of a.entries()) {
    const above = matrix[line] ?? [];
    const row = [line + 1];
    for (const [column, other] of b.entries()) {
      const change = (above[column] ?? 0) + (token === other ? 0 : 1);
      row.push(Math.min(change, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    }
    matrix.push(row);
  }
  return matrix.at(-1)?.at(-1) ?? 0;
}

test('the edit distance is the textbook one up to its limit, and one more beyond', () => {
  const run = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 14 });
  fc.assert(
    fc.property(run, run, fc.integer({ min: 0, max: 14 }), (a, b, limit) => {
      const numbers = Int32Array.from([9, ...a, 9]);
      const distance = editDistance(numbers, 1, a.length, Int32Array.from(b), 0, b.length, limit);
      expect(distance).toBe(Math.min(slowDistance(a, b), limit + 1));
    }),
    { numRuns: 2000 },
  );
});

describe('similarity', () => {
  test.each([
    ['the same text', 'Exosomes are small.', 'Exosomes are small.', 100],
    ['one of four words', 'one two three four', 'one two three five', 75],
    ['case counts among all tokens only', 'Save the File now', 'save the file now', 50],
    ['a full stop: 3 of 4 tokens', 'Save the file', 'Save the file.', 75],
    ['the words decide where marks would cover up', 'Save ( ) . ,', 'Open ( ) . ,', 0],
    ['no words at all', '100 %', '200 %', 50],
    ['empty', '', '', 100],
    ['nothing in common', 'a', '', 0],
    ['codes are tokens', 'a b \u0001x\u0002 c', 'a b c \u0001y\u0002', 50],
  ])('%s', (_, one, other, expected) => {
    expect(similarity(one, other)).toBe(expected);
    expect(similarity(other, one)).toBe(expected);
  });
});
