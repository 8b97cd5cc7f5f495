/** Ids, classes and attributes in braces, as Python-Markdown, kramdown, Pandoc and Docusaurus have them: `{#id}`, `{: .a }`, `{ .a b=c }`. */

const VALUE = /"(?:[^"\\\n]|\\[^\n]){0,1000}"|'(?:[^'\\\n]|\\[^\n]){0,1000}'|[^\s"'{}<>=`]{1,300}/.source;
const ITEM = `(?:[#.][^\\s{}"'=\`]{1,200}|data-[\\w-]{1,60}(?![\\w=-])|[A-Za-z@:][\\w:.@-]{0,60}=(?:${VALUE}))`;
/** One item at least is an id, a class, a value or `data-…`; bare names may follow. */
const SPACE = '(?:[ \\t]{1,9}|[ \\t]{0,9}\\r?\\n[ \\t]{0,20})';
const LIST = `\\{${SPACE}?${ITEM}(?:${SPACE}(?:${ITEM}|[\\w-]{1,60})){0,30}${SPACE}?\\}`;
/** kramdown's and Python-Markdown's way says by itself what it is. */
const COLON = /\{:{1,2}[^{}\n`]{0,400}\}|\{:?\/[a-z]{0,20}:?\}/.source;

/** A list that begins where the expression looks. */
export const ATTRIBUTE_LIST = new RegExp(`${COLON}|${LIST}|\\{-\\}`, 'y');
/** The same, as a whole text. */
export const ATTRIBUTES = new RegExp(`^(?:${COLON}|${LIST}|\\{-\\})$`);
/** One bare name, right behind a link. */
const NAME = /\{[ \t][a-z][\w-]{0,40}[ \t]?\}/y;
/** Behind the name or label of a directive they are the directive's: `:abbr[HTML]{title="x"}`. */
const OF_DIRECTIVE = /(?:^|[^\w:]):[A-Za-z][\w-]{0,60}(?:\[[^[\]\n]{0,100}\])?$/;
/** So they are on a line of colons. */
const COLONS = /^[ \t>*+\-\d.)]{0,40}:{2,}/;

/** Whether a list on a line of colons stands in the label, or behind a text with marks, and more follows. */
function isSpan(before: string, behind: string): boolean {
  if (before.split('[').length > before.split(']').length) return true;
  return /[\])*_`~]$/.test(before) && !/^[ \t]*:*[ \t]*(?:[\n\r]|$)/.test(behind);
}

/** So far back the beginning of a line is looked for; the limit keeps the search linear. */
const LONGEST_LINE = 20_000;

/** Where the attribute list ends that begins at an offset, if there is one. */
export function endOfAttributes(text: string, start: number): number | undefined {
  ATTRIBUTE_LIST.lastIndex = start;
  NAME.lastIndex = start;
  const found = (ATTRIBUTE_LIST.exec(text) ?? (text[start - 1] === ')' ? NAME.exec(text) : null))?.[0];
  if (found === undefined) return undefined;
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const end = start + found.length;
  const isOwn = COLONS.test(line) && !isSpan(line, text.slice(end, end + 80));
  return isOwn || OF_DIRECTIVE.test(line.slice(-200)) ? undefined : end;
}
