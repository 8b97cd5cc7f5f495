import { decodeHTML } from 'entities/decode';
import { isElement } from './document.js';
import { readTag } from './tag.js';
import { BLOCK } from './vocabulary.js';
/** A tag, a comment, an instruction: what may stand between two texts. */
const BETWEEN = /<(?:!--[^]*?-->|[!?][^<>]*>)/y;
/** Where the content of the element around some nodes can begin at the earliest, by its own tag. */
export function innerStart(nodes) {
    const parent = nodes[0]?.parentNode;
    if (parent === undefined || parent === null || !('tagName' in parent))
        return 0;
    return parent.sourceCodeLocation?.startTag?.endOffset ?? 0;
}
/**
 * Where nodes stand in the file though their tags overlap others: a browser takes the elements apart and repeats them, so
 * only texts say where they are. They have to follow one another with nothing but tags of inline elements between them.
 */
export function overlappingPlace(nodes, file) {
    const { leaves, elements } = flatten(nodes);
    const places = leaves.map((leaf) => leafPlace(leaf, file));
    let [start, end] = [places[0]?.start, 0];
    if (start === undefined)
        return undefined;
    for (const [index, place] of places.entries()) {
        if (place === undefined || (index > 0 && !isTagsAlone(file, end, place.start)))
            return undefined;
        end = place.end;
    }
    const from = innerStart(nodes);
    for (const element of elements) {
        const at = element.sourceCodeLocation?.startOffset ?? -1;
        if (at >= from && at < start && isTagsAlone(file, at, start))
            start = at;
    }
    return { start, end: behindTags(file, end, new Set(elements.map(({ tagName }) => tagName))) };
}
/** Texts and empty elements in the order of the tree, and all elements. */
function flatten(nodes) {
    const leaves = [];
    const elements = [];
    const open = nodes.toReversed();
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (isElement(node))
            elements.push(node);
        if (!isElement(node) || node.childNodes.length === 0)
            leaves.push(node);
        else
            for (const child of node.childNodes.toReversed())
                open.push(child);
    }
    return { leaves, elements };
}
function leafPlace(leaf, file) {
    const location = leaf.sourceCodeLocation;
    if (location === undefined || location === null)
        return undefined;
    const place = { start: location.startOffset, end: location.endOffset };
    if (leaf.nodeName !== '#text' || !('value' in leaf))
        return place;
    return decodeHTML(file.slice(place.start, place.end).replace(/\r\n?/g, '\n')) === leaf.value ? place : undefined;
}
/** Whether nothing but comments and tags of inline elements stands between two offsets. */
function isTagsAlone(file, from, to) {
    let at = from;
    while (at < to) {
        const tag = readTag(file, at, 'elements');
        if (tag !== undefined && BLOCK.has(tag.name))
            return false;
        BETWEEN.lastIndex = at;
        const end = tag?.end ?? at + (BETWEEN.exec(file)?.[0].length ?? 0);
        if (end === at)
            return false;
        at = end;
    }
    return at === to;
}
/** The end of the closing tags that follow an offset, of elements that are known. */
function behindTags(file, offset, names) {
    let end = offset;
    for (let tag = readTag(file, end, 'elements'); tag?.closing === true && names.has(tag.name);) {
        end = tag.end;
        tag = readTag(file, end, 'elements');
    }
    return end;
}
