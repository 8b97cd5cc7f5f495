/**
 * What the inline codes of a value are, whatever their order: a translation may move a link, it may not lose one.
 * For outlines and for comparing two values.
 */
export function signatures(content) {
    const found = [];
    const visit = (items) => {
        for (const item of items) {
            if (item.type !== 'text')
                found.push(item.signature);
            if (item.type === 'pair')
                visit(item.children);
        }
    };
    visit(content);
    return JSON.stringify(found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
}
