import { readTag } from './html/tag.js';
import { isGuarded, isTextAttribute, kindOf, VOID } from './html/vocabulary.js';
import { buildTree } from './inline-tree.js';
import { nestingEnd } from './i18next-json/nesting.js';
import { placeholders } from './placeholders.js';
import { printVerbatim } from './plain-syntax.js';
/**
 * i18next values: interpolation `{{x}}`, `{{- x}}`, `{{x, format}}` and nesting `$t(key)` stand alone; the tags of the
 * Trans component (`<1>text</1>`, `<0/>`, `<strong>`) and of plain HTML are pairs. Printing what was parsed gives the
 * very same value. The syntax has no escapes: entities (`&amp;`) stay as they are written, as codes.
 */
export const i18nextSyntax = {
    name: 'i18next',
    isPlain: (text) => text !== '' && !SIGNS.test(text),
    parse(value) {
        return buildTree(tokens(value), (open, start, end, close) => {
            const inner = value.slice(start, end);
            const signature = open.kind === 'code' ? `code:${inner}` : open.signature + inner;
            return {
                kind: open.kind === 'code' ? 'code' : 'html',
                markup: [...open.markup, inner, ...close.markup],
                signature,
            };
        });
    },
    print(content) {
        return printVerbatim(content);
    },
};
/** A value without any of these is text. */
const SIGNS = /[$<&{%@]|:\/\/|mailto:|www\./;
const SPECIAL = /\$t\(|</g;
const ENTITY = /&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;
function tokens(value) {
    const result = [];
    let textStart = 0;
    const flush = (end) => {
        if (end > textStart)
            addTextTokens(result, value.slice(textStart, end));
    };
    SPECIAL.lastIndex = 0;
    for (let match = SPECIAL.exec(value); match !== null; match = SPECIAL.exec(value)) {
        const start = match.index;
        let end;
        let token;
        if (match[0] === '<') {
            const tag = readTag(value, start, 'elements-and-numbers');
            if (tag !== undefined)
                token = tagToken(value, tag, start);
            end = tag?.end;
        }
        else {
            end = nestingEnd(value, start);
            if (end !== undefined) {
                const raw = value.slice(start, end);
                token = { type: 'code', code: { kind: 'nesting', markup: [raw], signature: raw } };
            }
        }
        if (token === undefined || end === undefined)
            continue;
        flush(start);
        result.push(token);
        textStart = end;
        SPECIAL.lastIndex = end;
    }
    flush(value.length);
    return result;
}
function tagToken(value, tag, start) {
    const raw = value.slice(start, tag.end);
    const attribute = (name) => tag.attributes.find((one) => one.name === name)?.raw;
    if (tag.closing) {
        return {
            type: 'close',
            name: tag.name,
            start,
            code: { kind: kindOf(tag.name), markup: [raw], signature: `</${tag.name}>` },
        };
    }
    const code = tagCode(value, tag, start, attribute);
    if (tag.selfClosing || VOID.has(tag.name))
        return { type: 'code', code };
    return { type: 'open', name: tag.name, end: tag.end, code, guarded: isGuarded(tag.name, attribute) };
}
/** An attribute's text is a text of its own only where it can be written back without entities. */
function tagCode(value, tag, start, attribute) {
    const markup = [];
    let at = start;
    let signature = '';
    for (const { name, raw, start: place } of tag.attributes) {
        if (raw === undefined || !isTextAttribute(name, tag.name, attribute))
            continue;
        if (!/^[^&"<>]*\p{L}[^&"<>]*$/u.test(raw) || value[place - 1] !== '"')
            continue;
        markup.push(value.slice(at, place), { text: raw, role: name === 'alt' || name === 'title' ? name : 'attribute' });
        signature += value.slice(at, place);
        at = place + raw.length;
    }
    markup.push(value.slice(at, tag.end));
    signature = (signature + value.slice(at, tag.end)).replace(/\s*\/?>$/, '>');
    return { kind: kindOf(tag.name), markup, signature };
}
/** Text between tags; placeholders and entities are codes. */
function addTextTokens(result, text) {
    const found = placeholders(text);
    if (text.includes('&')) {
        for (const entity of text.matchAll(ENTITY)) {
            const [raw] = entity;
            found.push({ kind: 'other', start: entity.index, end: entity.index + raw.length, signature: raw });
        }
        found.sort((a, b) => a.start - b.start);
    }
    let at = 0;
    for (const { kind, start, end, signature } of found) {
        if (start < at)
            continue;
        result.push({ type: 'text', text: text.slice(at, start) });
        result.push({ type: 'code', code: { kind, markup: [text.slice(start, end)], signature } });
        at = end;
    }
    result.push({ type: 'text', text: text.slice(at) });
}
