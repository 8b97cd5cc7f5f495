import { placeholders } from './placeholders.js';
/** Text without markup: only placeholders, page and mail addresses are codes. It has no escapes, so printing adds none. */
export const plainSyntax = {
    name: 'plain',
    parse(value) {
        const content = [];
        let at = 0;
        let ids = 0;
        for (const { kind, start, end, signature } of placeholders(value)) {
            if (start > at)
                content.push({ type: 'text', text: value.slice(at, start) });
            ids += 1;
            content.push({ type: 'code', id: ids, kind, markup: [value.slice(start, end)], signature });
            at = end;
        }
        if (at < value.length)
            content.push({ type: 'text', text: value.slice(at) });
        return content;
    },
    print(content) {
        return printVerbatim(content);
    },
};
/** Content as it is, nothing escaped: for the syntaxes that have no escapes. */
export function printVerbatim(content) {
    let value = '';
    for (const item of content) {
        if (item.type === 'text')
            value += item.text;
        else if (item.type === 'code')
            value += printMarkup(item.markup);
        else
            value += printMarkup(item.open) + printVerbatim(item.children) + printMarkup(item.close);
    }
    return value;
}
/** Markup as written; its texts as they are. */
function printMarkup(markup) {
    return markup.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
