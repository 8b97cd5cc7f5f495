import { expect, test } from 'vitest';
import type { CheckInput } from '../../scripts/checks/check.ts';
import { numbers } from '../../scripts/checks/numbers.ts';

function run(source: string, target: string) {
  const input: CheckInput = {
    kind: 'p',
    syntax: 'plain',
    sourceLanguage: 'en',
    targetLanguage: 'it',
    source,
    target,
    sourceContent: [{ type: 'text', text: source }],
    targetContent: [{ type: 'text', text: target }],
    sourceWords: source,
    targetWords: target,
    codes: { missing: [], extra: [] },
    terms: [],
    person: false,
    unknownWords: [],
  };
  return numbers.run(input).map(({ message }) => message);
}

test.each([
  ['3 of 1,234.5', 'di 1.234,5 sono 3', []],
  ['2 and 2', '2 e due', ['the number 2 is missing']],
  ['7, 2, 7', '2', ['the number 7 is missing', 'the number 7 is missing']],
  ['none', '5', []],
])('%s -> %s', (source, target, missing) => {
  expect(run(source, target)).toEqual(missing);
});

test('a table of half a million numbers is compared in one go', () => {
  const many = Array.from({ length: 500_000 }, (_, index) => index).join(' ');
  expect(run(`${many} 1`, many)).toEqual(['the number 1 is missing']);
}, 30_000);
