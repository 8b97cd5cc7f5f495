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

const EXCESS = /\|[ \t]*:?-/;

/**
 * A text in which no delimiter row has more cells than its table's head: some site builders read such a table, CommonMark's
 * readers do not. As long as the text was.
 */
export function fitDelimiterRows(text: string): string {
  if (!EXCESS.test(text)) return text;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const head = lines[index - 1];
    if (head?.includes('|') !== true || !EXCESS.test(line) || !DELIMITER_ROW.test(line)) continue;
    const cells = cellsOf(head);
    const last = [...line.matchAll(/:?-+:?/g)][cells - 1];
    const end = last === undefined ? line.length : last.index + last[0].length;
    if (cells > 1 && line.slice(end).includes('-')) lines[index] = line.slice(0, end).padEnd(line.length);
  }
  return lines.join('\n');
}

function cellsOf(head: string): number {
  const row = head.replace(/^[ \t>]*\|?/, '').replace(/\|?\s*$/, '');
  return row.replace(/\\./g, '').split('|').length;
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
