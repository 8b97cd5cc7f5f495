import { gfmTable } from 'micromark-extension-gfm-table';
import type { Construct, Extension } from 'micromark-util-types';

const TABLE = gfmTable();

/** A row of dashes under a table's head, whatever containers stand before it. */
const DELIMITER_ROW = /^[\s>|:*+\-\d.)]*-[\s>|:-]*$/;

/**
 * GFM tables. Their construct tries every paragraph as a table's head, at a third of the cost of all parsing; here it only
 * tries the lines around something like a delimiter row.
 */
export function tableSyntax(text: string): Extension {
  const rows = new Set<number>();
  let inTable = false;
  for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
    const isDelimiter = line.includes('-') && DELIMITER_ROW.test(line);
    if (isDelimiter) rows.add(index);
    inTable = isDelimiter || (inTable && /[^\s>]/.test(line));
    if (inTable) rows.add(index + 1);
  }
  const original = TABLE.flow?.['null'];
  if (original === undefined || rows.size === 0) return {};
  const constructs = Array.isArray(original) ? original : [original];
  return { flow: { null: constructs.map((construct) => onlyAt(rows, construct)) } };
}

function onlyAt(lines: ReadonlySet<number>, construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return lines.has(this.now().line) ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}
