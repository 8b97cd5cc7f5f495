import { isEscaped } from './masks.ts';

/** Where an inline value stands in its file, and what has to be undone to read it. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** Block quotes around it: as many `>` may begin its further lines. */
  readonly quotes: number;
  /** A table cell: `|` is written `\|`. */
  readonly cell: boolean;
}

const LINE_END = /\r\n|[\n\r]/;

/**
 * The inline source between two offsets as a value has it: container prefixes removed, soft line ends as one space,
 * hard breaks as written, a cell's `\|` as `|`.
 */
export function readValue(text: string, { start, end, quotes, cell }: Region): string {
  const source = text.slice(start, end);
  const lines = LINE_END.test(source) ? joinLines(source, quotes) : source;
  return cell ? lines.replace(/\\([\\|])/g, (pair, escaped: string) => (escaped === '|' ? '|' : pair)) : lines;
}

function joinLines(source: string, quotes: number): string {
  return source.split(LINE_END).reduce((done, line) => join(done, withoutPrefix(line, quotes)));
}

/** A line of a paragraph without `>` (missing on lazy lines) and indentation. */
function withoutPrefix(line: string, quotes: number): string {
  let rest = line;
  for (let left = quotes; left > 0; left--) {
    const match = /^[ \t]*>/.exec(rest);
    if (match === null) break;
    rest = rest.slice(match[0].length);
  }
  return rest.replace(/^[ \t]+/, '');
}

function join(before: string, line: string): string {
  const hard = / {2,}$/.test(before) || (before.endsWith('\\') && isEscaped(before, before.length));
  return hard ? `${before}\n${line}` : `${before.replace(/[ \t]+$/, '')} ${line}`;
}

/**
 * A value from people or machines in the form in which it is parsed and written: trimmed, `\n` only after a backslash or
 * two spaces, where it is a hard break; every other line end is a space.
 */
export function normalizeValue(value: string): string {
  const clean = value.includes('\uFDD0') ? value.replaceAll('\uFDD0', '\uFFFD') : value;
  const trimmed = clean.replace(/^[ \t\n\r]+/, '').replace(/(?<![ \t\n\r])[ \t\n\r]+$/, '');
  return LINE_END.test(trimmed) ? joinLines(trimmed.replace(/(?:[ \t]*(?:\r\n|[\n\r])){2,}[ \t]*/g, '\n'), 0) : trimmed;
}

/** A value as it is written into a table cell. */
export function escapePipes(value: string): string {
  return value.replace(/\\[^]|\|/g, (match) => (match === '|' ? '\\|' : match));
}
