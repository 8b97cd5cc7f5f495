/**
 * Reads what a remote engine made of tagged text. Nothing is trusted: the answer must be well-formed and hold exactly
 * the elements that were sent; then our own markup is put back in their place.
 */
import { SaxesParser } from 'saxes';
import { elementKey } from './tagged-text.js';
/** The answer does not hold what was sent; the text may be sent again in another way. Never reaches the user as it is. */
export class DamagedAnswer extends Error {
}
/**
 * Parses an XML fragment. Ampersands and angle brackets that an engine left bare in running text are read as text.
 * @throws DamagedAnswer when it is not well-formed.
 */
export function parseAnswer(xml) {
    const root = { name: '', number: undefined, children: [] };
    const open = [root];
    const top = () => open.at(-1) ?? root;
    const parser = new SaxesParser({ fragment: true, position: false });
    parser.on('error', (error) => {
        throw new DamagedAnswer(`the answer is not well-formed (${error.message})`);
    });
    parser.on('text', (text) => {
        top().children.push(text);
    });
    parser.on('opentag', ({ name, attributes }) => {
        const number = attributes['i'];
        const element = { name, number: typeof number === 'string' ? number : undefined, children: [] };
        top().children.push(element);
        open.push(element);
    });
    parser.on('closetag', () => {
        open.pop();
    });
    parser.write(withBareCharactersEscaped(xml)).close();
    return root.children;
}
function withBareCharactersEscaped(xml) {
    return xml
        .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/g, '&amp;')
        .replace(/<(?![\w/])/g, '&lt;');
}
/** Cuts nodes at each empty element `name` that stands on the top level. */
export function splitAt(nodes, name) {
    const parts = [[]];
    for (const node of nodes) {
        if (typeof node !== 'string' && node.name === name && node.children.length === 0)
            parts.push([]);
        else
            parts.at(-1)?.push(node);
    }
    return parts;
}
/**
 * Puts a segment's own codes back: each exactly once, in any order, pairs properly nested. A pair that came back in
 * pieces is joined from its first to its last piece where they are siblings. White space around the segment is the
 * source's, because the gaps between segments are not the engine's business.
 * @param source the content that was sent.
 * @throws DamagedAnswer when a code is missing, unknown, doubled, or lost its text.
 */
export function restoreCodes(nodes, codes, source) {
    const [text, second] = nodes;
    if (codes.size === 0 &&
        typeof text === 'string' &&
        second === undefined &&
        visible(source) !== '' &&
        text.trim() !== '')
        return withOuterSpace([{ type: 'text', text }], source);
    const found = new Set();
    const restore = (children) => {
        const content = [];
        for (const node of joinPieces(children)) {
            if (typeof node === 'string')
                content.push({ type: 'text', text: node });
            else
                content.push(restoreCode(node));
        }
        return content;
    };
    const restoreCode = (element) => {
        const key = elementKey(element.name, element.number);
        const code = codes.get(key);
        if (code === undefined)
            throw new DamagedAnswer(`unknown tag <${element.name}>`);
        if (found.has(key))
            throw new DamagedAnswer(`${code.signature} came back twice`);
        found.add(key);
        if (code.type === 'code') {
            if (code.kind !== 'term' && element.children.length > 0)
                throw new DamagedAnswer(`text inside ${code.signature}`);
            return code;
        }
        const children = restore(element.children);
        if (visible(code.children) !== '' && visible(children) === '' && !children.some((child) => child.type !== 'text')) {
            throw new DamagedAnswer(`${code.signature} lost its text`);
        }
        return { ...code, children };
    };
    const content = restore(nodes);
    for (const [key, code] of codes)
        if (!found.has(key))
            throw new DamagedAnswer(`${code.signature} is missing`);
    if (visible(source) === '')
        return source;
    if (visible(content) === '')
        throw new DamagedAnswer('the answer has no text');
    return withOuterSpace(content, source);
}
/** Joins the pieces of an element that an engine cut up, and runs of text. */
function joinPieces(nodes) {
    const lastAt = new Map();
    nodes.forEach((node, index) => {
        if (typeof node !== 'string')
            lastAt.set(elementKey(node.name, node.number), index);
    });
    const joined = [];
    for (let index = 0; index < nodes.length; index += 1) {
        const node = nodes[index];
        if (node === undefined)
            continue;
        const previous = joined.at(-1);
        if (typeof node === 'string') {
            if (typeof previous === 'string')
                joined[joined.length - 1] = previous + node;
            else
                joined.push(node);
            continue;
        }
        const key = elementKey(node.name, node.number);
        const last = lastAt.get(key) ?? index;
        if (last === index) {
            joined.push(node);
            continue;
        }
        const pieces = nodes.slice(index, last + 1);
        const inside = pieces.flatMap((piece) => typeof piece !== 'string' && elementKey(piece.name, piece.number) === key ? piece.children : [piece]);
        joined.push({ ...node, children: inside });
        index = last;
    }
    return joined;
}
function visible(content) {
    let text = '';
    for (const node of content) {
        if (node.type === 'text')
            text += node.text;
        else if (node.type === 'pair')
            text += visible(node.children);
    }
    return text.trim();
}
function withOuterSpace(content, source) {
    const first = source.at(0);
    const last = source.at(-1);
    const lead = first?.type === 'text' ? first.text.slice(0, first.text.length - first.text.trimStart().length) : '';
    const trail = last?.type === 'text' ? last.text.slice(last.text.trimEnd().length) : '';
    const trimmed = content.map((node, index) => {
        if (node.type !== 'text')
            return node;
        let { text } = node;
        if (index === 0)
            text = text.trimStart();
        if (index === content.length - 1)
            text = text.trimEnd();
        return { ...node, text };
    });
    const spaced = [{ type: 'text', text: lead }, ...trimmed, { type: 'text', text: trail }];
    return mergeTexts(spaced);
}
function mergeTexts(content) {
    const merged = [];
    for (const node of content) {
        const previous = merged.at(-1);
        if (node.type === 'text' && previous?.type === 'text') {
            merged[merged.length - 1] = { type: 'text', text: previous.text + node.text };
        }
        else if (node.type !== 'text' || node.text !== '')
            merged.push(node);
    }
    return merged;
}
