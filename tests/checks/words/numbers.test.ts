import { expect, test } from 'vitest';
import { numbers } from '../../../scripts/checks/words/numbers.ts';
import { messages } from '../judged.ts';

test.each([
  ['3 of 1,234.5', 'di 1.234,5 sono 3', []],
  ['2 and 2', '2 e due', []],
  ['22 and 22', '22 e ventidue', ['the number 22 is missing']],
  ['7, 2, 7', '2', ['the number 7 is missing', 'the number 7 is missing']],
  ['none', '5', []],
])('%s -> %s', (source, target, missing) => {
  expect(messages(numbers, source, target)).toEqual(missing);
});

test('a table of half a million numbers is compared in one go', () => {
  const many = Array.from({ length: 500_000 }, (_, index) => index).join(' ');
  expect(messages(numbers, `${many} 1`, many)).toEqual(['the number 1 is missing']);
}, 30_000);
