import { decodeHTMLAttribute } from 'entities/decode';
import { readTag } from './tag.js';
import { isGuarded, isTextAttribute, kindOf, VOID } from './vocabulary.js';
import { squeeze, tidyStyle } from './white-space.js';
/** A tag as a token of a text, in the one spelling of this syntax. */
export function tagToken(tag, start) {
    if (tag.closing) {
        const markup = `</${tag.name}>`;
        return {
            type: 'close',
            name: tag.name,
            start,
            code: { kind: kindOf(tag.name), markup: [markup], signature: markup },
        };
    }
    const code = tagCode(tag);
    if (VOID.has(tag.name) || isEmptyForeign(tag))
        return { type: 'code', code };
    const attribute = (name) => tag.attributes.find((one) => one.name === name)?.raw;
    return { type: 'open', name: tag.name, end: tag.end, code, guarded: isGuarded(tag.name, attribute) };
}
/**
 * How the tags of a value are really written, by the one way in which this module writes them: so that a translated text
 * gets the bytes of its source's tags. Tags with texts in them are left out.
 */
export function writtenTags(value) {
    const written = new Map();
    for (let at = value.indexOf('<'); at !== -1; at = value.indexOf('<', at + 1)) {
        const tag = readTag(value, at, 'elements');
        if (tag === undefined)
            continue;
        const token = tagToken(tag, at);
        const markup = token.type === 'text' ? [] : token.code.markup;
        if (markup.every((piece) => typeof piece === 'string'))
            written.set(markup.join(''), value.slice(at, tag.end));
    }
    return written;
}
function tagCode(tag) {
    const attribute = (name) => tag.attributes.find((one) => one.name === name)?.raw;
    const markup = [];
    let literal = `<${tag.name}`;
    let signature = literal;
    for (const { name, raw } of tag.attributes) {
        literal += ` ${name}`;
        signature += ` ${name}`;
        if (raw === undefined)
            continue;
        const text = isTextAttribute(name, tag.name, attribute) ? squeeze(decodeHTMLAttribute(raw)) : '';
        if (/\p{L}/u.test(text)) {
            markup.push(`${literal}="`, { text, role: name === 'alt' || name === 'title' ? name : 'attribute' });
            literal = '"';
        }
        else {
            const written = `="${tidy(name, raw).replaceAll('"', '&quot;')}"`;
            literal += written;
            signature += written;
        }
    }
    markup.push(`${literal}${isEmptyForeign(tag) ? '/>' : '>'}`);
    return { kind: kindOf(tag.name), markup, signature: `${signature}>` };
}
function tidy(attribute, raw) {
    if (attribute === 'style')
        return tidyStyle(raw);
    return attribute === 'class' ? squeeze(raw) : raw;
}
/** Only in SVG and MathML does `/>` close an element. */
function isEmptyForeign(tag) {
    return tag.selfClosing && (tag.name === 'svg' || tag.name === 'math');
}
