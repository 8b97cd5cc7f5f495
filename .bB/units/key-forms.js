/** Plural and context forms by their keys: which key of the source one belongs to, also where only a target has it. */
import { formKey, pluralSuffix } from './plurals.js';
/**
 * What a key is a form of: of the plural whose category it adds (`item_two` of `item_other`), else of the key whose
 * context it adds (`friend_male`, `friend_male_one` of `friend`, `friend_other`), the longest name first.
 * @param key with its path, as in `Unit.key`
 * @param keys of the source
 */
export function formOf(key, keys) {
    const suffix = pluralSuffix(key);
    const { base, type } = suffix ?? { base: key, type: 'cardinal' };
    const of = (stem) => {
        const ending = key.slice(stem.length);
        const other = formKey(stem, type, 'other');
        if (other !== key && keys.has(other))
            return { of: other, ending, plural: type };
        return keys.has(stem) ? { of: stem, ending, plural: undefined } : undefined;
    };
    const own = suffix === undefined ? undefined : of(base);
    if (own !== undefined)
        return own;
    for (let at = base.lastIndexOf('_'); at > base.lastIndexOf('.') + 1; at = base.lastIndexOf('_', at - 1)) {
        const found = of(base.slice(0, at));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/**
 * The same form of another key.
 * @param key a whole key, or the last part of its path
 * @returns undefined where that key can have no such form: an ordinal's of a cardinal
 */
export function sameForm({ ending, plural }, key) {
    if (plural === undefined)
        return `${key}${ending}`;
    const suffix = pluralSuffix(key);
    return suffix?.type === plural ? `${suffix.base}${ending}` : undefined;
}
/** Where the same form of another unit stands in a bundle; undefined where that can have none. */
export function formPath(form, { path }) {
    const last = path.at(-1);
    const name = typeof last === 'string' ? sameForm(form, last) : undefined;
    return name === undefined ? undefined : [...path.slice(0, -1), name];
}
/** The key whose text a target is made from: its own, or the one that it is a form of. */
export function madeFrom(key, keys) {
    return keys.has(key) ? key : formOf(key, keys)?.of;
}
/**
 * The keys that targets had before some keys of the source were renamed: the forms that only a language has went along.
 * @param made each target's key, and the key of the source that it is made from
 * @param renamed new key -> the one before, of the source
 * @returns the key before; undefined where what stood under a target's key has moved away, and it is a new one
 */
export function formerKeys(made, renamed) {
    const former = new Map(renamed);
    for (const { key, source } of renamed.size === 0 ? [] : made) {
        const before = renamed.get(source.key);
        const form = before === undefined || key === source.key ? undefined : formOf(key, new Set([source.key]));
        const own = form === undefined || before === undefined ? undefined : sameForm(form, before);
        if (own !== undefined)
            former.set(key, own);
    }
    const away = new Set(former.values());
    return (key) => former.get(key) ?? (away.has(key) ? undefined : key);
}
