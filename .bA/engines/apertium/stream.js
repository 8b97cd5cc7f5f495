const escaped = (text) => text.replace(/[[\]{}@^$/\\<>]/g, '\\$&');
/** Characters that pipelines drop or take for a mark of their own, as superblanks that bring them back. */
const KEPT = new Map([
    ['~', 't'],
    ['*', 'a'],
    ['#', 'h'],
]);
const KEPT_BACK = new Map([...KEPT].map(([text, name]) => [name, text]));
/** Every pair of the content, outer ones first. */
export function pairsIn(content) {
    return content.flatMap((one) => (one.type === 'pair' ? [one, ...pairsIn(one.children)] : []));
}
/** Every standing code of the content, in order. */
export function codesIn(content) {
    return content.flatMap((one) => (one.type === 'code' ? [one] : one.type === 'pair' ? codesIn(one.children) : []));
}
/** All the text of the content, in order, without its codes. */
export function textIn(content) {
    return content
        .map((one) => (one.type === 'text' ? one.text : one.type === 'pair' ? textIn(one.children) : ''))
        .join('');
}
/** Whether there is something for a translator in the text. */
export const hasWords = (text) => /\p{L}/u.test(text);
function literal(text) {
    return escaped(text.normalize('NFC').replaceAll('\0', '')).replace(/[~*#]/g, (kept) => `[k${KEPT.get(kept) ?? ''}]`);
}
/** Words of a run between wordbound marks; blanks at its ends stay outside, superblanks end the mark. */
function bound(text, ids) {
    if (ids.length === 0)
        return literal(text);
    const mark = `[[${ids.map((id) => `t:g:${id}`).join('; ')}]]`;
    return text
        .split(/([~*#]+|^\s+|\s+$)/)
        .map((part) => (part === '' || /^[~*#\s]+$/.test(part) ? literal(part) : `${mark}${literal(part)}[[/]]`))
        .join('');
}
/**
 * Writes a segment for a pipeline. A pair without words in it is one superblank with all that it holds.
 *
 * @param content a segment; its codes have unique ids.
 */
export function encode(content, encoding, within = []) {
    return content
        .map((one) => {
        if (one.type === 'text')
            return bound(one.text, within);
        if (one.type === 'code') {
            const word = encoding.words.get(one.id);
            return word === undefined ? `[c${one.id}]` : bound(word, within);
        }
        if (!carriesWords(one))
            return `[c${one.id}]`;
        if (!encoding.fixed.has(one.id))
            return encode(one.children, encoding, [...within, one.id]);
        return `[o${one.id}]${encode(one.children, encoding, within)}[e${one.id}]`;
    })
        .join('');
}
/** Whether the pair has words for the engine; otherwise it travels whole, like a standing code. */
export function carriesWords(pair) {
    return hasWords(textIn(pair.children)) || codesIn(pair.children).some((code) => code.kind === 'term');
}
/** One token of the stream: an escaped character, a wordbound mark, a superblank, or plain text. */
const TOKEN = /\\(?<escaped>[^])|\[\[(?<bound>[^\]]*)\]\]|\[(?<blank>(?:[^\\\]]|\\[^])*)\]|(?<plain>[^\\[]+)|[^]/gu;
/**
 * Reads a pipeline's answer.
 *
 * @returns the pieces in order; undefined when there is a superblank in it that was never sent.
 */
export function decode(stream) {
    const pieces = [];
    let ids = [];
    const say = (text) => {
        const last = pieces.at(-1);
        if (last?.type === 'text' && last.ids.join() === ids.join())
            pieces[pieces.length - 1] = { ...last, text: last.text + text };
        else
            pieces.push({ type: 'text', text, ids });
    };
    for (const { groups = {}, 0: token } of stream.matchAll(TOKEN)) {
        if (groups['bound'] !== undefined) {
            ids = [...new Set([...groups['bound'].matchAll(/t:g:(\d+)/g)].map((id) => Number(id[1])))];
        }
        else if (groups['blank'] !== undefined) {
            const [, kind = '', name = ''] = /^([coek])(\w+)$/.exec(groups['blank']) ?? [];
            const kept = KEPT_BACK.get(name);
            if (kind === 'k' && kept !== undefined)
                say(kept);
            else if (kind === 'c')
                pieces.push({ type: 'code', id: Number(name) });
            else if (kind === 'o')
                pieces.push({ type: 'open', id: Number(name) });
            else if (kind === 'e')
                pieces.push({ type: 'close', id: Number(name) });
            else
                return undefined;
        }
        else {
            say(groups['escaped'] ?? groups['plain'] ?? token);
        }
    }
    return pieces;
}
