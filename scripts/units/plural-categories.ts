import { ConfigurationError } from '../project/errors.ts';

/** CLDR's plural categories, in CLDR's order. */
export const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

export type PluralCategory = (typeof CATEGORIES)[number];

export type PluralType = 'cardinal' | 'ordinal';

/** True where the plural rules of a language are known here; Intl would silently take those of another one. */
export function knowsPlurals(language: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}

/** What is asked of a language's rules for each plural key. */
interface Rules {
  readonly categories: readonly PluralCategory[];
  readonly representatives: ReadonlyMap<PluralCategory, number>;
}

const known = new Map<string, Rules>();

/** The rules of a language, the same that i18next asks. @throws ConfigurationError for a language without known rules */
function rulesOf(language: string, type: PluralType): Rules {
  const name = `${type} ${language}`;
  let rules = known.get(name);
  if (rules === undefined) {
    if (!knowsPlurals(language)) {
      throw new ConfigurationError(`The plural forms of the language ${language} are not known.`, {
        place: { language },
        remedy: 'Use a tag that CLDR and this Node know, or take the plural keys out of the source.',
      });
    }
    const own = new Intl.PluralRules(language, { type });
    const found = new Set<string>(own.resolvedOptions().pluralCategories);
    const representatives = new Map<PluralCategory, number>();
    for (const number of CANDIDATES) {
      const category = own.select(number);
      if (!representatives.has(category)) representatives.set(category, number);
    }
    rules = { categories: CATEGORIES.filter((category) => found.has(category)), representatives };
    known.set(name, rules);
  }
  return rules;
}

/** The categories that a language has, in CLDR's order. @throws ConfigurationError for a language without known rules */
export function pluralCategories(language: string, type: PluralType): readonly PluralCategory[] {
  return rulesOf(language, type).categories;
}

/** Small whole numbers first; 0 late, because "0 items" reads unlike its category in many languages; decimals last. */
const CANDIDATES: readonly number[] = [
  ...Array.from({ length: 199 }, (_, index) => index + 1),
  0,
  200,
  1_000,
  1_000_000,
  10_000_000,
  1.5,
  0.5,
  2.5,
  0.1,
  1.1,
  10.1,
];

/**
 * A number that stands for a category where a text is translated: 1 for `one`, 1,000,000 for the `many` of Spanish.
 * @returns undefined where no plain number has this category in the language
 */
export function representative(language: string, type: PluralType, category: PluralCategory): number | undefined {
  return rulesOf(language, type).representatives.get(category);
}
