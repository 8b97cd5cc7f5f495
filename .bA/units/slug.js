const LONGEST = 40;
/**
 * A section's name in keys, made of its heading once and kept for ever: lower-case NFC letters and digits of any script,
 * joined by `-`, at most 40 UTF-16 units (cut at a word boundary where there is one), never starting with a digit.
 * Marks stay where they belong to a letter (Indic vowel signs, Thai tone marks); apostrophes inside a word vanish.
 * @param text the heading, plain or in its inline syntax
 * @returns never empty, and never with `.`, `:` or `_`: i18next gives those a meaning in keys
 */
export function slug(text) {
    const folded = text.normalize('NFC').toLowerCase().normalize('NFC');
    // ZWJ and ZWNJ join letters in some scripts but are invisible: as part of an address they would only confuse.
    const joined = folded.replace(/(?<=[\p{L}\p{M}])['’\u200c\u200d](?=[\p{L}\p{M}])/gu, '');
    const words = joined.match(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu) ?? [];
    const first = words[0];
    if (first === undefined)
        return 'section';
    if (/^\p{Nd}/u.test(first))
        words.unshift('s');
    return shorten(words);
}
function shorten(words) {
    let result = '';
    for (const word of words) {
        const next = result === '' ? word : `${result}-${word}`;
        // A lone `s` is only the guard before a digit, so the word after it is cut rather than dropped.
        if (next.length > LONGEST)
            return result === '' || result === 's' ? cut(next) : result;
        result = next;
    }
    return result;
}
/** One long word (or a script without spaces): whole characters with their marks, as many as fit. */
function cut(word) {
    let result = '';
    for (const [letter] of word.matchAll(/\P{M}\p{M}*/gu)) {
        if (result.length + letter.length > LONGEST)
            break;
        result += letter;
    }
    return result === '' ? 'section' : result;
}
