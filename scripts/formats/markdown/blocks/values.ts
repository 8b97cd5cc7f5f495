import { isEscaped } from '../marks/escaped.ts';
import { hasFiller } from '../marks/masks.ts';

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
  const lines = source.includes('\n') || source.includes('\r') ? joinLines(source, quotes) : source;
  return cell ? lines.replace(/\\([\\|])/g, (pair, escaped: string) => (escaped === '|' ? '|' : pair)) : lines;
}

function joinLines(source: string, quotes: number): string {
  const lines = source.split(LINE_END);
  return lines
    .map((line, index) => {
      const text = index === 0 ? line : withoutPrefix(line, quotes);
      if (index === lines.length - 1) return text;
      const bare = trimEnd(text);
      const hard = text.endsWith('  ') || (text === bare && text.endsWith('\\') && isEscaped(text, text.length));
      return hard ? `${text}\n` : `${bare} `;
    })
    .join('');
}

/** The value between two offsets, in which each `[label]` that is a link says so: `[label][]`. @param shortcuts where these end */
export function readCollapsed(text: string, region: Region, shortcuts: readonly number[]): string {
  if (shortcuts.length === 0) return readValue(text, region);
  let source = '';
  let at = region.start;
  for (const end of shortcuts.toSorted((a, b) => a - b)) {
    source += `${text.slice(at, end)}[]`;
    at = end;
  }
  source += text.slice(at, region.end);
  return readValue(source, { ...region, start: 0, end: source.length });
}

/** Without spaces and tabs at the end; a regular expression would look for them from every space. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n\r'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
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

/**
 * A value from people or machines in the form in which it is parsed and written: trimmed, `\n` only after a backslash or
 * two spaces, where it is a hard break; every other line end is a space.
 */
export function normalizeValue(value: string): string {
  const clean = hasFiller(value) ? value.replaceAll('\uFDD0', '\uFFFD') : value;
  const trimmed = trimEnd(clean.replace(/^[ \t\n\r]+/, ''));
  return LINE_END.test(trimmed) ? joinLines(withoutBlankLines(trimmed), 0) : trimmed;
}

function withoutBlankLines(text: string): string {
  return text
    .split(LINE_END)
    .filter((line) => /[^ \t]/.test(line))
    .join('\n');
}

/** A value as it is written into a table cell. */
export function escapePipes(value: string): string {
  return value.replace(/\\[^]|\|/g, (match) => (match === '|' ? '\\|' : match));
}
