import { buildTree } from '../inline-tree.js';
import { guarded, inlineTokens } from './inline-tokens.js';
/** Inline HTML: elements are pairs, void elements and comments stand alone, entities are decoded. */
export const htmlSyntax = {
    name: 'html',
    parse(written) {
        const value = written.replace(/\r\n?/g, '\n');
        return buildTree(inlineTokens(value), (open, start, end, close) => guarded(open, value.slice(start, end), close.markup.join('')));
    },
    print(content, strict = false) {
        return printHtml(content, strict);
    },
};
/**
 * Content as inline HTML.
 * @param written other spellings of codes, by the one that this module gives: how the source wrote them
 */
export function printHtml(content, strict, written) {
    let value = '';
    const markup = (pieces) => {
        const printed = printMarkup(pieces);
        return written?.get(printed) ?? printed;
    };
    for (const item of content) {
        if (item.type === 'text')
            value += escapeText(item.text, strict).replace(/\{(?=[\p{L}\d_{%])/gu, '&#123;');
        else if (item.type === 'code')
            value += markup(item.markup);
        else
            value += markup(item.open) + printHtml(item.children, strict, written) + markup(item.close);
    }
    return value;
}
/** Markup with its attribute texts escaped for double quotes. */
function printMarkup(markup) {
    return markup.map((piece) => (typeof piece === 'string' ? piece : escapeAttribute(piece.text, '"', false))).join('');
}
/**
 * Text that stays text: `&` and `<` are escaped where HTML would read more than a character in them. No-break spaces and
 * soft hyphens are written so that they can be seen.
 */
export function escapeText(text, strict) {
    const escaped = strict
        ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        : text.replace(/&(?=[#a-zA-Z])/g, '&amp;').replace(/<(?=[a-zA-Z/!?])/g, '&lt;');
    return escaped.replaceAll('\u00a0', '&nbsp;').replaceAll('\u00ad', '&shy;');
}
/** Text as an attribute's value between quotes. */
export function escapeAttribute(text, quote, strict) {
    const escaped = text
        .replace(strict ? /&/g : /&(?=[#a-zA-Z])/g, '&amp;')
        .replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
    return strict ? escaped.replaceAll('<', '&lt;').replaceAll('>', '&gt;') : escaped;
}
