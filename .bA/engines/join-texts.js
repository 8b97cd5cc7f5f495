/**
 * Tidies content that was put together from parts.
 *
 * @returns the content without empty texts, neighbouring texts as one; pairs are not looked into.
 */
export function joinTexts(content) {
    const result = [];
    for (const one of content) {
        const last = result.at(-1);
        if (one.type !== 'text')
            result.push(one);
        else if (one.text === '')
            continue;
        else if (last?.type === 'text')
            result[result.length - 1] = { type: 'text', text: last.text + one.text };
        else
            result.push(one);
    }
    return result;
}
