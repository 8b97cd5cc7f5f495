import type { ParsedUnit } from '../unit.ts';

/** Between the head of a table and its rows stands one line. */
const RULE = 2;

/**
 * Where each cell stands in its table: which of its line's texts it is, and whether the line is the head.
 * @returns undefined for what is no cell.
 */
export function tableCells(units: readonly Pick<ParsedUnit, 'kind' | 'line'>[]): readonly (string | undefined)[] {
  let [head, line, column] = [-Infinity, -Infinity, 0];
  return units.map((unit) => {
    if (unit.kind !== 'cell') {
      line = -Infinity;
      return undefined;
    }
    if (unit.line > line + RULE) head = unit.line;
    column = unit.line === line ? column + 1 : 0;
    line = unit.line;
    return `${line === head ? 'head' : 'row'} ${column}`;
  });
}
