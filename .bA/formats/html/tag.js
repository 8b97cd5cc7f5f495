const NAMES = {
    elements: /<(\/?)([a-zA-Z][\w.:-]{0,100})/y,
    'elements-and-numbers': /<(\/?)([a-zA-Z][\w.:-]{0,100}|\d{1,3})/y,
};
const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/dy;
const END = /\s*(\/?)>/y;
/**
 * Reads the tag that begins at an offset, after the tokenizer of the HTML standard, but for malformed tags (a quote or
 * `<` in a name), which are no tags here.
 * @param at the offset of a `<`
 */
export function readTag(text, at, names) {
    const start = matchAt(NAMES[names], text, at);
    if (start === null)
        return undefined;
    const attributes = [];
    let end = at + start[0].length;
    for (let match = matchAt(ATTRIBUTE, text, end); match !== null; match = matchAt(ATTRIBUTE, text, end)) {
        const place = match.indices?.[2] ?? match.indices?.[3] ?? match.indices?.[4];
        attributes.push({
            name: (match[1] ?? '').toLowerCase(),
            raw: place === undefined ? undefined : text.slice(...place),
            start: place?.[0] ?? end,
        });
        end += match[0].length;
    }
    const close = matchAt(END, text, end);
    if (close === null)
        return undefined;
    return {
        name: (start[2] ?? '').toLowerCase(),
        closing: start[1] === '/',
        selfClosing: close[1] === '/',
        attributes,
        end: end + close[0].length,
    };
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}
