/** Characters that XML 1.0 cannot hold in any spelling: controls but tab and line ends, halves of pairs. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
const PAIRS = new RegExp(PAIR, 'g');
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Writes running text so that an XML or HTML parser reads it back; characters that no XML can hold are dropped. */
export function escapeText(text) {
    return text.replace(FORBIDDEN, '').replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);
}
/**
 * Writes the segments of one unit as tagged text. Codes are numbered afresh, 1 to n in the order in which they open, so
 * that two units that differ only in their markup give the same text and are sent once.
 */
export function tagSegments(segments, style) {
    let last = 0;
    const tagSegment = (content) => {
        const codes = new Map();
        let characters = 0;
        const write = (nodes) => nodes.map(writeNode).join('');
        const writeNode = (node) => {
            if (node.type === 'text') {
                characters += countCharacters(node.text);
                return escapeText(node.text);
            }
            const id = ++last;
            if (node.type === 'pair') {
                codes.set(`g${id}`, node);
                return `<g${id}>${write(node.children)}</g${id}>`;
            }
            if (node.kind !== 'term') {
                codes.set(`x${id}`, node);
                return `<x${id}/>`;
            }
            codes.set(`${style.term}:${id}`, node);
            const form = literal(node.markup);
            characters += countCharacters(form);
            return `<${style.term} i="${id}">${escapeText(form)}</${style.term}>`;
        };
        const text = write(content);
        return { text, characters, codes };
    };
    return segments.map(tagSegment);
}
/** The key of an element in `TaggedSegment.codes`: its name, with its number where that stands in an attribute. */
export function elementKey(name, number) {
    return number === undefined ? name : `${name}:${number}`;
}
/** True where a person would translate something: a letter or a digit outside all markup. */
export function hasWords(content) {
    return content.some((node) => node.type === 'text' ? /[\p{L}\p{N}]/u.test(node.text) : node.type === 'pair' && hasWords(node.children));
}
function literal(markup) {
    return markup.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
function countCharacters(text) {
    // Code points: a pair of halves is one.
    return text.length - (PAIR.test(text) ? (text.match(PAIRS)?.length ?? 0) : 0);
}
