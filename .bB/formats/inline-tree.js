/** Pairs inside pairs; what is nested deeper stands alone, so that no later step recurses without end. */
const MAXIMUM_DEPTH = 60;
/**
 * Builds inline content from tokens: an opening tag and the closing tag of its name become a pair, whatever has no
 * partner stands alone, so that it is kept all the same. The content of a guarded pair (`<code>`, `translate="no"`) is
 * not translated: the whole becomes one standing code.
 * @param guard makes that code from the opening tag's code and the places between the two tags
 */
export function buildTree(tokens, guard) {
    const partner = partners(tokens);
    let id = 0;
    let content = [];
    const parents = [];
    for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index];
        if (token === undefined)
            continue;
        const other = partner.get(index);
        if (token.type === 'text') {
            addText(content, token.text);
        }
        else if (token.type === 'open' && other !== undefined) {
            const close = tokens[other];
            if (token.guarded && close?.type === 'close') {
                content.push({ type: 'code', id: ++id, ...guard(token.code, token.end, close.start, close.code) });
                index = other;
            }
            else {
                parents.push({ outer: content, id: ++id, code: token.code });
                content = [];
            }
        }
        else if (token.type === 'close' && other !== undefined) {
            const parent = parents.pop();
            if (parent === undefined)
                continue;
            const { kind, markup: open, signature } = parent.code;
            parent.outer.push({
                type: 'pair',
                id: parent.id,
                kind,
                open,
                close: token.code.markup,
                children: content,
                signature,
            });
            content = parent.outer;
        }
        else {
            content.push({ type: 'code', id: ++id, ...token.code });
        }
    }
    return content;
}
/** The index of each tag's partner, both ways. A closing tag ends the nearest open one of its name and all inside that. */
function partners(tokens) {
    const result = new Map();
    const stack = [];
    const open = new Map();
    for (const [index, token] of tokens.entries()) {
        if (token.type === 'open' && stack.length < MAXIMUM_DEPTH) {
            stack.push({ name: token.name, index });
            open.set(token.name, (open.get(token.name) ?? 0) + 1);
        }
        if (token.type !== 'close' || (open.get(token.name) ?? 0) === 0)
            continue;
        for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
            open.set(top.name, (open.get(top.name) ?? 1) - 1);
            if (top.name !== token.name)
                continue;
            result.set(top.index, index).set(index, top.index);
            break;
        }
    }
    return result;
}
function addText(content, text) {
    const last = content.at(-1);
    if (text === '')
        return;
    if (last?.type === 'text')
        content[content.length - 1] = { type: 'text', text: last.text + text };
    else
        content.push({ type: 'text', text });
}
