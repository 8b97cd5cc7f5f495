/** How wide the wrapped paragraphs of a file are. */
export function wrapWidth(paragraphs) {
    let widest = 0;
    for (const lines of paragraphs) {
        if (lines.length < 2)
            continue;
        for (const { indent, mark, text } of lines)
            widest = Math.max(widest, indent.length + mark.length + text.length);
    }
    return widest;
}
/**
 * Wraps a text as the source's paragraph was wrapped, later lines indented as its second.
 * @param value on one line
 * @param lines of the source's paragraph; a single one is not wrapped
 * @param width of the file's paragraphs
 * @param file the source's text: its line ends are used
 */
export function wrap(value, lines, width, file) {
    const [first, second] = lines;
    if (first === undefined || second === undefined)
        return value;
    const lineEnd = file.slice(first.end, second.start).includes('\r\n') ? '\r\n' : '\n';
    let result = '';
    let column = first.indent.length + first.mark.length;
    for (const word of value.split(' ')) {
        if (result !== '' && column + 1 + word.length > width) {
            result += lineEnd + second.indent;
            column = second.indent.length;
        }
        else if (result !== '') {
            result += ' ';
            column += 1;
        }
        result += word;
        column += word.length;
    }
    return result;
}
