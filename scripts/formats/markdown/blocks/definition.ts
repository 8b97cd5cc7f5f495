import type { Definition } from 'mdast';
import { spansOf } from '../grammar/node-spans.ts';
import type { Span } from '../marks/masks.ts';

/** The label of a definition that nobody refers to: Markdown's way of writing a remark. */
const REMARK = /^(?:\/\/.*|comments?|_?todo|remark|hidden)$/i;

/** Where the title of a definition stands that readers see, its quotes included. */
export function shownTitle(node: Definition): Span | undefined {
  const { title } = spansOf(node);
  const isRemark = REMARK.test(node.identifier) || /^[#-]?$/.test(node.url);
  return isRemark || !/\p{L}/u.test(node.title ?? '') ? undefined : title;
}
