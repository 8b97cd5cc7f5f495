/** Keys of one group of a bundle. */
const GROUP = 50;
/**
 * A bundle of exactly `keys` values, about a tenth of them exact copies of earlier ones.
 * @param earlier values of all bundles so far; this one's are added.
 */
export function generateStrings(prose, keys, earlier) {
    const bundle = {};
    let left = keys;
    for (let number = 0; left > 0; number++) {
        const group = {};
        let room = Math.min(GROUP, left);
        left -= room;
        for (let index = 0; room > 0; index++)
            room -= add(group, `${prose.noun()}${index}`, room, prose, earlier);
        bundle[`${prose.noun()}${number}`] = group;
    }
    return `${JSON.stringify(bundle, null, 2)}\n`;
}
/** @returns how many keys were added. */
function add(group, key, room, prose, earlier) {
    const kind = prose.below(100);
    if (kind < 8 && room > 1) {
        group[`${key}_one`] = `{{count}} ${prose.thing()}`;
        group[`${key}_other`] = `{{count}} ${prose.thing()} entries`;
        return 2;
    }
    const isCopy = kind >= 90 && earlier.length > 0;
    const value = isCopy ? prose.pick(earlier) : newValue(prose, kind);
    if (!isCopy)
        earlier.push(value);
    group[key] = value;
    return 1;
}
function newValue(prose, kind) {
    if (kind < 14)
        return `Hello {{name}}, your ${prose.thing()} is ready`;
    if (kind < 18)
        return `${prose.label()}: {{amount, number}} of {{total, number}}`;
    if (kind < 22)
        return `Read the <1>${prose.thing()}</1> before the ${prose.noun()}.`;
    if (kind < 25)
        return `$t(common.${prose.noun()}) for the ${prose.thing()}`;
    if (kind < 28)
        return `{{- html}} ${prose.thing()} by {{user.name}}`;
    if (kind < 60)
        return prose.label();
    return prose.sentence();
}
