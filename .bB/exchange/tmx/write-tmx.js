import { typeOfKind } from './code-types.js';
import { SIGNATURES } from './tmx-file.js';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n';
/**
 * Writes a translation memory as TMX 1.4b, valid against tmx14.dtd. No dates and no names: the same memory gives the same
 * bytes. Inline codes: a pair is `bpt` and `ept` (`hi` where it has no markup), a standing code `ph`; texts inside markup
 * are `sub`. Characters that XML 1.0 cannot hold become U+FFFD.
 * @returns the text; to be saved as UTF-8.
 */
export function writeTmx(file) {
    const header = attributes({
        creationtool: 'Glossa',
        creationtoolversion: '1',
        segtype: file.segments,
        'o-tmf': 'Glossa',
        adminlang: 'en',
        srclang: file.sourceLanguage,
        datatype: 'plaintext',
    });
    const body = file.units.map(unit).join('');
    return `${HEAD}<tmx version="1.4">\n<header${header}/>\n<body>\n${body}</body>\n</tmx>\n`;
}
function unit({ id, sourceLanguage, notes, properties, variants }) {
    return `<tu${attributes({ tuid: id, srclang: sourceLanguage })}>\n${about(notes, properties)}${variants.map(variant).join('')}</tu>\n`;
}
function variant({ language, notes, properties, content }) {
    const signatures = signaturesOf(content);
    const own = signatures.length === 0 ? [] : [{ type: SIGNATURES, value: JSON.stringify(signatures) }];
    const tags = `<tuv${attributes({ 'xml:lang': language })}>\n${about(notes, [...properties, ...own])}`;
    return `${tags}<seg>${segment(content)}</seg>\n</tuv>\n`;
}
function about(notes, properties) {
    const lines = notes.map((note) => `<note>${escaped(note)}</note>\n`);
    return [
        ...lines,
        ...properties.map(({ type, value }) => `<prop${attributes({ type })}>${escaped(value)}</prop>\n`),
    ].join('');
}
function segment(content) {
    return content
        .map((item) => {
        if (item.type === 'text')
            return escaped(item.text);
        const [i, x, type] = [String(item.id), String(item.id), typeOfKind(item.kind)];
        if (item.type === 'code')
            return `<ph${attributes({ x, type })}>${markup(item.markup)}</ph>`;
        const inner = segment(item.children);
        if (item.open.length === 0 && item.close.length === 0)
            return `<hi${attributes({ x, type })}>${inner}</hi>`;
        const open = `<bpt${attributes({ i, x, type })}>${markup(item.open)}</bpt>`;
        return `${open}${inner}<ept${attributes({ i })}>${markup(item.close)}</ept>`;
    })
        .join('');
}
function markup(pieces) {
    return pieces
        .map((piece) => typeof piece === 'string'
        ? escaped(piece)
        : `<sub${attributes({ type: piece.role })}>${escaped(piece.text)}</sub>`)
        .join('');
}
function signaturesOf(content) {
    return content.flatMap((item) => {
        if (item.type === 'text')
            return [];
        return [item.signature, ...(item.type === 'pair' ? signaturesOf(item.children) : [])];
    });
}
function attributes(values) {
    return Object.entries(values)
        .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value).replace(/[\t\n]/g, reference)}"`))
        .join('');
}
/** A carriage return is written as a reference, because XML readers turn a plain one into a line feed. */
function escaped(text) {
    return text
        .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
        .replace(/[&<>"\r]/g, reference);
}
const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function reference(character) {
    return NAMED[character] ?? `&#${character.charCodeAt(0)};`;
}
