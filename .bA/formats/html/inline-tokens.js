import { decodeHTML } from 'entities/decode';
import { placeholders } from '../placeholders.js';
import { tagToken } from './tag-code.js';
import { readTag } from './tag.js';
import { RAW_TEXT } from './vocabulary.js';
import { gist } from './white-space.js';
const NOT_TEXT = /<(?:!--(?:>|->|[^]*?-->)|[!?][^>]*>)/y;
/**
 * Cuts inline HTML into text and codes. Tags are written in one way (lower case, double quotes, one space), white space
 * is collapsed and entities are decoded, so that a formatter changes nothing of what is read here.
 */
export function inlineTokens(value) {
    const tokens = [];
    const unclosed = new Set();
    let textStart = 0;
    let at = value.indexOf('<');
    const flush = (end) => {
        if (end > textStart)
            addTextTokens(tokens, value.slice(textStart, end));
    };
    while (at !== -1) {
        let end = at + 1;
        const tag = readTag(value, at, 'elements');
        if (tag !== undefined) {
            flush(at);
            const token = tagToken(tag, at);
            end = tag.end;
            if (token.type === 'open' && RAW_TEXT.has(tag.name) && !unclosed.has(tag.name)) {
                const close = rawTextEnd(value, tag);
                if (close === undefined)
                    unclosed.add(tag.name);
                else {
                    tokens.push({ type: 'code', code: guarded(token.code, value.slice(tag.end, close.start), close.markup) });
                    end = close.end;
                }
                if (close === undefined)
                    tokens.push(token);
            }
            else
                tokens.push(token);
            textStart = end;
        }
        else {
            const other = commentAt(value, at, unclosed);
            if (other !== undefined) {
                flush(at);
                tokens.push({ type: 'code', code: { kind: 'html', markup: [other], signature: other } });
                end = at + other.length;
                textStart = end;
            }
        }
        at = value.indexOf('<', end);
    }
    flush(value.length);
    return tokens;
}
/** An element that is kept as it is, as one code. White space in it is collapsed, but where it may have a meaning. */
export function guarded(open, inner, close) {
    const isProgram = /^<(?:pre|textarea|script|style|svg|math|template|xmp)\b/.test(open.signature);
    const kept = isProgram ? inner : inner.replace(/\s+/g, ' ');
    const kind = open.kind === 'emphasis' || open.kind === 'strong' || open.kind === 'link' ? 'html' : open.kind;
    const shown = isProgram ? gist(kept) : kept.replace(/ (?=\/?>)/g, '').trim();
    const signature = open.kind === 'code' ? `code:${shown}` : `${open.signature}${shown}`;
    return { kind, markup: [...open.markup, kept + close], signature };
}
function commentAt(value, at, unclosed) {
    if (value.startsWith('<!--', at) && unclosed.has('<!--'))
        return undefined;
    NOT_TEXT.lastIndex = at;
    const found = NOT_TEXT.exec(value)?.[0];
    if (found === undefined && value.startsWith('<!--', at))
        unclosed.add('<!--');
    return found;
}
function rawTextEnd(value, tag) {
    const pattern = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
    pattern.lastIndex = tag.end;
    const start = pattern.exec(value)?.index;
    if (start === undefined)
        return undefined;
    const close = readTag(value, start, 'elements');
    return close === undefined ? undefined : { start, end: close.end, markup: `</${close.name}>` };
}
/** Text between tags, its placeholders as codes. */
function addTextTokens(tokens, raw) {
    let at = 0;
    for (const { kind, start, end, signature } of placeholders(raw)) {
        tokens.push({ type: 'text', text: decode(raw.slice(at, start)) });
        tokens.push({ type: 'code', code: { kind, markup: [raw.slice(start, end).replace(/\s+/g, ' ')], signature } });
        at = end;
    }
    tokens.push({ type: 'text', text: decode(raw.slice(at)) });
}
/** Only HTML's own white space collapses: a no-break space stays. Single spaces, which are most of it, are passed over. */
function decode(raw) {
    const text = raw.replace(/[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+/g, ' ');
    return text.includes('&') ? decodeHTML(text) : text;
}
