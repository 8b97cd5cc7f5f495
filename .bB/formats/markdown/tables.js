import { gfmTable } from 'micromark-extension-gfm-table';
const TABLE = gfmTable();
/** A row of dashes under a table's head, whatever containers stand before it. */
const DELIMITER_ROW = /^[\s>|:*+\-\d.)]*-[\s>|:-]*$/;
/** The lines of a parser's text that tables may be in. */
const rows = new WeakMap();
/**
 * GFM tables. Their construct tries every paragraph as a table's head, at a third of the cost of all parsing; here it only
 * tries the lines around something like a delimiter row.
 */
export const tableSyntax = { flow: { null: constructs().map(onlyInRows) } };
/** Finds the lines of a text that tables may be in; to be called before the text is parsed. */
export function findTables(parser, text) {
    const found = new Set();
    let inTable = false;
    for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
        const isDelimiter = line.includes('-') && DELIMITER_ROW.test(line);
        if (isDelimiter)
            found.add(index);
        inTable = isDelimiter || (inTable && /[^\s>]/.test(line));
        if (inTable)
            found.add(index + 1);
    }
    rows.set(parser, found);
}
function constructs() {
    const own = TABLE.flow?.['null'];
    return own === undefined ? [] : Array.isArray(own) ? own : [own];
}
function onlyInRows(construct) {
    return {
        ...construct,
        tokenize(effects, ok, nok) {
            const isThere = rows.get(this.parser)?.has(this.now().line) === true;
            return isThere ? construct.tokenize.call(this, effects, ok, nok) : nok;
        },
    };
}
