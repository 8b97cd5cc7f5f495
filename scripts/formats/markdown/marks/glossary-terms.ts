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
