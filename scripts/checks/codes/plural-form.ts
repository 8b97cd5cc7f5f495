/** What a plural form stands for. */
import type { CheckInput } from '../check.ts';

const SUFFIX = /^.*?(_ordinal)?_(zero|one|two|few|many|other)$/s;
const LOOKED_AT = 200;
const known = new Map<string, boolean>();

/** Whether a unit is the form of a plural, whatever it stands for. */
export function isPluralForm({ key = '' }: Pick<CheckInput, 'key'>): boolean {
  return SUFFIX.test(key);
}

/** Whether a unit is a plural form of exactly one whole number in its language, by CLDR's rules as `Intl` has them. */
export function standsForOneNumber({ key = '', targetLanguage }: Pick<CheckInput, 'key' | 'targetLanguage'>): boolean {
  const [, ordinal, category] = SUFFIX.exec(key) ?? [];
  if (category === undefined) return false;
  // i18next asks for `_zero` at 0 in every language.
  if (category === 'zero') return true;
  const name = `${targetLanguage} ${ordinal ?? ''} ${category}`;
  let only = known.get(name);
  if (only === undefined) {
    const rules = new Intl.PluralRules(targetLanguage, { type: ordinal === undefined ? 'cardinal' : 'ordinal' });
    let count = 0;
    for (let number = 0; number < LOOKED_AT && count < 2; number += 1)
      if (rules.select(number) === category) count += 1;
    known.set(name, (only = count === 1));
  }
  return only;
}
