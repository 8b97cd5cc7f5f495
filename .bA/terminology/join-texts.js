/** The same content with neighbouring texts as one and without empty ones, at every level. */
export function joinTexts(content) {
    const joined = [];
    for (const node of content) {
        const last = joined.at(-1);
        if (node.type === 'pair')
            joined.push({ ...node, children: joinTexts(node.children) });
        else if (node.type === 'text' && last?.type === 'text') {
            joined[joined.length - 1] = { type: 'text', text: last.text + node.text };
        }
        else if (node.type !== 'text' || node.text !== '')
            joined.push(node);
    }
    return joined;
}
