/**
 * The translatable texts inside markup (alt texts, link titles, attributes), in the order in which they are written:
 * a pair's opening markup, its children, its closing markup.
 */
export function markupTexts(content) {
    const found = [];
    rewrite(content, (text) => {
        found.push(text);
        return text;
    });
    return found;
}
/**
 * The same content with the texts inside markup replaced.
 * @param texts as many as `markupTexts` gave, in its order; one that is missing leaves its text as it is
 */
export function withMarkupTexts(content, texts) {
    let index = 0;
    return rewrite(content, (text) => {
        const given = texts[index];
        index += 1;
        return given ?? text;
    });
}
function rewrite(content, change) {
    const markup = (pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : { ...piece, text: change(piece.text) }));
    return content.map((item) => {
        if (item.type === 'text')
            return item;
        if (item.type === 'code')
            return { ...item, markup: markup(item.markup) };
        const open = markup(item.open);
        const children = rewrite(item.children, change);
        return { ...item, open, children, close: markup(item.close) };
    });
}
