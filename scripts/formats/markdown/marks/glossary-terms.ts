import type { FoundMark } from './block-mark.ts';

/** The directive of a glossary, which Sphinx reads line by line. */
export const GLOSSARY = /^(?::{3,}|`{3,}|~{3,})[ \t]*\{glossary\}/;

/** A longer glossary goes on as text. */
const MOST_LINES = 2000;

/**
 * The terms of a glossary: lines as far left as its directive, below which something is indented. Each is a line of its own,
 * whatever follows it.
 * @param start of the directive's line
 */
export function glossaryTerms(text: string, start: number): FoundMark[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const width = start - lineStart;
  const found: FoundMark[] = [];
  let waiting: FoundMark[] = [];
  let at = text.indexOf('\n', start) + 1;
  for (let count = 0; at > 0 && count < MOST_LINES; count++) {
    const next = text.indexOf('\n', at);
    const line = text.slice(at, next === -1 ? undefined : next).trimEnd();
    const ahead = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const rest = line.slice(ahead);
    if (/^(?::{3,}|`{3,}|~{3,})$/.test(rest) && ahead <= width) break;
    if (rest === '') waiting = [];
    else if (ahead > width) {
      const last = waiting.at(-1);
      if (last !== undefined) found.push(...waiting.slice(0, -1), { ...last, indent: ahead - width });
      waiting = [];
    } else if (!rest.startsWith(':')) {
      const [from, end] = [at + ahead, at + line.length];
      waiting.push({ start: from, titleStart: from, titleEnd: end, end, isTerm: true });
    }
    at = next + 1;
  }
  return found;
}

/** More lines in front of a definition are a text, not its terms. */
const MOST_TERMS = 8;
/** What begins a block of its own, or a line that the next one belongs to. */
const NO_TERM = /^(?:[-+*>#|`~:]|\d{1,9}[.)][ \t])|(?: {2}|\\)$/;

/**
 * The terms of a definition where it has several: each has its own line.
 * @param lineStart of the definition
 * @param from where the last mark ended
 */
export function termsBefore(text: string, lineStart: number, from: number): FoundMark[] {
  const found: FoundMark[] = [];
  let end = lineStart - 1;
  for (;;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, Math.max(start, end)).replace(/\r$/, '');
    const ahead = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const rest = line.slice(ahead).trimEnd();
    if (end < 0 || rest === '') break;
    if (start < from || NO_TERM.test(line.slice(ahead)) || found.length === MOST_TERMS) return [];
    const [first, last] = [start + ahead, start + ahead + rest.length];
    found.unshift({ start: first, titleStart: first, titleEnd: last, end: last, isTerm: true });
    end = start - 1;
  }
  return found.length > 1 ? found : [];
}
