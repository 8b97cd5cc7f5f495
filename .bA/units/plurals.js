import { CATEGORIES, pluralCategories, representative, } from './plural-categories.js';
const SUFFIX = /^(.*)_(zero|one|two|few|many|other)$/s;
const ORDINAL = '_ordinal';
/** Reads a key's plural ending. The ending alone is no proof: `page_one` may be a page. */
export function pluralSuffix(key) {
    const [, stem, ending] = SUFFIX.exec(key) ?? [];
    const category = CATEGORIES.find((one) => one === ending);
    if (stem === undefined || category === undefined)
        return undefined;
    return stem.endsWith(ORDINAL)
        ? { base: stem.slice(0, -ORDINAL.length), type: 'ordinal', category }
        : { base: stem, type: 'cardinal', category };
}
/**
 * The units that a target language needs for a file. Plural keys get the categories of that language (CLDR's, and
 * `_zero` where the source has it, as i18next looks it up), each made from the source's form of the same category, else
 * from `_other`; all other units are expected as they are.
 * @returns in the order of the source; the forms of one key stand together, in CLDR's order, where its first form stood
 * @throws ConfigurationError where plural forms are needed for a language whose rules are not known
 */
export function expectedUnits(units, target) {
    const families = pluralFamilies(units);
    const expected = [];
    for (const unit of units) {
        const family = families.get(unit);
        if (family === undefined)
            expected.push({ key: unit.key, path: unit.path, source: unit });
        else if (!family.done) {
            family.done = true;
            expected.push(...formsOf(family, target));
        }
    }
    return expected;
}
/** The plural keys of a file: those with an `_other` form, and a sign that it is no context that is called "other". */
function pluralFamilies(units) {
    const families = new Map();
    for (const unit of units) {
        const last = unit.path.at(-1);
        const suffix = unit.kind === 'value' && typeof last === 'string' ? pluralSuffix(last) : undefined;
        if (suffix === undefined)
            continue;
        const parent = unit.path.slice(0, -1);
        const name = JSON.stringify([...parent, suffix.base, suffix.type]);
        const family = families.get(name) ?? {
            base: suffix.base,
            type: suffix.type,
            parent,
            forms: new Map(),
            done: false,
        };
        family.forms.set(suffix.category, unit);
        families.set(name, family);
    }
    const result = new Map();
    for (const family of families.values()) {
        if (isPlural(family))
            for (const unit of family.forms.values())
                result.set(unit, family);
    }
    return result;
}
function isPlural({ forms, type }) {
    const other = forms.get('other');
    if (other === undefined)
        return false;
    if (forms.size > 1 || /\{\{-?\s*count\b/.test(other.value) || type === 'ordinal')
        return true;
    return pluralCategories(other.language, type).length === 1;
}
function formsOf(family, target) {
    const { base, type, parent, forms } = family;
    const other = forms.get('other');
    if (other === undefined)
        return [];
    const wanted = new Set(pluralCategories(target, type));
    // i18next looks for `_zero` at a count of 0 whatever the language's rules are, but not for ordinals.
    const extraZero = type === 'cardinal' && forms.has('zero') && !wanted.has('zero');
    return CATEGORIES.filter((category) => wanted.has(category) || (category === 'zero' && extraZero)).map((category) => {
        const path = [...parent, formKey(base, type, category)];
        const count = category === 'zero' && extraZero ? 0 : representative(target, type, category);
        return {
            key: path.join('.'),
            path,
            source: forms.get(category) ?? other,
            ...(count === undefined ? {} : { count }),
        };
    });
}
/** The key of a plural form. */
export function formKey(base, type, category) {
    return `${base}${type === 'ordinal' ? ORDINAL : ''}_${category}`;
}
