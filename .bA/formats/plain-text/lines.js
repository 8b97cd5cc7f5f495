const MARK = /^(?:[-*+•·‣▪◦–]|\d{1,3}[.)])[ \t]+(?=\S)/u;
const RULE = /^(?:={3,}|-{3,}|~{3,}|\^{3,}|_{3,}|#{3,}|(?:\*[ \t]?){3,})$/;
/** Cuts a text into lines; line ends (LF, CRLF, CR) and a byte order mark belong to none. */
export function readLines(text) {
    const lines = [];
    let offset = text.startsWith('\ufeff') ? 1 : 0;
    for (const raw of text.slice(offset).split(/\r\n|\n|\r/)) {
        const trimmed = raw.trim();
        const indent = raw.slice(0, raw.length - raw.trimStart().length);
        const mark = MARK.exec(trimmed)?.[0] ?? '';
        const words = trimmed.slice(mark.length);
        const start = offset + indent.length + mark.length;
        const type = trimmed === '' ? 'blank' : RULE.test(trimmed) ? 'rule' : 'words';
        lines.push({ number: lines.length + 1, start, end: start + words.length, text: words, indent, mark, type });
        offset += raw.length;
        offset += text.startsWith('\r\n', offset) ? 2 : 1;
    }
    return lines;
}
