import { openingTag, textAttributes, titleText } from './attributes.js';
import { ancestorsOf, attributeOf, isElement } from './document.js';
import { languageOf } from './language-of.js';
import { OVERLAP, readText } from './read-text.js';
import { splitMargins, standApart } from './text-run.js';
import { BLOCK, isGuarded, unitKindOf, VOID } from './vocabulary.js';
import { gist } from './white-space.js';
/**
 * Walks a tree in the order of the file and collects its texts: each is what stands between two borders of blocks. The
 * walk keeps its own stack, so that no depth of nesting ends it.
 * @param text the file, with the offsets that the tree knows
 */
export function walkHtml(text, tree, claim) {
    const file = { parts: [], outline: [], language: undefined, warnings: [] };
    const withBlocks = ancestorsOf(tree, (element) => BLOCK.has(element.tagName));
    const frames = [frame(tree, 'p', undefined)];
    for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
        const node = top.nodes[top.next];
        if (node !== undefined && !top.apart && isInline(node, withBlocks)) {
            top.run.push(node);
            top.next += 1;
            continue;
        }
        const run = top.run;
        top.run = [];
        const { nodes, margins } = splitMargins(run);
        for (const margin of margins)
            file.outline.push(...commentLine(margin));
        if (nodes.length > 0 && standApart(nodes)) {
            frames.push({ ...frame(nodes, top.kind, top.language), apart: true });
            continue;
        }
        if (nodes.length > 0)
            readText(file, text, nodes, top, claim);
        if (node === undefined) {
            if (top.close !== '')
                file.outline.push(top.close);
            frames.pop();
            continue;
        }
        top.next += 1;
        const inside = openBlock(file, text, node, top, claim);
        if (inside !== undefined)
            frames.push(inside);
    }
    return { ...file, parts: inFileOrder(file) };
}
/**
 * A tree may hold things in another order than the file (text between table rows), or twice (attributes of an element that
 * overlaps others and is repeated). What stands in a part that is kept, but is another one, is given up.
 */
function inFileOrder({ parts, warnings }) {
    const kept = [];
    for (const part of parts.toSorted((a, b) => a.start - b.start)) {
        const last = kept.at(-1);
        if (last === undefined || part.start >= last.end)
            kept.push(part);
        else if (part.start !== last.start || part.end !== last.end)
            warnings.push({ line: part.line, message: OVERLAP });
    }
    return kept;
}
function frame(nodes, kind, language, close = '') {
    return { nodes, next: 0, run: [], kind, language, apart: false, close };
}
function isInline(node, withBlocks) {
    if (!isElement(node))
        return node.nodeName !== '#documentType';
    return !BLOCK.has(node.tagName) && !withBlocks.has(node);
}
/** Notes an element, reads its attributes, and gives its content as the next thing to walk. */
function openBlock(file, text, node, around, claim) {
    if (!isElement(node)) {
        file.outline.push(...commentLine(node));
        return undefined;
    }
    const language = languageOf(file, node, around.language);
    file.outline.push(openingTag(node));
    if (isGuarded(node.tagName, (name) => attributeOf(node, name))) {
        const { startTag, endTag, endOffset } = node.sourceCodeLocation ?? {};
        const inner = text.slice(startTag?.endOffset ?? 0, endTag?.startOffset ?? endOffset ?? 0);
        file.outline.push(JSON.stringify(node.tagName === 'pre' ? inner.replace(/\r\n?/g, '\n').replace(/^\n/, '') : gist(inner)));
        return undefined;
    }
    if (node.tagName === 'title') {
        file.parts.push(...titleText(node, language, claim));
        return undefined;
    }
    for (const attribute of textAttributes(node, language, claim))
        file.parts.push(attribute);
    if (VOID.has(node.tagName))
        return undefined;
    return frame(node.childNodes, unitKindOf(node.tagName, around.kind), language, `/${node.tagName}`);
}
function commentLine(node) {
    if (node.nodeName === '#documentType')
        return ['!doctype'];
    return 'data' in node ? [JSON.stringify(['!--', gist(node.data)])] : [];
}
