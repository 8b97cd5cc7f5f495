import { align } from './align.js';
import { placesBy } from './matching.js';
/**
 * Finds which old unit each unit with a fixed address continues: in lists by text and place, as blocks of an article are;
 * elsewhere the one with its key; then, among keys that are gone and keys that are new, one with the same text, the more
 * alike in name the better.
 * @returns by the units' index
 */
export function continuedFields(units, known) {
    const continued = new Map();
    const left = new Map(known.map((unit) => [unit.key, unit]));
    const join = (unit, old) => {
        if (old === undefined || continued.has(unit.index) || !left.delete(old.key))
            return;
        continued.set(unit.index, old);
    };
    followLists(units, known, join);
    for (const unit of units)
        join(unit, left.get(unit.path.join('.')));
    for (const likeness of LIKENESSES)
        followTexts(units.filter(({ index }) => !continued.has(index)), left, likeness, join);
    return continued;
}
/** An item put in front of a list moves all others to the next number: they are matched like blocks. */
function followLists(units, known, join) {
    const items = units.filter(({ path }) => path.some((part) => typeof part === 'number'));
    if (items.length === 0)
        return;
    const pattern = (path) => path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
    const oldPlaces = placesBy(known, ({ key }) => key.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*'));
    for (const [list, places] of placesBy(items, ({ path }) => pattern(path))) {
        const olds = (oldPlaces.get(list) ?? []).flatMap((place) => known[place] ?? []);
        const news = places.flatMap((place) => items[place] ?? []);
        const matches = align(olds.map(({ value }) => ({ value, kind: 'value' })), news.map(({ value }) => ({ value, kind: 'value' })));
        for (const [place, unit] of news.entries())
            join(unit, olds[matches[place] ?? -1]);
    }
}
/** What a renamed key has in common with its old name, the surest first. */
const LIKENESSES = [
    (key) => `leaf ${key.slice(key.lastIndexOf('.') + 1)}`,
    (key) => `parent ${key.slice(0, key.lastIndexOf('.') + 1)} ${suffix(key)}`,
    (key) => `suffix ${suffix(key)}`,
    () => '',
];
/** i18next's plural and context suffixes stand after an underscore. */
function suffix(key) {
    return /_[^_.]*$/.exec(key)?.[0] ?? '';
}
function followTexts(units, left, likeness, join) {
    if (units.length === 0 || left.size === 0)
        return;
    const waiting = new Map();
    for (const old of left.values()) {
        const name = `${likeness(old.key)}\n${old.value}`;
        const list = waiting.get(name);
        if (list === undefined)
            waiting.set(name, [old]);
        else
            list.push(old);
    }
    for (const list of waiting.values())
        list.reverse();
    for (const unit of units) {
        if (unit.value.trim() === '')
            continue;
        join(unit, waiting.get(`${likeness(unit.path.join('.'))}\n${unit.value}`)?.pop());
    }
}
