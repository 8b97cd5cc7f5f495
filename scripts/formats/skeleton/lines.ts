/** An article without its words, as lines that can be compared: a name stands in the place of each unit. */
import type { Span } from '../format.ts';

/** Private-use characters around a name, so that no text is taken for one. */
const OPEN = '\ue0f0';
const CLOSE = '\ue0f1';
const NAME = /\ue0f0([^\ue0f0\ue0f1]*)\ue0f1/g;

export interface SkeletonLine {
  /** As written, with names in place of units. */
  readonly text: string;
  /** Its line end, and the empty lines after it. */
  readonly gap: string;
  /** White space, list marks and rules of tables do not count. */
  readonly plain: string;
  readonly names: readonly string[];
}

/**
 * The text with names in the place of units.
 * @param spans in the order of the text; a unit inside another one keeps its bytes.
 * @param nameOf the name of each unit, by index
 */
export function masked(text: string, spans: readonly Span[], nameOf: (unit: number) => string): string {
  let result = '';
  let at = 0;
  for (const [unit, { start, end }] of sortedSpans(spans)) {
    if (start < at) continue;
    result += text.slice(at, start) + OPEN + nameOf(unit) + CLOSE;
    at = end;
  }
  return result + text.slice(at);
}

/** Units by their place; of two of which one lies in the other only the outer one. */
export function sortedSpans(spans: readonly Span[]): [unit: number, span: Span][] {
  const sorted = [...spans.entries()].toSorted(([, a], [, b]) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter(([, span]) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** Puts the words back: `wordsOf` gives the bytes of a name. */
export function unmasked(text: string, wordsOf: (name: string) => string): string {
  return text.replace(NAME, (_, name: string) => wordsOf(name));
}

export function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([, name = '']) => name);
}

/** The text without the lines all of whose units are some. */
export function withoutUnits(text: string, isOne: (name: string) => boolean): string {
  return skeletonLines(text)
    .filter(({ names }) => names.length === 0 || !names.every(isOne))
    .map((line) => line.text + line.gap)
    .join('');
}

export function skeletonLines(text: string): SkeletonLine[] {
  return [...text.matchAll(LINE)]
    .filter(([all]) => all !== '')
    .map(([, line = '', gap = '']) => ({ text: line, gap, plain: plainLine(line), names: namesIn(line) }));
}

const LINE = /([^\r\n]*)((?:\r?\n[ \t]*)*(?:\r?\n|$))/g;

function plainLine(line: string): string {
  return line
    .replace(/^(\s*)[*+](?=\s)/, '$1-')
    .replace(/:?-{3,}:?/g, '---')
    .replace(/\s+/g, ' ')
    .trim();
}
