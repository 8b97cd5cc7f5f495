import { gfmTable } from 'micromark-extension-gfm-table';
import type { Construct, Extension, ParseContext } from 'micromark-util-types';

const TABLE = gfmTable();

/** A row of dashes under a table's head, whatever containers stand before it. */
const DELIMITER_ROW = /^[\s>|:*+\-\d.)]*-[\s>|:-]*$/;

/** The lines of a parser's text that tables may be in. */
const rows = new WeakMap<ParseContext, ReadonlySet<number>>();

/**
 * GFM tables. Their construct tries every paragraph as a table's head, at a third of the cost of all parsing; here it only
 * tries the lines around something like a delimiter row.
 */
export const tableSyntax: Extension = { flow: { null: constructs().map(onlyInRows) } };

/** Finds the lines of a text that tables may be in; to be called before the text is parsed. */
export function findTables(parser: ParseContext, text: string): void {
  const found = new Set<number>();
  let inTable = false;
  for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
    const isDelimiter = line.includes('-') && DELIMITER_ROW.test(line);
    if (isDelimiter) found.add(index);
    inTable = isDelimiter || (inTable && /[^\s>]/.test(line));
    if (inTable) found.add(index + 1);
  }
  rows.set(parser, found);
}

function constructs(): Construct[] {
  const own = TABLE.flow?.['null'];
  return own === undefined ? [] : Array.isArray(own) ? own : [own];
}

function onlyInRows(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const isThere = rows.get(this.parser)?.has(this.now().line) === true;
      return isThere ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}
