import { ConfigurationError } from '../project/errors.js';
/** CLDR's plural categories, in CLDR's order. */
export const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** True where the plural rules of a language are known here; Intl would silently take those of another one. */
export function knowsPlurals(language) {
    try {
        return Intl.PluralRules.supportedLocalesOf([language]).length > 0;
    }
    catch {
        return false;
    }
}
const known = new Map();
/** The rules of a language, the same that i18next asks. @throws ConfigurationError for a language without known rules */
function rulesOf(language, type) {
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
        const found = new Set(own.resolvedOptions().pluralCategories);
        const representatives = new Map();
        for (const number of CANDIDATES) {
            const category = own.select(number);
            if (!representatives.has(category))
                representatives.set(category, number);
        }
        rules = { categories: CATEGORIES.filter((category) => found.has(category)), representatives };
        known.set(name, rules);
    }
    return rules;
}
/** The categories that a language has, in CLDR's order. @throws ConfigurationError for a language without known rules */
export function pluralCategories(language, type) {
    return rulesOf(language, type).categories;
}
/** Small whole numbers first; 0 late, because "0 items" reads unlike its category in many languages; decimals last. */
const CANDIDATES = [
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
export function representative(language, type, category) {
    return rulesOf(language, type).representatives.get(category);
}
