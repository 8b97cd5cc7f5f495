import type { FoundMark } from './block-mark.ts';

/** Pandoc's lists by letters, Roman numbers and numbers in brackets: `a) Words`, `(iv) Words`, `(1) Words`. */
const ITEM =
  /(?<ahead>[ \t>]*)(?<sign>\((?:[a-zA-Z]|[ivxl]{2,4}|[IVXL]{2,4}|\d{1,3})\)|(?:[a-zA-Z]|[ivxl]{2,4}|[IVXL]{2,4})\))[ \t]+(?=\S)/y;
const BEHIND_EMPTY = /(?:^|\n)[ \t>]*\r?\n$|^$/;
/** As far as an item's further lines are indented at most. */
const WIDEST = 4;
const LONGEST_ITEM = 5000;

/**
 * An item of such a list that begins on a line: behind an empty line, or behind another item.
 * @param before the mark before it
 */
export function letteredItem(text: string, lineStart: number, before: FoundMark | undefined): FoundMark | undefined {
  const bracket = text.slice(lineStart, lineStart + 40).indexOf(')');
  if (bracket === -1) return undefined;
  ITEM.lastIndex = lineStart;
  const { 0: whole = '', groups: { ahead = '' } = {} } = ITEM.exec(text) ?? {};
  if (whole === '') return undefined;
  const isNear = before?.isTerm === true && before.indent !== undefined && lineStart - before.end < LONGEST_ITEM;
  const isNext = isNear && !/\n.*\n/.test(text.slice(before.end, lineStart));
  if (!isNext && !BEHIND_EMPTY.test(text.slice(Math.max(0, lineStart - 400), lineStart))) return undefined;
  const start = lineStart + ahead.length;
  const end = lineStart + whole.length;
  return { start, titleStart: end, titleEnd: end, end, indent: Math.min(end - start, WIDEST), isTerm: true };
}
