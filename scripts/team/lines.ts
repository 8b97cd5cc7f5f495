/**
 * Columns of many rows as one text, a line a row: a list as PostgreSQL spells it, and a message a row, cost both sides
 * several times as much. For keys, numbers and JSON: no line ends in them.
 */

export function lines(values: readonly (string | number)[]): string {
  return values.join('\n');
}

/** @returns SQL that reads a parameter that `lines` made. */
export function linesIn(parameter: string): string {
  return `string_to_array(${parameter}, e'\\n')`;
}

/** @returns SQL that writes a column of all rows, but for nulls. */
export function linesOf(column: string): string {
  return `string_agg(${column}, e'\\n')`;
}

/** @param text what `linesOf` gave: null for no rows. */
export function readLines(text: string | null | undefined): string[] {
  return text == null || text === '' ? [] : text.split('\n');
}
