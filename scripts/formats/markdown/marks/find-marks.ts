import { isContainer, markOf } from './block-marks.ts';
import type { Span } from './masks.ts';

/** Without any of these no line is a mark. */
const SIGN = /(?:^|[\n\r])[ \t>\d.)+*-]*(?::[: \t]|\{[:#.]|\[[![tT_]|\*\[|!!!|\?\?\?|===)/;

/** Lines that may be a mark or begin or end code; the second group is where they begin behind their containers. */
const LINE =
  /(?<![^\n\r])((?:[ \t]|>|(?:[-+*]|\d{1,9}[.)])[ \t])*)((?::[: \t]|\{[:#.]|\[[![tT_]|\*\[|!!!|\?\?\?|===|```|~~~)[^\n\r]*)/g;

const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const CONTENTS_LABEL = /\[toc\]:/i;

/** Docusaurus's ids of headings, which MDX would take for an expression. */
const HEADING_ID = /(?<![^\n\r])([ \t>]*#{1,6}[ \t][^\n\r]*?)(\{#[\w:.-]+\})(?=[ \t]*(?:[\n\r]|$))/g;

/**
 * Finds the marks at the beginnings of lines (and the ends of their titles' quotes) that the grammar would take for text.
 * Lines of code have none.
 * @param text in which template tags are hidden
 * @param braces false in MDX, where they are expressions, but for a heading's id
 */
export function findMarks(text: string, braces: boolean): Span[] {
  const marks = SIGN.test(text) ? marksOfLines(text, braces) : [];
  return braces || !text.includes('{#') ? marks : [...marks, ...headingIds(text)].sort((a, b) => a.start - b.start);
}

function headingIds(text: string): Span[] {
  return [...text.matchAll(HEADING_ID)].map(({ index, 1: ahead = '', 2: id = '' }) => {
    return { start: index + ahead.length, end: index + ahead.length + id.length };
  });
}

function marksOfLines(text: string, braces: boolean): Span[] {
  const marks: Span[] = [];
  const containers = new OpenContainers();
  let fence = '';
  for (const { index, 1: ahead = '', 2: rest = '' } of text.matchAll(LINE)) {
    const line = rest.trimEnd();
    const [, backticks, tildes] = FENCE.exec(line) ?? [];
    const sequence = backticks ?? tildes;
    if (fence !== '') {
      if (line.startsWith(fence) && sequence === line) fence = '';
    } else if (sequence !== undefined) {
      fence = sequence;
    } else {
      const start = index + ahead.length;
      const mark = containers.read(line)
        ? { head: line.length, tail: 0 }
        : markOf(line, { braces, quoted: ahead.includes('>') });
      if (mark === undefined || (/toc/i.test(line) && line.startsWith('[') && CONTENTS_LABEL.test(text))) continue;
      marks.push({ start, end: start + mark.head });
      if (mark.tail > 0) marks.push({ start: start + line.length - mark.tail, end: start + line.length });
    }
  }
  return marks;
}

/** Containers that are open, line by line: a line of colons alone ends the innermost that the grammar does not know. */
class OpenContainers {
  readonly #open: { readonly size: number; readonly known: boolean }[] = [];

  /** @returns whether the line ends a container, but none that the grammar will see end here */
  read(line: string): boolean {
    if (!line.startsWith(':::')) return false;
    const size = /^:+/.exec(line)?.[0].length ?? 0;
    if (size < line.length) {
      this.#open.push({ size, known: !isContainer(line) });
      return false;
    }
    if (this.#open.at(-1)?.known === false) {
      this.#open.pop();
      return true;
    }
    const ended = this.#open.findIndex((one) => one.known && one.size <= size);
    if (ended === -1) return true;
    this.#open.length = ended;
    return false;
  }
}
