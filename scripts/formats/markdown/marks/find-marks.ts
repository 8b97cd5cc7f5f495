import type { BlockMark, FoundMark } from './block-mark.ts';
import { markOf } from './block-marks.ts';
import { environmentEnd } from './environments.ts';
import { GLOSSARY, glossaryTerms, termsBefore } from './glossary-terms.ts';
import { letteredItem } from './lettered-items.ts';
import { spacedTableEnd } from './spaced-tables.ts';

/** A line that may be a mark, from its beginning; the second group is where the mark begins behind its containers. */
const LINE =
  /((?:[ \t]|>|(?:[-+*]|\d{1,9}[.)])[ \t])*)((?::|\{\uFDD0|\[[![tT_/cC]|\*\[|!!!|!include|!INCLUDE|#include[ \t]|\.\.[ \t]+[a-z]|\\[a-zA-Z]{2}|\?\?\?|===|\/\/\/|;?-+8<|---[ \t]*(?![^\n\r])|<<[<[({]|<[A-Za-z][^\n\r>]*\smarkdown|<-{3,}>|import[ \t]*[\w$*{'"]|\(\S|%|@[[i]|\+{3}|\+[-=:]{3}|\^|#[A-Za-z]|#\.[ \t]|```|~~~|~[ \t]|\|(?![^\n\r]*\|)|Table:)[^\n\r]*)/y;
/** What such a line begins with. */
const FIRST = new Set(' \t>-+*0123456789:{[!?=/;<i(%@^#`~.\\T|');
const INNER = /^[ \t]*(?:!!!|\?\?\?|===|:::|\/\/\/|-+8<|\{\uFDD0)/;

/** MyST's directives whose inside is Markdown though it stands in a fence of code. */
const TEXT_FENCE = /^(`{3,}|~{3,})[ \t]*\{(?:prf:|proof:|sd-)?([\w:-]+)\}[ \t]*(.*)$/;
const TEXT_DIRECTIVES: ReadonlySet<string> = new Set(
  (
    'admonition note tip hint important warning caution danger error attention seealso todo dropdown details card ' +
    'grid grid-item grid-item-card tab-set tab-item tabs tab sidebar topic margin aside epigraph highlights pull-quote ' +
    'versionadded versionchanged deprecated figure only div exercise solution proof theorem axiom lemma remark ' +
    'conjecture corollary algorithm criterion example property observation proposition assumption definition glossary ' +
    'table list-table rubric container toggle blockquote exercise-start solution-start hlist abstract keypoints ' +
    'objectives questions discussion challenge prereq callout testimonial instructor figure-md image iframe quote compound legend'
  ).split(' '),
);
/** Those of them whose argument is no text. */
const UNTITLED: ReadonlySet<string> = new Set('figure figure-md image iframe only div grid container hlist'.split(' '));
const CODE_CONTAINER =
  /^(:{3,})[ \t]*(?:mermaid\b|\{(?:code|code-block|code-cell|sourcecode|toctree|literalinclude|include|math|mermaid|raw|csv-table|bibliography|eval-rst|embed|auto\w+|plantuml|graphviz)\})/;
const CLOSING_FENCE = /^(?:`{3,}|~{3,})$/;
const OPENS_OPTIONS = /^(?:(?::{3,}|`{3,}|~{3,})[ \t]*\{[A-Za-z]|\.\.[ \t])/;
const COMPONENT = /^:{2,}[A-Za-z]/;
/** The first line of a component's data. */
const DATA = /^---[ \t]*\r?\n[ \t>]*[\w:@.-]+:(?:[ \t]|\r?\n)/;
/** Components of MDC are counted, so that their slots are known. */
const OPENS_COMPONENT = /^:{2,}[A-Za-z][\w-]*(?:\{.*\})?$/;
const SLOT = /^#[A-Za-z][\w-]*(?:\{[^{}\n]*\})?$/;
/** Retype's, which another line of signs ends: `!!!warning Title`. */
const CALLOUT = /^!!![a-z]*[ \t]+(?!.*")(?=\S)/;
const SCISSORS = /^-+8<-+$/;
/** The first line of Pandoc's table that is drawn: its cells hold blocks, over several lines each. */
const GRID = /^\+(?:[-=:]{3,}\+)+$/;
/** ESM over several lines, in a file that cannot be read as MDX. */
const END_OF_IMPORT = /\}[ \t]*from[ \t]*["'][^"']+["'];?$/;
const OPENS_IMPORT = /^import[ \t]*(?:\w+,[ \t]*)?\{[^}]*$/;

/** The end of a text behind which an empty line, or nothing, stands. */
const BEHIND_EMPTY = /(?:^|\n)[ \t>]*\r?\n$|^[ \t>]*$/;

/** Pandoc's line block, which ends at an empty line. */
const LINE_BLOCK = /^(?:[ \t>]*\|(?:[ \t][^\n|]*)?(?:\n|$)){1,300}(?=[ \t>]*(?:\r?\n|$))/;
const LONGEST_BLOCK = 20_000;

/** So many lines of data, paths or code belong to one mark at most. */
const MOST_LINES = 300;

/**
 * Finds the lines that may be marks: those that speak to the site builder though the grammar would take them for text.
 * @param text in which template tags and attribute lists are hidden
 * @param isMdx its grammar reads imports itself
 */
export function findMarks(text: string, isMdx = false): FoundMark[] {
  return new MarkFinder(text, isMdx).all();
}

/** Whether a line stands in front of the options, or the data, of a directive. */
type Before = 'options' | 'data' | '';

class MarkFinder {
  readonly #text: string;
  readonly #isMdx: boolean;
  readonly #found: FoundMark[] = [];
  /** What the line before allows, and where it ended. */
  #before: Before = '';
  #ended = -1;
  #components = 0;
  /** Where the last line block ends. */
  #lineBlocks = 0;
  /** Where the last table without bars ends. */
  #table = -1;
  /** Whether fences of text may have ends. */
  #hasFences = false;

  constructor(text: string, isMdx: boolean) {
    this.#text = text;
    this.#isMdx = isMdx;
  }

  all(): FoundMark[] {
    const text = this.#text;
    let done = 0;
    for (let at = 0; at < text.length; at = nextLine(text, at)) {
      if (at < done) continue;
      const item = letteredItem(text, at, this.#found.at(-1));
      if (item !== undefined) this.#found.push(item);
      const table = spacedTableEnd(text, at);
      if (table !== undefined) {
        const start = at + text.slice(at, table).search(/\S/);
        this.#found.push({ start, titleStart: table, titleEnd: table, end: table, isTerm: true });
        done = this.#table = table;
        continue;
      }
      if (item !== undefined || !FIRST.has(text.charAt(at))) continue;
      LINE.lastIndex = at;
      const found = LINE.exec(text);
      if (found === null) continue;
      const [, ahead = '', rest = ''] = found;
      const before = this.#ended >= 0 && at <= this.#ended + 2 ? this.#before : '';
      this.#before = '';
      done = this.#line(at, ahead, rest.trimEnd(), before);
      if (this.#before !== '') this.#ended = Math.max(this.#ended, at + ahead.length + rest.length);
    }
    return this.#found.some(({ isTerm }) => isTerm) ? this.#found.sort((a, b) => a.start - b.start) : this.#found;
  }

  /** @returns where the mark ends */
  #line(index: number, ahead: string, line: string, before: Before): number {
    const start = index + ahead.length;
    const mark = this.#mark(line, ahead, start, before);
    if (mark === undefined) return start;
    const end = this.#end(line, start, before);
    const titleStart = end > start + line.length ? end : start + mark.head;
    const titleEnd = end > start + line.length ? end : start + line.length - mark.tail;
    const isDefinition = mark.indent !== undefined && /^[:~(#]/.test(line);
    const { indent, isTags, fence } = mark;
    this.#found.push({
      start,
      titleStart: isDefinition ? start + mark.head : titleStart,
      titleEnd: isDefinition ? start + mark.head : titleEnd,
      end: isDefinition ? start + mark.head : end,
      ...(indent === undefined ? {} : { indent }),
      ...(isTags === undefined ? {} : { isTags }),
      ...(fence === undefined ? {} : { fence }),
    });
    if (isDefinition && /^[:~]/.test(line)) this.#found.push(...termsBefore(this.#text, index, this.#ended));
    if (isDefinition && INNER.test(line.slice(mark.head)))
      return this.#line(start, line.slice(0, mark.head), line.slice(mark.head), '');
    if (GLOSSARY.test(line)) this.#found.push(...glossaryTerms(this.#text, start));
    this.#ended = start + line.length;
    if (OPENS_OPTIONS.test(line) || (before === 'options' && line.startsWith(':'))) this.#before = 'options';
    else if (COMPONENT.test(line)) this.#before = 'data';
    return end;
  }

  #mark(line: string, ahead: string, start: number, before: Before): BlockMark | undefined {
    const whole = { head: line.length, tail: 0 };
    const [sign = ''] = line;
    if (sign === '`' || (sign === '~' && line.startsWith('~~~'))) return this.#fence(line);
    if (sign === '|') return this.#isInLineBlock(start, ahead) ? lineOfBlock(line) : undefined;
    if (line.startsWith('(@') && !this.#beginsList(start - ahead.length)) return undefined;
    if (sign === '#' && line[1] !== '.' && !line.startsWith('#include'))
      return this.#components > 0 && SLOT.test(line) ? whole : undefined;
    if (this.#isMdx && sign === 'i') return undefined;
    if (OPENS_IMPORT.test(line)) return this.#blockEnd(start, END_OF_IMPORT) === undefined ? undefined : whole;
    if (GRID.test(line)) return whole;
    if (environmentEnd(this.#text, start) !== undefined) return whole;
    const callout = CALLOUT.exec(line)?.[0].length;
    if (callout !== undefined && this.#isCallout(start)) return { head: callout, tail: 0 };
    if (/^\+{3,}$/.test(line) && this.#isAlone(start - ahead.length, line)) return undefined;
    if (line === '---') return this.#endOfData(start, before) === undefined ? undefined : whole;
    // In the middle of a paragraph a line may begin with "% of them".
    if (sign === '%' && !this.#isAfter(start - ahead.length)) return undefined;
    const caption = sign === 'T' && this.#isByTable(start - ahead.length);
    const mark = markOf(line, { quoted: ahead.includes('>'), options: before === 'options', caption });
    if (mark === undefined || (mark.isTags === true && this.#isBroken(start - ahead.length))) return undefined;
    if (/toc/i.test(line) && line.startsWith('[') && /\[toc\]:/i.test(this.#text)) return undefined;
    if (OPENS_COMPONENT.test(line) || COMPONENT.test(line)) this.#components++;
    if (/^:{2,}$/.test(line)) this.#components = Math.max(0, this.#components - 1);
    return mark;
  }

  #fence(line: string): BlockMark | undefined {
    const [, fence = '', name = '', title = ''] = TEXT_FENCE.exec(line) ?? [];
    const [sign = ''] = line;
    const directive = name.toLowerCase();
    if (fence !== '' && TEXT_DIRECTIVES.has(directive)) {
      this.#hasFences = true;
      const isTitled = !UNTITLED.has(directive) && /\p{L}/u.test(title);
      return {
        head: line.length - (isTitled ? title.length : 0),
        tail: 0,
        fence: { sign, size: fence.length, opens: true },
      };
    }
    if (!this.#hasFences || !CLOSING_FENCE.test(line)) return undefined;
    return { head: line.length, tail: 0, fence: { sign, size: line.length, opens: false } };
  }

  /** Data at a component's beginning, paths between scissors, and code in a container belong to the line before them. */
  #end(line: string, start: number, before: Before): number {
    const end = start + line.length;
    if (line === '---') return this.#endOfData(start, before) ?? end;
    if (OPENS_IMPORT.test(line)) return this.#blockEnd(start, END_OF_IMPORT) ?? end;
    if (GRID.test(line)) return this.#gridEnd(start);
    if (SCISSORS.test(line)) return this.#blockEnd(start, SCISSORS) ?? end;
    if (line.startsWith('\\')) return environmentEnd(this.#text, start) ?? end;
    const colons = CODE_CONTAINER.exec(line)?.[1];
    return colons === undefined ? end : (this.#blockEnd(start, new RegExp(`^:{${colons.length},}$`)) ?? end);
  }

  #endOfData(start: number, before: Before): number | undefined {
    if (before === '' || (before === 'data' && !DATA.test(this.#text.slice(start, start + 300)))) return undefined;
    return this.#blockEnd(start, /^---$/);
  }

  /** Where the line ends that ends what begins at an offset. */
  #blockEnd(start: number, last: RegExp): number | undefined {
    let at = this.#text.indexOf('\n', start) + 1;
    for (let count = 0; at > 0 && count < MOST_LINES; count++) {
      const next = this.#text.indexOf('\n', at);
      const line = this.#text.slice(at, next === -1 ? undefined : next);
      if (last.test(line.replace(/^[ \t>]+/, '').trimEnd())) return at + line.trimEnd().length;
      at = next + 1;
    }
    return undefined;
  }

  /** Whether a line of signs follows, and no text that is indented. */
  #isCallout(start: number): boolean {
    const next = this.#text.indexOf('\n', start) + 1;
    return next > 0 && !/[ \t]/.test(this.#text.charAt(next)) && this.#blockEnd(start, /^!!!$/) !== undefined;
  }

  /** Where the last of the lines ends that a drawn table goes on in. */
  #gridEnd(start: number): number {
    let end = start;
    for (let at = start, count = 0; at > 0 || count === 0; count++) {
      const next = this.#text.indexOf('\n', at);
      const line = this.#text.slice(at, next === -1 ? undefined : next);
      if (count === MOST_LINES || !/^[ \t>]*[+|]/.test(line)) break;
      end = at + line.trimEnd().length;
      at = next + 1;
    }
    return end;
  }

  /** Whether a line follows an empty one, a mark, or a line that is a remark too. */
  #isAfter(lineStart: number): boolean {
    const before = this.#text.slice(Math.max(0, lineStart - 400), lineStart).trimEnd();
    const gap = this.#text.slice(before.length + Math.max(0, lineStart - 400), lineStart);
    if (before === '' || (gap.match(/\n|\r(?!\n)/g)?.length ?? 0) > 1 || this.#ended >= lineStart - gap.length)
      return true;
    return /(?:^|[\n\r])[ \t>]*(?:%{1,3}(?=[ \t#=-]|$)|#{1,6}[ \t])[^\n\r]*$/.test(before);
  }

  /** Whether a line follows an empty one or another example: in the middle of a paragraph "(@good) says" is text. */
  #beginsList(lineStart: number): boolean {
    const before = this.#text.slice(Math.max(0, lineStart - 2000), lineStart);
    return BEHIND_EMPTY.test(before) || /(?:^|\n)[ \t>]*\(@[\w-]*\)[ \t][^\n]*\n$/.test(before);
  }

  /** Whether a line is one of Pandoc's line blocks: behind an empty line, each line begins with a bar and none has another. */
  #isInLineBlock(start: number, ahead: string): boolean {
    if (start < this.#lineBlocks) return true;
    const lineStart = start - ahead.length;
    const begins =
      /[-+*.)]/.test(ahead) || BEHIND_EMPTY.test(this.#text.slice(Math.max(0, lineStart - 400), lineStart));
    const lines = begins ? (LINE_BLOCK.exec(this.#text.slice(start, start + LONGEST_BLOCK))?.[0] ?? '') : '';
    this.#lineBlocks = start + lines.length;
    return lines !== '';
  }

  /** Whether a table's row stands before or behind a line, with an empty line between. */
  #isByTable(lineStart: number): boolean {
    const before = this.#text.slice(Math.max(0, lineStart - 2000), lineStart);
    const behind = this.#text.slice(lineStart, lineStart + 2000);
    const isBehind = this.#table >= 0 && this.#text.slice(this.#table, lineStart).trim() === '';
    return (
      isBehind || /[|-][ \t]*\r?\n[ \t]*\r?\n$/.test(before) || /^[^\n]*\r?\n[ \t]*\r?\n[ \t]*(?:\||-{3})/.test(behind)
    );
  }

  /** Whether empty lines stand around a line. */
  #isAlone(lineStart: number, line: string): boolean {
    const before = this.#text.slice(Math.max(0, lineStart - 100), lineStart);
    const behind = this.#text.slice(lineStart + line.length, lineStart + line.length + 100);
    return BEHIND_EMPTY.test(before) && /^[ \t]*(?:$|\r?\n[ \t>]*(?:$|[\n\r]))/.test(behind);
  }

  /** Whether the line before ends in a hard break, which is text on both sides. */
  #isBroken(lineStart: number): boolean {
    return /(?: {2}|\\)\r?\n?$/.test(this.#text.slice(Math.max(0, lineStart - 4), lineStart));
  }
}

/** The bar, and the space that Pandoc keeps, in front of the words of a line. */
function lineOfBlock(line: string): BlockMark {
  const head = /^\|[ \t]*/.exec(line)?.[0].length ?? 0;
  return { head, tail: 0 };
}

/** Where the line behind the one that begins at an offset begins. */
function nextLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const line = end === -1 ? text.length : end + 1;
  const carriage = text.slice(start, line).indexOf('\r');
  return carriage === -1 ? line : start + carriage + 1;
}
