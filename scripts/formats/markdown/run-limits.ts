import { SourceError } from '../../project/errors.ts';

/**
 * What repeats without an end: the parser looks at all that follows for each of them. No article is near these numbers, and
 * at each of them a file takes less than a second.
 */
const LIMITS = {
  /** Blanks in a row. */
  blanks: 10_000,
  /** `$` in a row, and in all. */
  dollars: 1_000,
  allDollars: 50_000,
  /** Headings that a line of `=` or `-` makes. */
  underlines: 2_000,
  /** Lines that go on with a quote or list item without a sign of their own. */
  lazyLines: 4_000,
  /** Cells in one row of a table, and in all rows. */
  columns: 1_000,
  cells: 40_000,
  /** `<` in one paragraph of text: each may begin a tag, and takes the text around it apart. */
  tagSigns: 8_000,
  /** Characters that are read in vain for `<!--` and its like, each to the end of its paragraph. */
  unclosed: 10_000_000,
} as const;

const REMEDY = 'Split the article, or take the generated part out of it.';

/** @throws SourceError with the line in the body where there is one */
export function checkRuns(body: string): void {
  const fail = (what: string, line?: number): never => {
    throw new SourceError(`${what}.`, { remedy: REMEDY, ...(line === undefined ? {} : { place: { line } }) });
  };
  if (hasRun(body, ' \t', LIMITS.blanks)) fail(`More than ${LIMITS.blanks} blanks stand in a row`);
  if (hasRun(body, '$', LIMITS.dollars)) fail(`More than ${LIMITS.dollars} dollar signs stand in a row`);
  if (body.split('$').length > LIMITS.allDollars) fail(`The article has more than ${LIMITS.allDollars} dollar signs`);
  if (unclosedCost(body) > LIMITS.unclosed) fail('The article has too many comments or tags that are not closed');
  if (hasTooManyTags(body)) fail(`A paragraph has more than ${LIMITS.tagSigns} signs "<"`);
  let [underlines, lazy, cells] = [0, 0, 0];
  let [inContainer, inTable, before] = [false, false, ''];
  for (const [index, line] of body.split('\n').entries()) {
    const isBlank = line.trim() === '';
    const opens = /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(line);
    if (isBlank) [inContainer, inTable, lazy] = [false, false, 0];
    else if (opens) [inContainer, lazy] = [true, 0];
    else if (inContainer && ++lazy > LIMITS.lazyLines) fail('A quote or list item has too many lines', index + 1);
    if (/^[ \t>]*(?:=+|-+)[ \t]*$/.test(line) && before.trim() !== '' && ++underlines > LIMITS.underlines)
      fail(`More than ${LIMITS.underlines} headings are underlined`, index + 1);
    if (!isBlank && line.includes('|')) {
      const columns = line.split('|').length;
      inTable ||= /^[ \t>]*[|:-][ \t|:-]*$/.test(line);
      if (inTable && columns > LIMITS.columns) fail(`A table has more than ${LIMITS.columns} columns`, index + 1);
      cells += inTable ? columns : 0;
      if (cells > LIMITS.cells) fail(`Tables have more than ${LIMITS.cells} cells`, index + 1);
    }
    before = line;
  }
}

function hasRun(text: string, signs: string, most: number): boolean {
  // Each place that far from the last is in a run that is too long, so only these need be looked at.
  for (let at = most - 1; at < text.length; at += most) {
    if (!signs.includes(text.charAt(at))) continue;
    let [start, end] = [at, at];
    while (start > 0 && at - start <= most && signs.includes(text.charAt(start - 1))) start--;
    while (end < text.length && end - at <= most && signs.includes(text.charAt(end))) end++;
    if (end - start > most) return true;
  }
  return false;
}

const HTML_BLOCK = /^\s*<\/?[a-z][\w-]*[\s/>]/i;

/** A block of HTML is one piece, whatever is in it. */
function hasTooManyTags(body: string): boolean {
  if (body.split('<', LIMITS.tagSigns + 2).length <= LIMITS.tagSigns) return false;
  return body
    .split(/\n[ \t]*\n/)
    .some((paragraph) => !HTML_BLOCK.test(paragraph) && paragraph.split('<').length - 1 > LIMITS.tagSigns);
}

const UNCLOSED = [
  { opener: /<!--/g, closer: '-->' },
  { opener: /<\?/g, closer: '?>' },
  { opener: /<!\[CDATA\[/g, closer: ']]>' },
  { opener: /<![A-Za-z]/g, closer: '>' },
] as const;

/** Behind the last end of its kind in a paragraph each beginning is read to the end of the paragraph. */
function unclosedCost(body: string): number {
  if (!/<[!?]/.test(body)) return 0;
  let cost = 0;
  for (const paragraph of body.split(/\n[ \t]*\n/)) {
    for (const { opener, closer } of UNCLOSED) {
      const last = paragraph.lastIndexOf(closer);
      for (const { index } of paragraph.matchAll(opener)) if (index > last) cost += paragraph.length - index;
    }
  }
  return cost;
}
