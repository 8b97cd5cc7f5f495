/** LaTeX's brackets around formulas, as MathJax and KaTeX read them: `\( x \)`, `\[ x \]`; also with the backslash doubled, as Markdown takes one away. */

const OPENING = /(\\{1,2})([[(])/y;
/** On one line; or, from the beginning of a line to the end of another, on several without an empty one. */
const LONGEST_LINE = 500;
const LONGEST = 2000;
const WORD = /\p{L}{3}/u;
const FORMULA = /\\[A-Za-z]{2}|[=^]|(?<!\p{L}{2})[\p{L})\]}]_[{\p{L}\p{N}\\]/u;
const LINE_AHEAD = /(?:^|[\n\r])[ \t>\d.)*+-]*$/;

/**
 * Where the formula ends whose opening bracket stands at an offset.
 * @returns undefined where it is only an escaped bracket: there is no closing one, or words are inside
 */
export function endOfLatex(text: string, start: number): number | undefined {
  OPENING.lastIndex = start;
  const [opening = '', slashes = '', bracket] = OPENING.exec(text) ?? [];
  if (opening === '') return undefined;
  const closing = slashes + (bracket === '[' ? ']' : ')');
  const from = start + opening.length;
  const length = text.slice(from, from + LONGEST).indexOf(closing);
  if (length === -1) return undefined;
  const inside = text.slice(from, from + length);
  const end = from + length + closing.length;
  if (inside.includes('`') || !isFormula(inside)) return undefined;
  if (!/[\n\r]/.test(inside)) return length <= LONGEST_LINE ? end : undefined;
  const isDisplayed = bracket === '[' && LINE_AHEAD.test(text.slice(Math.max(0, start - 80), start));
  const endsLine = /^[ \t]*(?:[\n\r]|$)/.test(text.slice(end, end + 80));
  return isDisplayed && endsLine && !/(?:\n|\r(?!\n))[ \t>]*(?:[\n\r]|~~~)/.test(inside) ? end : undefined;
}

/** Whether what stands between brackets is a formula: it has a letter, and signs of mathematics or no word. */
export function isFormula(inside: string): boolean {
  return /\p{L}/u.test(inside) && (FORMULA.test(inside) || !WORD.test(inside));
}
