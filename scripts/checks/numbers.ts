import { runningText } from '../project/running-text.ts';
import type { Check } from './check.ts';

/** Digits carry facts. Grouping and decimal signs differ by language, so only the digits themselves are compared. */
export const numbers: Check = {
  name: 'numbers',
  description: 'the numbers of the source stand in the target',
  refuses: false,
  run({ sourceContent, targetContent }) {
    const target = digitGroups(runningText(targetContent).text);
    const missing = digitGroups(runningText(sourceContent).text).filter((number) => {
      const at = target.indexOf(number);
      if (at >= 0) target.splice(at, 1);
      return at < 0;
    });
    return missing.map((number) => ({ severity: 'warning', message: `the number ${number} is missing` }));
  },
};

/** `1,234.5` and `1.234,5` give `12345`. */
function digitGroups(text: string): string[] {
  return (text.match(/\d+(?:[.,\u00a0\u202f'’]\d+)*/g) ?? []).map((number) => number.replace(/\D/g, ''));
}
