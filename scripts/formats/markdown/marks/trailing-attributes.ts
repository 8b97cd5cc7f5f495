import type { PhrasingContent } from 'mdast';
import type { MaskedText } from './masks.ts';

/** `{#id .class}` behind a space; a heading's may stand behind its closing signs, or right behind a word. */
const OF_BLOCK = /[ \t]+(?:\{[#.:][^{}\n]{1,200}\}|\uFDD1+)$/;
const OF_HEADING = /(?:[ \t]+#+)?[ \t]*(?:\{[#.:][^{}\n]{1,200}\}|\uFDD1+)$/;

/** The limit keeps the search linear. */
const LONGEST = 300;

/** A block's text without the attributes at its end, and these. */
export interface Attributed {
  readonly nodes: readonly PhrasingContent[];
  /** As they are written, with the space before them. */
  readonly attributes: string;
}

/**
 * Takes attributes off the end of a block. They are the block's, so they have to stay at its end; those right behind an
 * inline code are the code's and stay in the text.
 */
export function withoutAttributes(nodes: readonly PhrasingContent[], text: MaskedText, isHeading: boolean): Attributed {
  const all = { nodes, attributes: '' };
  const last = nodes.at(-1);
  const { start, end } = last?.position ?? {};
  if (last?.type !== 'text' || start?.offset === undefined || end?.offset === undefined) return all;
  if (text.original[end.offset - 1] !== '}') return all;
  const tail = text.masked.slice(Math.max(start.offset, end.offset - LONGEST), end.offset);
  const found = (isHeading ? OF_HEADING : OF_BLOCK).exec(tail)?.[0];
  if (found === undefined || !last.value.endsWith(found)) return all;
  const from = end.offset - found.length;
  const attributes = text.original.slice(from, end.offset);
  const value = last.value.slice(0, -found.length);
  const before = nodes.slice(0, -1);
  if (value !== '') return { nodes: [...before, { ...last, value, position: upTo(last, from) }], attributes };
  return before.length > 0 && /^[ \t]/.test(found) ? { nodes: before, attributes } : all;
}

function upTo({ position }: PhrasingContent, offset: number): NonNullable<PhrasingContent['position']> {
  const end = { line: 1, column: 1, offset };
  return { start: position?.start ?? end, end };
}
