import type { ImageReference, LinkReference, Nodes, Parents, PhrasingContent, Text } from 'mdast';

/**
 * Takes `[label]` in a tree for text where the text itself does not define the label: that another place says `[words][label]`
 * makes no link of it.
 */
export function dropShortcuts(tree: Parents, text: string): void {
  const defined = new Set<string>();
  collect(tree, defined);
  replaceIn(tree, defined, text);
}

function collect(node: Nodes, defined: Set<string>): void {
  if (node.type === 'definition') defined.add(node.identifier);
  if ('children' in node) for (const child of node.children) collect(child, defined);
}

function replaceIn(node: Parents, defined: ReadonlySet<string>, text: string): void {
  const children: Nodes[] = node.children;
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child === undefined) continue;
    if ('children' in child) replaceIn(child, defined, text);
    if (child.type !== 'linkReference' && child.type !== 'imageReference') continue;
    if (child.referenceType === 'shortcut' && !defined.has(child.identifier))
      children.splice(index, 1, ...textOf(child, text));
  }
}

/** The brackets, and what stands between them. */
function textOf(node: LinkReference | ImageReference, text: string): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (node.type === 'imageReference') return [textNode(text, start, end)];
  return [textNode(text, start, start + 1), ...node.children, textNode(text, end - 1, end)];
}

function textNode(text: string, start: number, end: number): Text {
  const at = (offset: number): { line: number; column: number; offset: number } => ({ line: 1, column: 1, offset });
  return { type: 'text', value: text.slice(start, end), position: { start: at(start), end: at(end) } };
}
