import { checkedFill } from './checked-fill.js';
import { readTree } from './html/document.js';
import { escapeAttribute, escapeText, htmlSyntax, printHtml } from './html/html-syntax.js';
import { writtenTags } from './html/tag-code.js';
import { walkHtml } from './html/walk.js';
import { refuseNul } from './refuse-nul.js';
import { refuseTooManyTexts } from './refuse-too-many.js';
import { signatures } from './signatures.js';
import { withFrontMatter } from './with-front-matter.js';
/**
 * HTML documents and fragments. parse5 tells what stands where, as a browser would read it; texts and attributes are
 * replaced in the file's own bytes.
 */
export const html = {
    name: 'html',
    extensions: ['.html', '.htm'],
    article: true,
    parse(text, options) {
        refuseNul(text, 'HTML');
        return withFrontMatter(text, options, readBody);
    },
};
function readBody(text, isTaken) {
    const read = (bytes) => walkHtml(bytes, readTree(bytes), claimOnce(isTaken));
    const file = read(text);
    refuseTooManyTexts(file.parts.length);
    const units = file.parts.map(unitOf);
    const outlineOf = (some) => some.outline.join('\n');
    return {
        ...(file.language === undefined ? {} : { language: file.language }),
        units,
        literals: [],
        warnings: file.warnings,
        outline: () => outlineOf(file),
        fill(values) {
            const { patches, refused } = patchesOf(text, file.parts, units, values);
            const filled = checkedFill(text, patches, outlineOf(file), (result) => outlineOf(read(result)));
            return { text: filled.text, refused: [...refused, ...filled.refused].sort((a, b) => a.unit - b.unit) };
        },
    };
}
function claimOnce(isTaken) {
    const claimed = new Set();
    return (path) => {
        const key = path.join('.');
        if (key === '' || claimed.has(key) || isTaken(key))
            return undefined;
        claimed.add(key);
        return path;
    };
}
function unitOf(part) {
    const { kind, line, language } = part;
    const base = { kind, line, ...(language === undefined ? {} : { language }) };
    if (part.type === 'text')
        return { ...base, value: htmlSyntax.print(part.content), syntax: 'html' };
    return { ...base, value: part.text, syntax: 'plain', ...(part.path === undefined ? {} : { path: part.path }) };
}
function patchesOf(text, parts, units, values) {
    const patches = [];
    const refused = [];
    for (const [unit, part] of parts.entries()) {
        const value = values.get(unit);
        if (value === undefined || value === units[unit]?.value)
            continue;
        const bytes = part.type === 'text' ? textBytes(text, part, value) : valueBytes(text, part, value);
        if (bytes === undefined)
            refused.push({ unit, reason: 'its tags and placeholders are not those of the source' });
        else
            patches.push({ unit, start: part.start, end: part.end, ...bytes });
    }
    return { patches, refused };
}
function textBytes(text, part, value) {
    const content = htmlSyntax.parse(value.trim());
    if (signatures(content) !== signatures(part.content))
        return undefined;
    const written = writtenTags(text.slice(part.start, part.end));
    return { usual: printHtml(content, false, written), strict: printHtml(content, true, written) };
}
function valueBytes(text, part, value) {
    const words = value.replace(/\s+/g, ' ').trim();
    if (part.type === 'title')
        return { usual: escapeText(words, false), strict: escapeText(words, true) };
    const raw = text.slice(part.start, part.end);
    const name = raw.slice(0, raw.search(/\s*=/));
    const quote = raw.endsWith("'") ? "'" : '"';
    const bytes = (strict) => `${name}=${quote}${escapeAttribute(words, quote, strict)}${quote}`;
    return { usual: bytes(false), strict: bytes(true) };
}
