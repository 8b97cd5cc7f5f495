/** Brings terms that run across the edge of a pair wholly into it, so that they can be marked. */
import { shownWords } from '../project/text/running-text.ts';
import type { Inline } from '../units/unit.ts';
import type { TermHit } from './term.ts';

/**
 * `stem **cell**` becomes `**stem cell**`: the emphasis then stands on the whole term, as a translator would put it who
 * must change the order of its words. Where two pairs share a term, or a code stands in it, nothing is changed.
 * @param hits of the content's running text, none overlapping.
 */
export function widenPairs(content: readonly Inline[], hits: readonly TermHit[]): readonly Inline[] {
  return hits.reduce((widened, hit) => widen(widened, hit.start, hit.end), content);
}

/** @param start, end offsets of a term in the running text of these nodes. */
function widen(nodes: readonly Inline[], start: number, end: number): readonly Inline[] {
  let at = 0;
  const spans = nodes.map((node) => {
    const from = at;
    at += shownWords([node]).length;
    return { node, from, to: at };
  });
  const touched = spans.filter(({ from, to }) => from < end && to > start);
  const pairs = touched.filter(({ node }) => node.type === 'pair');
  const [pair] = pairs;
  if (pair?.node.type !== 'pair' || pairs.length > 1 || touched.some(({ node }) => node.type === 'code')) return nodes;
  const cut = ({ node, from }: (typeof spans)[number], first: number, last: number): Inline[] =>
    node.type === 'text'
      ? [{ type: 'text', text: node.text.slice(Math.max(0, first - from), Math.max(0, last - from)) }]
      : [];
  const lead = touched.filter(({ from }) => from < pair.from).flatMap((span) => cut(span, start, end));
  const tail = touched.filter(({ from }) => from > pair.from).flatMap((span) => cut(span, start, end));
  // What moves into the pair moves by its own length; offsets of the running text stay what they are.
  const begin = pair.from - shownWords(lead).length;
  const children = widen([...lead, ...pair.node.children, ...tail], start - begin, end - begin);
  const grown: Inline = { ...pair.node, children };
  return spans.flatMap((span): readonly Inline[] => {
    if (span === pair) return [grown];
    if (!touched.includes(span)) return [span.node];
    return [...cut(span, span.from, start), ...cut(span, end, span.to)].filter(
      (node) => node.type !== 'text' || node.text !== '',
    );
  });
}
