import { signatures } from '../signatures.js';
import { textAttributes } from './attributes.js';
import { attributeOf, isElement } from './document.js';
import { htmlSyntax } from './html-syntax.js';
import { languageOf } from './language-of.js';
import { placeOf } from './text-run.js';
import { isGuarded } from './vocabulary.js';
import { squeeze } from './white-space.js';
/** What is told of a text that is given up. */
export const OVERLAP = 'Tags overlap here, or text stands between table rows: it is not translated.';
/** Makes a unit of a text; of one without words only the attributes in it. */
export function readText(file, text, nodes, around, claim) {
    const place = placeOf(nodes, text);
    if (place === undefined) {
        const line = lineOf(nodes);
        file.warnings.push({ line, message: OVERLAP });
        return;
    }
    const content = htmlSyntax.parse(text.slice(place.start, place.end));
    const words = wordsOf(content);
    const hasWords = /\p{L}/u.test(words);
    const elements = elementsIn(nodes);
    const names = elements.map((element) => element.tagName).sort((a, b) => (a < b ? -1 : 1));
    file.outline.push(JSON.stringify([hasWords ? 'text' : squeeze(words), signatures(content), names]));
    if (hasWords) {
        file.parts.push({ type: 'text', ...place, kind: around.kind, language: around.language, content });
        return;
    }
    for (const element of elements) {
        if (isGuarded(element.tagName, (name) => attributeOf(element, name)))
            continue;
        const language = languageOf(file, element, around.language);
        for (const attribute of textAttributes(element, language, claim))
            file.parts.push(attribute);
    }
}
/** The line of the first node that is known to be somewhere, without the empty lines before its text. */
function lineOf(nodes) {
    const node = nodes.find(({ sourceCodeLocation }) => sourceCodeLocation);
    const lead = node !== undefined && 'value' in node ? (/^\s*/.exec(node.value)?.[0] ?? '') : '';
    return (node?.sourceCodeLocation?.startLine ?? 1) + lead.split('\n').length - 1;
}
/** All elements in the nodes, in the order of the file. */
function elementsIn(nodes) {
    const found = [];
    const open = nodes.toReversed();
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (!isElement(node))
            continue;
        found.push(node);
        for (const child of node.childNodes.toReversed())
            open.push(child);
    }
    return found;
}
function wordsOf(content) {
    let words = '';
    for (const item of content) {
        if (item.type === 'text')
            words += item.text;
        else if (item.type === 'pair')
            words += wordsOf(item.children);
    }
    return words;
}
