import { codes, tidy } from './content.js';
/** `{{count}}`, `{{- count}}`, `{{count, number}}`. */
const COUNT = /^\{\{-?\s*count\s*(?:,|\}\})/;
/**
 * Puts a number in the place of `{{count}}`, so that an engine can choose the right form of the words around it.
 * @returns undefined where there is not exactly one placeholder, or the text already holds this number: then the
 *   placeholder is masked like any other
 */
export function withNumber(content, number) {
    const found = codes(content).filter((code) => code.type === 'code' && COUNT.test(code.signature));
    const [placeholder] = found;
    if (placeholder?.type !== 'code' || found.length !== 1 || places(content, number) !== 0)
        return undefined;
    const replace = (items) => items.map((item) => {
        if (item === placeholder)
            return { type: 'text', text: String(number) };
        return item.type === 'pair' ? { ...item, children: replace(item.children) } : item;
    });
    return { content: tidy(replace(content)), number, placeholder };
}
/**
 * Puts the placeholder back where the number stands in a translation.
 * @param content the translation of the content that `withNumber` gave
 * @returns undefined where the number did not come back exactly once ("cinco", "1 millón"): translate again with the
 *   placeholder masked
 */
export function restoreCount(content, { number, placeholder }) {
    if (places(content, number) !== 1)
        return undefined;
    const restore = (items) => items.flatMap((item) => {
        if (item.type === 'pair')
            return [{ ...item, children: restore(item.children) }];
        if (item.type === 'code')
            return [item];
        const [place] = numbersIn(item.text, number);
        if (place === undefined)
            return [item];
        const text = (part) => ({ type: 'text', text: part });
        return [text(item.text.slice(0, place.start)), placeholder, text(item.text.slice(place.end))];
    });
    return tidy(restore(content));
}
function places(content, number) {
    let sum = 0;
    for (const item of content) {
        if (item.type === 'text')
            sum += numbersIn(item.text, number).length;
        else if (item.type === 'pair')
            sum += places(item.children, number);
    }
    return sum;
}
const DIGITS = /\p{Nd}+(?:[.,'’٫٬\u00a0\u202f ]\p{Nd}+)*/gu;
/** Where a text holds a number, written with any digits, thousands separators and decimal sign. */
function numbersIn(text, number) {
    const wanted = String(number);
    const found = [];
    for (const match of text.matchAll(DIGITS)) {
        const written = westernDigits(match[0]);
        const whole = /^\d{1,3}(?:[^\d]\d{3})+$/.test(written) ? written.replace(/\D/g, '') : written.replace(/[,٫]/, '.');
        if (whole === wanted)
            found.push({ start: match.index, end: match.index + match[0].length });
    }
    return found;
}
/** The first digits of the sets of ten that languages write numbers with (Unicode general category Nd). */
const ZEROS = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
    0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];
function westernDigits(written) {
    return written.replace(/\p{Nd}/gu, (digit) => {
        const code = digit.codePointAt(0) ?? 0;
        const zero = ZEROS.find((first) => code >= first && code < first + 10);
        return zero === undefined ? digit : String(code - zero);
    });
}
