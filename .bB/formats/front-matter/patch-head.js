import { isProse } from './field-patterns.js';
/**
 * Writes values over strings and reads the result again, where it is not sure without that. A value that does not come back is written in the safe style,
 * then refused.
 */
export function patchHead(head, places, changed, read) {
    if (isSure(places, changed))
        return { text: patch(places, changed, new Set()), refused: [] };
    const safe = new Set();
    const refused = new Set();
    for (;;) {
        const kept = new Map([...changed].filter(([unit]) => !refused.has(unit)));
        const text = kept.size === 0 ? places.text : patch(places, kept, safe);
        const guilty = kept.size === 0 ? [] : findGuilty(head, text, kept, read);
        if (guilty.length === 0)
            return { text, refused: [...refused].map((unit) => ({ unit, reason: REASON })) };
        for (const unit of guilty)
            (safe.has(unit) ? refused : safe).add(unit);
    }
}
/** Whether each value surely comes back, and stands in one place only. */
function isSure({ strings, units }, changed) {
    const places = new Set([...changed.keys()].map((unit) => units[unit] ?? -1));
    if (strings.some(({ aliasOf = -1 }) => places.has(aliasOf)))
        return false;
    return [...changed].every(([unit, value]) => {
        const string = strings[units[unit] ?? -1];
        return string?.paths.length === 1 && isProse(value) && string.holds?.(value) === true;
    });
}
const REASON = 'the front matter would not be read back as it is meant';
function findGuilty(head, text, kept, read) {
    try {
        const result = read(text);
        const found = new Map(result.units.map(({ path, value }) => [JSON.stringify(path), value]));
        const wrong = [...kept].filter(([unit, value]) => found.get(JSON.stringify(head.units[unit]?.path)) !== value);
        if (wrong.length > 0)
            return wrong.map(([unit]) => unit);
        if (result.bodyOffset === text.length && result.outline() === head.outline())
            return [];
    }
    catch {
        // Not readable any more: every value is under suspicion.
    }
    return [...kept.keys()];
}
/** The head with values in their places, and with copies where an alias would carry a value into other data. */
function patch(places, kept, safe) {
    const { strings, fields } = places;
    const edits = [];
    const changed = new Set();
    for (const [unit, value] of kept) {
        const index = places.units[unit] ?? -1;
        const string = strings[index];
        if (string === undefined)
            continue;
        changed.add(index);
        edits.push({ start: string.start, end: string.end, text: string.write(value, safe.has(unit)) });
    }
    for (const [index, { aliasOf, start, end, value, write }] of strings.entries()) {
        if (aliasOf === undefined || !changed.has(aliasOf) || fields.has(index))
            continue;
        edits.push({ start, end, text: write(value, true) });
    }
    let result = '';
    let at = 0;
    for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
        result += places.text.slice(at, places.start + start) + text;
        at = places.start + end;
    }
    return result + places.text.slice(at);
}
