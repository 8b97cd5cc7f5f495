import type { PhrasingContent, Text } from 'mdast';
import { firstMask, type MaskedText, type Span } from './masks.ts';
import { trimEnd } from '../blocks/values.ts';

interface TagLine extends Span {
  readonly type: 'tags';
}

/** What stands between lines of tags, or such a line itself. */
export type Part = TagLine | { readonly type: 'text'; readonly nodes: readonly PhrasingContent[] };

const LINE_END = /\r\n|[\n\r]|$/g;
const TAGS = /^(?:\{\uFDD0+\}[ \t]*)+$/;
const HARD_BREAK = /(?: {2}|\\)$/;
const MASK = /[{$]\uFDD0+[}$]|\uFDD1+/g;
const NEXT_LINE = /^[ \t]*[\n\r]+[ \t>]*/;

/**
 * Cuts a paragraph at the lines that hold nothing but template tags. Such a line speaks to the site builder about the
 * lines around it (a loop's beginning or end, a notice), so it has to stay on its own. A line beside a hard break stays in
 * the text, where its line ends are kept anyway, and so does one inside emphasis or a link.
 */
export function splitAtTagLines(nodes: readonly PhrasingContent[], text: MaskedText): readonly Part[] {
  const lines = tagLines(nodes, text);
  if (lines.length === 0) return [{ type: 'text', nodes }];
  const parts: Part[] = [];
  let open: PhrasingContent[] = [];
  let next = 0;
  for (const node of nodes) {
    while ((lines[next]?.start ?? Infinity) < startOf(node)) next++;
    const inside: Span[] = [];
    while ((lines[next]?.end ?? Infinity) <= endOf(node)) inside.push(...lines.slice(next, ++next));
    for (const part of node.type === 'text' ? cut(node, inside, text) : [node]) {
      if (part.type !== 'tags') {
        open.push(part);
        continue;
      }
      if (open.length > 0) parts.push({ type: 'text', nodes: open });
      parts.push(part);
      open = [];
    }
  }
  if (open.length > 0) parts.push({ type: 'text', nodes: open });
  return parts;
}

/** Where the lines are that hold nothing but tags. */
function tagLines(nodes: readonly PhrasingContent[], { masked, masks }: MaskedText): Span[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (masks.length === 0 || first === undefined || last === undefined) return [];
  const start = startOf(first);
  const source = masked.slice(start, endOf(last));
  if (!source.includes('{\uFDD0')) return [];
  const found: Span[] = [];
  let at = 0;
  let isBroken = false;
  for (const { index, 0: lineEnd } of source.matchAll(LINE_END)) {
    const line = source.slice(at, index);
    const from = at === 0 ? 0 : at + (/^[ \t>]*/.exec(line)?.[0].length ?? 0);
    const tags = trimEnd(source.slice(from, index));
    const endsHard = HARD_BREAK.test(line);
    if (!isBroken && !endsHard && TAGS.test(tags)) found.push({ start: start + from, end: start + from + tags.length });
    isBroken = endsHard;
    at = index + lineEnd.length;
  }
  return found;
}

/** The lines of tags in a text and the texts between them, without the line ends there. */
function cut(node: Text, lines: readonly Span[], { masked, masks }: MaskedText): (Text | TagLine)[] {
  if (lines.length === 0) return [node];
  const runs = [...node.value.matchAll(MASK)];
  const skipped = firstMask(masks, startOf(node));
  const parts: (Text | TagLine)[] = [];
  let start = startOf(node);
  let at = 0;
  for (const line of lines) {
    const first = runs[firstMask(masks, line.start) - skipped];
    const last = runs[firstMask(masks, line.end) - skipped - 1];
    if (first === undefined || last === undefined) continue;
    const ahead = masked.slice(start, line.start);
    const lineEnd = Math.max(ahead.lastIndexOf('\n'), ahead.lastIndexOf('\r'), 0);
    const end = start + trimEnd(ahead.slice(0, lineEnd)).length;
    parts.push(...textAt(trimEnd(node.value.slice(at, first.index)), start, end), { type: 'tags', ...line });
    start = line.end + (NEXT_LINE.exec(masked.slice(line.end, endOf(node)))?.[0].length ?? 0);
    at = last.index + last[0].length;
    at += /^[ \t\n\r]*/.exec(node.value.slice(at))?.[0].length ?? 0;
  }
  parts.push(...textAt(node.value.slice(at), start, endOf(node)));
  return parts;
}

function textAt(value: string, start: number, end: number): Text[] {
  if (value === '') return [];
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return [{ type: 'text', value, position }];
}

function startOf(node: PhrasingContent): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: PhrasingContent): number {
  return node.position?.end.offset ?? 0;
}
