import { codes, plainText } from './content.js';
/**
 * The anchors of each sentence of a text and of its translation: numbers, inline codes, given terms, names and other words
 * written alike, question and exclamation marks. Only those that occur equally often in both texts count: a number that
 * became a word in the translation says nothing.
 */
export function sentenceAnchors(source, target, terms) {
    const inSource = source.map((content) => signs(content, terms, 0));
    const inTarget = target.map((content) => signs(content, terms, 1));
    const left = totals(inSource);
    const right = totals(inTarget);
    const common = (anchors) => new Map([...anchors].filter(([sign]) => left.get(sign) === right.get(sign)));
    return { source: inSource.map(common), target: inTarget.map(common) };
}
/** The sum of several sentences' anchors. */
export function totals(list) {
    const sum = new Map();
    for (const anchors of list)
        for (const [sign, times] of anchors)
            sum.set(sign, (sum.get(sign) ?? 0) + times);
    return sum;
}
function signs(content, terms, side) {
    const found = new Map();
    const add = (sign) => void found.set(sign, (found.get(sign) ?? 0) + 1);
    for (const { signature } of codes(content))
        add(`code ${signature}`);
    const text = plainText(content).normalize('NFC');
    // Grouping and decimal marks differ between languages: only the digits count.
    for (const [number] of text.matchAll(/\p{Nd}+(?:[.,'’\u00a0\u202f]\p{Nd}+)*/gu))
        add(`number ${number.replace(/\P{Nd}/gu, '')}`);
    for (const [word] of text.matchAll(/[\p{L}\p{M}]{4,}|\p{Lu}{2,3}/gu))
        add(`word ${word}`);
    const end = /([?？؟;!！])[\p{P}\s]*$/u.exec(text)?.[1];
    if (end !== undefined)
        add(/[!！]/.test(end) ? 'exclamation' : 'question');
    const lower = text.toLowerCase();
    for (const [index, pair] of terms.entries())
        if (lower.includes(pair[side].toLowerCase()))
            add(`term ${index}`);
    return found;
}
