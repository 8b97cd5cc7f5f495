import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE, onTexts, type TextFault } from '../on-texts.ts';
import { DIGIT } from '../traits.ts';
import { monthNames, type MonthNames } from './month-names.ts';

/** A date said in words keeps its month: by name in the target's language, or by number. */
export const dates: Check = {
  ...WARNS,
  name: 'dates',
  description: 'a date of the source has the same month in the target',
  say: (parameters) => `the month of "${textOf(parameters, 'date')}" is not there`,
  run(input) {
    if (((input.texts[0]?.sourceHas ?? 0) & DIGIT) === 0) return NONE;
    const source = monthNames(input.sourceLanguage);
    if (source === undefined || !source.any.test(input.sourceWords)) return NONE;
    const target = monthNames(input.targetLanguage);
    if (target === undefined) return NONE;
    return onTexts(input, DIGIT, (pair) => find(pair.source, pair.target, source, target));
  },
};

function find(sourceText: string, text: string, source: MonthNames, target: MonthNames): readonly TextFault[] {
  const faults: TextFault[] = [];
  const lower = text.toLowerCase();
  // Where the target names no month at all, it may say it in numbers, or leave it out: no month is wrong then.
  if (!target.any.test(lower)) return faults;
  for (const { 0: date, groups = {} } of sourceText.matchAll(source.dates)) {
    const name = (groups['before'] ?? groups['after'] ?? '').toLowerCase();
    const month = source.numbers.get(name);
    if (month === undefined || target.names[month]?.some((one) => lower.includes(one)) === true) continue;
    faults.push({ parameters: { date: date.trim() }, start: 0, end: text.length });
  }
  return faults;
}
