import { textIn } from './stream.js';
/** Quotes and brackets may follow the closing mark and stand before the opening one. */
const CLOSING = /(?<mark>[?!])[?!\s"'”’»)\]]*$/u;
/**
 * Opens a sentence that closes with `?` or `!`: `Qué es?` becomes `¿Qué es?`.
 *
 * @param content the translation of one sentence into Spanish.
 */
export function openQuestion(content) {
    const text = textIn(content);
    const mark = CLOSING.exec(text)?.groups?.['mark'];
    if (mark === undefined || /[¿¡]/.test(text) || !/\p{L}/u.test(text))
        return content;
    const opening = mark === '?' ? '¿' : '¡';
    return opened(content, opening) ?? [{ type: 'text', text: opening }, ...content];
}
/** The content with the mark before its first word; undefined when a code comes before any word. */
function opened(content, opening) {
    for (const [index, one] of content.entries()) {
        if (one.type === 'code')
            return undefined;
        if (one.type === 'text' && !/[\p{L}\p{N}]/u.test(one.text))
            continue;
        if (one.type === 'text') {
            const text = one.text.replace(/[\p{L}\p{N}]/u, (first) => `${opening}${first}`);
            return content.with(index, { type: 'text', text });
        }
        const children = opened(one.children, opening);
        return children === undefined ? undefined : content.with(index, { ...one, children });
    }
    return undefined;
}
