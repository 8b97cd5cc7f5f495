import { defaultTreeAdapter, parse, parseFragment } from 'parse5';
import { refuseTooManyElements } from '../refuse-too-many.js';
/**
 * The tree of a document or of a fragment, with places. The tree is only read: files are patched by place.
 * @param text with the same offsets as the file (front matter and a byte order mark overwritten by spaces)
 * @throws SourceError where the tree grows beyond all measure: every `<p>` after an unclosed `<font>` repeats it, and so
 *   some thousands of unclosed ones make millions of elements
 */
export function readTree(text) {
    let elements = 0;
    const treeAdapter = {
        ...defaultTreeAdapter,
        createElement(...given) {
            elements += 1;
            refuseTooManyElements(elements);
            return defaultTreeAdapter.createElement(...given);
        },
    };
    const options = { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter };
    return isDocument(text) ? parse(text, options).childNodes : parseFragment(text, options).childNodes;
}
export function isElement(node) {
    return 'tagName' in node;
}
/** An attribute's value; by name, so that no name can reach what objects inherit. */
export function attributeOf(element, name) {
    return element.attrs.find((one) => one.name === name)?.value;
}
/** Elements that stand in the tree of another element, at any depth, and are matched by a test: their ancestors. */
export function ancestorsOf(nodes, test) {
    const found = new Set();
    const open = [...nodes];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (!isElement(node))
            continue;
        for (const child of node.childNodes)
            open.push(child);
        if (!test(node))
            continue;
        for (let parent = node.parentNode; parent !== null && 'tagName' in parent && !found.has(parent);) {
            found.add(parent);
            parent = parent.parentNode;
        }
    }
    return found;
}
/** A document begins with its type or with one of its outermost elements, comments before it set aside. */
function isDocument(text) {
    let at = 0;
    for (;;) {
        while (/\s/.test(text[at] ?? ''))
            at += 1;
        if (!text.startsWith('<!--', at))
            break;
        const end = text.indexOf('-->', at);
        if (end === -1)
            return false;
        at = end + 3;
    }
    return /^<(?:!doctype|html|head|body)[\s>]/i.test(text.slice(at, at + 20));
}
