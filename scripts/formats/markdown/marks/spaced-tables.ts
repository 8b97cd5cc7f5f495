/** Pandoc's tables without bars: what stands in a column is told by where it stands, under or over lines of hyphens. */

/** A line that shows the columns, and one as long as the table. */
const COLUMNS = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
const WHOLE = /^ {0,3}-{10,} *$/;
const EMPTY = /^\s*$/;

const BEHIND_EMPTY = /(?:^|\n)[ \t]*\r?\n$|^$/;

const MOST_LINES = 300;
/** Of a head over several lines. */
const MOST_OF_HEAD = 8;

/**
 * The end of such a table that begins with a line: with its head, or with a line of hyphens where another one ends it.
 * @param start of a line; a table stands behind an empty one
 */
export function spacedTableEnd(text: string, start: number): number | undefined {
  // Most lines have no hyphens near.
  if (!beginsWithHyphens(text, start) && !beginsWithHyphens(text, text.indexOf('\n', start) + 1)) return undefined;
  if (!BEHIND_EMPTY.test(text.slice(Math.max(0, start - 400), start))) return undefined;
  const lines = linesFrom(text, start);
  const [first = '', second = ''] = lines;
  if (COLUMNS.test(first)) return endOf(text, start, lines, lastLine(lines, 2, [first]));
  if (COLUMNS.test(second)) {
    const isHead = [first, lines[2] ?? ''].every((line) => /\S/.test(line) && isInColumns(line, second));
    const rows = lines.slice(2).findIndex((line) => EMPTY.test(line));
    const last = rows === -1 ? lines.length - 1 : rows + 1;
    return isHead && last > 1 ? endOf(text, start, lines, last) : undefined;
  }
  if (!WHOLE.test(first)) return undefined;
  const columns = lines.slice(0, MOST_OF_HEAD).findIndex((line) => COLUMNS.test(line));
  const isHead = columns > 1 && !lines.slice(1, columns).some((line) => EMPTY.test(line));
  return isHead ? endOf(text, start, lines, lastLine(lines, columns + 2, [first, lines[columns] ?? ''])) : undefined;
}

function beginsWithHyphens(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (at < lineStart + 3 && text[at] === ' ') at++;
  return text.startsWith('--', at);
}

/** Whether a line has a blank wherever a column ends. */
function isInColumns(line: string, columns: string): boolean {
  return [...columns.trimEnd().matchAll(/(?<=-) +(?=-)/g)].every(({ 0: gap, index }) =>
    / |^$/.test(line.slice(index, index + gap.length)),
  );
}

/** Whether a mark is such a table. */
export function isSpacedTable(text: string): boolean {
  return text.includes('\n') && /^ *-{2,}(?: +-{2,})+ *\r?$/m.test(text);
}

/** The line of hyphens that ends a table, which is one of those that it begins with. */
function lastLine(lines: readonly string[], from: number, ends: readonly string[]): number | undefined {
  const wanted = ends.map((end) => end.trim());
  const found = lines.findIndex((line, index) => index >= from && wanted.includes(line.trim()));
  return found === -1 ? undefined : found;
}

function linesFrom(text: string, start: number): string[] {
  const lines: string[] = [];
  for (let at = start; lines.length < MOST_LINES;) {
    const next = text.indexOf('\n', at);
    lines.push(text.slice(at, next === -1 ? undefined : next).replace(/\r$/, ''));
    if (next === -1) break;
    at = next + 1;
  }
  return lines;
}

/** Where the last line ends, without its blanks. */
function endOf(text: string, start: number, lines: readonly string[], last: number | undefined): number | undefined {
  if (last === undefined) return undefined;
  let at = start;
  for (let count = 0; count < last; count++) at = text.indexOf('\n', at) + 1;
  return at + (lines[last] ?? '').trimEnd().length;
}
