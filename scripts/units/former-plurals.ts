/** Plurals as i18next wrote them before its JSON v4: `file` and `file_plural`, in languages of other forms `file_0`, `file_1`, `file_2`. */
import { knowsPlurals, pluralCategories } from './plural-categories.ts';

const PLURAL = '_plural';

/** Two forms by CLDR, one by the table that i18next had. */
const ONE_FORM: ReadonlySet<string> = new Set(['fa', 'ka', 'ky', 'ug', 'wo']);

function isFormerPlural(key: string, keys: Pick<ReadonlySet<string>, 'has'>): boolean {
  return key.endsWith(PLURAL) && keys.has(key.slice(0, -PLURAL.length));
}

/**
 * Leaves out what no i18next would ask for in a language: its `_plural` where the language has other forms than two, and the
 * singular too where the forms by number are there.
 * @param has whether the bundle of the language has a key: what is there stays.
 */
export function withoutUnread<Expected extends { readonly key: string }>(
  expected: readonly Expected[],
  language: string,
  has: (key: string) => boolean,
): readonly Expected[] {
  if (!expected.some(({ key }) => key.endsWith(PLURAL)) || hasTwoForms(language)) return expected;
  const keys = new Set(expected.map(({ key }) => key));
  return expected.filter(({ key }) => {
    if (has(key)) return true;
    if (isFormerPlural(key, keys)) return false;
    return !keys.has(`${key}${PLURAL}`) || !has(`${key}_0`);
  });
}

function hasTwoForms(language: string): boolean {
  const [base = ''] = language.split('-');
  if (ONE_FORM.has(base) || !knowsPlurals(language)) return !ONE_FORM.has(base);
  const categories = pluralCategories(language, 'cardinal');
  return categories.includes('one') && !categories.some((one) => ['zero', 'two', 'few'].includes(one));
}
