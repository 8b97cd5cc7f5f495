const LONGEST = 1_000;
/**
 * The end of an i18next nesting `$t(key, {"count": 1})`: its brackets are balanced outside of quotes, as i18next's own
 * pattern has it.
 * @param start the offset of `$t(`
 * @returns the offset after the closing bracket, or undefined where there is none (then it is text)
 */
export function nestingEnd(value, start) {
    let depth = 0;
    let quote = '';
    const limit = Math.min(value.length, start + LONGEST);
    if (!value.slice(start, limit).includes(')'))
        return undefined;
    for (let at = start + 2; at < limit; at++) {
        const character = value[at] ?? '';
        if (quote !== '') {
            if (character === quote)
                quote = '';
        }
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === '(')
            depth += 1;
        else if (character === ')') {
            depth -= 1;
            if (depth === 0)
                return at + 1;
        }
    }
    return undefined;
}
