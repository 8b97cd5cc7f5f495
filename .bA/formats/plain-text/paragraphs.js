const LONGEST_HEADING = 80;
const LONGEST_TITLE = 160;
/** Ends no heading: the sentence is over, or goes on. Question marks do stand in headings. */
const SENTENCE_GOES_ON_OR_ENDS = /[.,;:…。、，；：।]["'”’»)\]]*$/u;
const SENTENCE_ENDS = /[.!?…。！？।]["'”’»)\]]*$/u;
/** Where hard-wrapped files break their lines. */
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 120;
/** How far a paragraph's first line may be moved in, or out. */
const WIDEST_INDENT = 4;
/**
 * Groups lines into paragraphs and tells headings. Plain text has no marks for them, so:
 * - neighbouring lines are one paragraph where they are wrapped (no line could have held the next one's first word too),
 *   or where the next one goes on in lower case; else each line is a paragraph of its own;
 * - a heading is a short line without a full stop, comma or colon at its end that is underlined, stands alone between
 *   empty lines, or directly before a paragraph.
 */
export function readParagraphs(lines) {
    const blocks = [];
    let block = [];
    for (const line of lines) {
        if (line.type !== 'blank')
            block.push(line);
        else if (block.length > 0) {
            blocks.push(groups(block));
            block = [];
        }
    }
    if (block.length > 0)
        blocks.push(groups(block));
    return blocks.flatMap((some, index) => some.map((group, place) => ({
        lines: group,
        kind: kindOf(group, some, place, index === blocks.length - 1),
        apart: place === 0,
    })));
}
/** True where the first paragraph of a file can be its title: one line, not a whole sentence, and something follows. */
export function isTitle(paragraph, more) {
    const text = paragraph.lines[0]?.text ?? '';
    if (paragraph.lines.length !== 1 || paragraph.kind === 'li' || !more)
        return false;
    return text.length <= LONGEST_TITLE && !SENTENCE_GOES_ON_OR_ENDS.test(text);
}
function groups(block) {
    const items = [];
    for (const line of block) {
        const last = items.at(-1);
        const opens = line.mark !== '' || line.type === 'rule' || last?.[0]?.type === 'rule';
        if (opens || last === undefined)
            items.push([line]);
        else
            last.push(line);
    }
    return items.flatMap((item) => (isWrapped(item) ? [item] : splitLines(item)));
}
function isWrapped(lines) {
    const width = lines.reduce((widest, line) => Math.max(widest, columns(line)), 0);
    if (width < NARROWEST_WRAP || width > WIDEST_WRAP || !areAligned(lines))
        return false;
    return lines.every((line, index) => {
        const next = lines[index + 1];
        return next === undefined || columns(line) + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0) > width;
    });
}
/** Lines of a paragraph begin below one another, but for the first; centred lines do not. */
function areAligned([first, second, ...rest]) {
    if (first === undefined || second === undefined)
        return true;
    const isOneIndent = rest.every((line) => line.indent === second.indent);
    return isOneIndent && (first.mark !== '' || Math.abs(first.indent.length - second.indent.length) <= WIDEST_INDENT);
}
/** Joins only lines that go on in lower case, and, in a list item, lines that are indented below its mark. */
function splitLines(lines) {
    const result = [];
    for (const line of lines) {
        const last = result.at(-1);
        const before = last?.at(-1);
        const head = last?.[0];
        const goesOn = before !== undefined &&
            head !== undefined &&
            ((/^\p{Ll}/u.test(line.text) && !SENTENCE_ENDS.test(before.text)) ||
                (head.mark !== '' && line.indent.length > head.indent.length));
        if (goesOn && last !== undefined)
            last.push(line);
        else
            result.push([line]);
    }
    return result;
}
function kindOf(group, block, place, last) {
    const line = group[0];
    if (line === undefined || line.mark !== '')
        return line === undefined ? 'p' : 'li';
    if (group.length > 1 || line.text.length > LONGEST_HEADING || SENTENCE_GOES_ON_OR_ENDS.test(line.text))
        return 'p';
    const next = block[place + 1];
    if (next === undefined)
        return block.length === 1 && !last ? 'heading' : 'p';
    return next[0]?.type === 'rule' || isRunningText(next) ? 'heading' : 'p';
}
function isRunningText(group) {
    const [line] = group;
    if (line === undefined || line.mark !== '')
        return false;
    return group.length > 1 || line.text.length > LONGEST_HEADING || SENTENCE_ENDS.test(line.text);
}
function columns(line) {
    return line.indent.length + line.mark.length + line.text.length;
}
