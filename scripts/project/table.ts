import { oneLine } from './log.ts';

/** A plain text table for a terminal or a log: numbers to the right, words to the left. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], gap = '  '): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => oneLine(String(cell))))];
  const columns = head.map((_, column) => ({
    width: Math.max(...cells.map((row) => (row[column] ?? '').length)),
    isNumeric: rows.length > 0 && rows.every((row) => /^[\d./]+$/.test(String(row[column] ?? ''))),
  }));
  const line = (row: readonly string[]): string =>
    columns
      .map(({ width, isNumeric }, column) => {
        const cell = row[column] ?? '';
        return isNumeric ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(gap)
      .trimEnd();
  return [line(head), columns.map(({ width }) => '-'.repeat(width)).join(gap), ...cells.slice(1).map(line)].join('\n');
}
