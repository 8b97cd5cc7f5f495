import { eachToken, NUMBER } from './tokens.js';
/**
 * Puts new numbers in the place of old ones in the texts of a target, where that is certain:
 * - each old number becomes the same new one everywhere, and is in the target as often as in the source ("3" written as
 *   "tres" is not);
 * - the target may write it with other separators ("1,000" as "1.000"), if they say how to write the new one;
 * - the target language has one plural form for both: "2 pliki" but "5 plików".
 * @param texts the target's running texts.
 * @returns the texts changed, or undefined.
 */
export function replaceNumbers(texts, pairs, targetLanguage) {
    const changes = new Map();
    for (const { from, to } of pairs) {
        const known = changes.get(from);
        if (known !== undefined && known.to !== to)
            return undefined;
        changes.set(from, { to, count: (known?.count ?? 0) + 1 });
    }
    const changed = [...changes].filter(([from, { to }]) => from !== to);
    if (changed.some(([from, { to }]) => !samePlural(from, to, targetLanguage)))
        return undefined;
    const left = new Map(changed.map(([from, { count }]) => [from, count]));
    let certain = true;
    const result = texts.map((text) => {
        let written = '';
        let end = 0;
        eachToken(text, (kind, start, stop) => {
            const token = text.slice(start, stop);
            if (kind !== NUMBER)
                return;
            const change = changed.find(([from]) => from === token) ?? changed.find(([from]) => digits(from) === digits(token));
            if (change === undefined)
                return;
            const [from, { to }] = change;
            const number = inWritingOf(token, from, to);
            certain &&= number !== undefined;
            left.set(from, (left.get(from) ?? 0) - 1);
            written += text.slice(end, start) + (number ?? token);
            end = stop;
        });
        return written + text.slice(end);
    });
    return certain && [...left.values()].every((count) => count === 0) ? result : undefined;
}
/** The new number as the target would write it, seen from how it writes the old one. */
function inWritingOf(written, from, to) {
    const [own, old] = [separators(written), separators(from)];
    if (own.length !== old.length)
        return undefined;
    const writing = new Map();
    for (const [index, separator] of [...old].entries()) {
        const as = own[index] ?? '';
        if ((writing.get(separator) ?? as) !== as)
            return undefined;
        writing.set(separator, as);
    }
    if ([...separators(to)].some((separator) => !writing.has(separator)))
        return undefined;
    return to.replace(/[.,]/g, (separator) => writing.get(separator) ?? separator);
}
function samePlural(one, other, language) {
    const values = [one, other].map((number) => Number(number.replaceAll(',', '')));
    if (values.some(Number.isNaN))
        return false;
    const rules = new Intl.PluralRules(language);
    return new Set(values.map((value) => rules.select(value))).size === 1;
}
function digits(number) {
    return number.replace(/[.,]/g, '');
}
function separators(number) {
    return number.replace(/[^.,]/g, '');
}
