/** Stands in running text for a code without words; is no letter, digit or white space. */
export const CODE_MARK = '\uFFFC';
/** The `text` of `runningText` alone, which is most of what is asked for. */
export function shownWords(content) {
    let text = '';
    for (const node of content) {
        if (node.type === 'text')
            text += node.text;
        else if (node.type === 'pair')
            text += shownWords(node.children);
        else
            text += node.kind === 'break' ? '\n' : CODE_MARK;
    }
    return text;
}
/**
 * Reads content as words.
 * @param content a unit's or a segment's content.
 */
export function runningText(content) {
    const pieces = [];
    const markup = [];
    let text = '';
    const read = (nodes) => {
        for (const node of nodes) {
            if (node.type === 'text') {
                pieces.push({ node, start: text.length });
                text += node.text;
                continue;
            }
            const before = node.type === 'pair' ? node.open : node.markup;
            const after = node.type === 'pair' ? node.close : [];
            for (const part of before)
                if (typeof part !== 'string')
                    markup.push(part.text);
            if (node.type === 'pair')
                read(node.children);
            else
                text += node.kind === 'break' ? '\n' : CODE_MARK;
            for (const part of after)
                if (typeof part !== 'string')
                    markup.push(part.text);
        }
    };
    read(content);
    return { text, pieces, markup };
}
