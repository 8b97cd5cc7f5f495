import type { CompileContext } from 'mdast-util-from-markdown';

type AnyNode = CompileContext['stack'][number];

/** The text of a node and of all inside it, alt texts among it: what mdast-util-to-string gives. */
export function shownText(node: AnyNode): string {
  if ('value' in node) return node.value;
  if ('alt' in node && typeof node.alt === 'string') return node.alt;
  if (!('children' in node)) return '';
  let text = '';
  for (const child of node.children) text += shownText(child);
  return text;
}
