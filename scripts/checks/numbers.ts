import type { Check } from './check.ts';
import { textOf } from './finding.ts';

/** Digits carry facts. Grouping and decimal signs differ by language, so only the digits themselves are compared. */
export const numbers: Check = {
  name: 'numbers',
  description: 'the numbers of the source stand in the target',
  severity: 'warning',
  refuses: false,
  retries: false,
  offline: true,
  remedy: 'Correct the text there.',
  say: (parameters) => `the number ${textOf(parameters, 'number')} is missing`,
  run({ sourceWords, targetWords }) {
    const wanted = digitGroups(sourceWords);
    if (wanted.length === 0) return [];
    const there = new Map<string, number>();
    for (const number of digitGroups(targetWords)) there.set(number, (there.get(number) ?? 0) + 1);
    const missing = wanted.filter((number) => {
      const left = there.get(number) ?? 0;
      if (left > 0) there.set(number, left - 1);
      return left === 0;
    });
    return missing.map((number) => ({ parameters: { number } }));
  },
};

/** `1,234.5` and `1.234,5` give `12345`. */
function digitGroups(text: string): string[] {
  return (text.match(/\d+(?:[.,\u00a0\u202f'’]\d+)*/g) ?? []).map((number) => number.replace(/\D/g, ''));
}
