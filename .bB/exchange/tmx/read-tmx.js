import { SaxesParser } from 'saxes';
import { SourceError } from '../../project/errors.js';
import { decodeXml } from './decode-xml.js';
import { SegmentBuilder } from './segment-builder.js';
import { SIGNATURES } from './tmx-file.js';
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
/**
 * Reads TMX 1.1 to 1.4b. Entities other than XML's five are not resolved but refused, and no DTD is ever looked at.
 * Pairs of `bpt` and `ept` that cross other pairs, and `it` and `ut`, become standing codes.
 * @param bytes the file, in any encoding that its byte order mark or declaration names.
 * @param name the file's name, for errors.
 * @throws SourceError with the line: not well-formed XML, no TMX, a variant without language.
 */
export function readTmx(bytes, name) {
    const parser = new SaxesParser();
    const fail = (message, cause) => {
        const place = { file: name, line: parser.line };
        throw new SourceError(message, {
            place,
            cause,
            remedy: 'Export the memory again as TMX 1.4 and import that file.',
        });
    };
    const units = [];
    let root = true;
    let header;
    let unit;
    let variant;
    let segment;
    let content;
    let code;
    let described;
    parser.on('error', (error) => fail(`is not well-formed XML: ${reasonOf(error)}.`, error));
    parser.on('opentag', ({ name: element, attributes }) => {
        if (root && element !== 'tmx')
            fail('is not a TMX file.');
        root = false;
        if (segment !== undefined)
            openInSegment(segment, element, attributes);
        else if (element === 'header') {
            header = { srclang: attributes['srclang'] ?? '*all*', segtype: attributes['segtype'] ?? '' };
        }
        else if (element === 'tu') {
            const [id, language] = [attributes['tuid'], attributes['srclang']];
            unit = {
                ...(id === undefined ? {} : { id }),
                ...(language === undefined ? {} : { sourceLanguage: canonicalTag(language) }),
                properties: [],
                notes: [],
                variants: [],
            };
        }
        else if (element === 'tuv' && unit !== undefined) {
            const language = attributes['xml:lang'] ?? attributes['lang'] ?? fail('has a variant (tuv) without xml:lang.');
            variant = { language: canonicalTag(language), properties: [], notes: [] };
        }
        else if (element === 'seg' && variant !== undefined)
            segment = new SegmentBuilder();
        else if (element === 'prop')
            described = { type: attributes['type'] ?? '', text: '' };
        else if (element === 'note')
            described = { type: undefined, text: '' };
    });
    function openInSegment(builder, element, attributes) {
        if (code !== undefined) {
            if (element !== 'sub' || code.sub !== undefined)
                code.nested++;
            else
                code.sub = { role: roleOf(attributes['type']), text: '' };
        }
        else if (element === 'hi') {
            if (!builder.highlight(attributes))
                fail('nests inline elements too deeply.');
        }
        else if (CODES.has(element))
            code = { element, attributes, markup: [], sub: undefined, nested: 0 };
    }
    const takeText = (text) => {
        if (code?.sub !== undefined)
            code.sub.text += text;
        else if (code !== undefined) {
            const last = code.markup.at(-1);
            if (typeof last === 'string')
                code.markup[code.markup.length - 1] = last + text;
            else
                code.markup.push(text);
        }
        else if (segment !== undefined)
            segment.text(text);
        else if (described !== undefined)
            described.text += text;
    };
    parser.on('text', takeText);
    parser.on('cdata', takeText);
    parser.on('closetag', ({ name: element }) => {
        if (segment !== undefined)
            closeInSegment(segment, element);
        else if (described !== undefined) {
            const owner = variant ?? unit;
            if (described.type === undefined)
                owner?.notes.push(described.text);
            else
                owner?.properties.push({ type: described.type, value: described.text });
            described = undefined;
        }
        else if (element === 'tuv' && variant !== undefined) {
            const { language, properties, notes } = variant;
            unit?.variants.push({
                language,
                properties: properties.filter(({ type }) => type !== SIGNATURES),
                notes,
                content: content ?? [],
            });
            [variant, content] = [undefined, undefined];
        }
        else if (element === 'tu' && unit !== undefined) {
            units.push(unit);
            unit = undefined;
        }
    });
    function closeInSegment(builder, element) {
        if (code !== undefined) {
            if (code.nested > 0)
                code.nested--;
            else if (code.sub !== undefined) {
                code.markup.push(code.sub);
                code.sub = undefined;
            }
            else {
                const { attributes, markup } = code;
                if (!builder.code(code.element, attributes, markup))
                    fail('nests inline elements too deeply.');
                code = undefined;
            }
        }
        else if (element === 'hi')
            builder.highlightEnd();
        else if (element === 'seg') {
            content = builder.finish(signaturesOf(variant?.properties ?? []));
            segment = undefined;
        }
    }
    let text;
    try {
        text = decodeXml(bytes);
    }
    catch (cause) {
        return fail('is not in the encoding that it claims to have.', cause);
    }
    parser.write(text).close();
    const source = header?.srclang ?? fail('has no header.');
    const segments = ['block', 'paragraph', 'sentence', 'phrase'].find((type) => type === header?.segtype);
    return { sourceLanguage: source === '*all*' ? source : canonicalTag(source), segments: segments ?? 'block', units };
}
function roleOf(type) {
    return type === 'alt' || type === 'title' ? type : 'attribute';
}
/** TMX's tags are case-insensitive, and older files write `_`. */
function canonicalTag(tag) {
    try {
        return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? tag;
    }
    catch {
        return tag;
    }
}
function signaturesOf(properties) {
    const value = properties.find(({ type }) => type === SIGNATURES)?.value;
    if (value === undefined)
        return [];
    try {
        const list = JSON.parse(value);
        return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
    }
    catch {
        return [];
    }
}
/** Saxes puts line and column before its messages; the error has them as its place. */
function reasonOf(error) {
    return error.message.replace(/^(?:\d+:\d+: )+/, '').replace(/\.$/, '');
}
