/** XML as a small tree with lines. No entity but XML's own five is resolved, nothing is fetched. */
import { SaxesParser } from 'saxes';
import { SourceError } from '../../project/errors.js';
const DEPTH_LIMIT = 64;
/**
 * Parses a document.
 * @param file path for messages.
 * @throws SourceError with the line, when it is not well-formed, declares entities or is nested absurdly deep.
 */
export function parseXml(file, text) {
    const parser = new SaxesParser({ xmlns: true, position: true });
    const refuse = (message) => {
        throw new SourceError(message, { place: { file, line: parser.line } });
    };
    const open = [];
    let root;
    const write = (part) => {
        open.at(-1)?.children.push(part);
    };
    parser.on('error', (error) => refuse(`Not well-formed XML: ${error.message.replace(/^\d*:\d*:\s*/u, '')}.`));
    parser.on('doctype', (doctype) => {
        if (/<!ENTITY/iu.test(doctype))
            refuse('The document declares entities, which are not read.');
    });
    parser.on('text', write);
    parser.on('cdata', write);
    parser.on('opentag', (tag) => {
        if (open.length >= DEPTH_LIMIT)
            refuse('The elements are nested too deeply.');
        const attributes = new Map(Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value]));
        const element = { name: tag.local, namespace: tag.uri, attributes, children: [], line: parser.line };
        open.at(-1)?.children.push(element);
        open.push(element);
        root ??= element;
    });
    parser.on('closetag', () => {
        open.pop();
    });
    parser.write(text.replace(/^\uFEFF/u, '')).close();
    return root ?? refuse('The document is empty.');
}
/** The elements directly in another, in order. */
export function elementsIn(element) {
    return element.children.filter((child) => typeof child !== 'string');
}
/** All text in an element, at any depth. */
export function textIn(element) {
    return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
