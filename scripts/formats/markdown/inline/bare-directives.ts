import type { PhrasingContent } from 'mdast';

/**
 * Nodes in which a bare `:name` is the text that it is in prose ("at 10:am", "std::vector"), one with the text around it.
 * @param original the source that positions point into
 */
export function withoutBareDirectives(nodes: readonly PhrasingContent[], original: string): readonly PhrasingContent[] {
  if (nodes.every(({ type }) => type !== 'textDirective')) return nodes;
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const text = asText(node, original);
    const before = result.at(-1);
    if (text.type !== 'text' || before?.type !== 'text') result.push(text);
    else result[result.length - 1] = joined(before, text);
  }
  return result;
}

function asText(node: PhrasingContent, original: string): PhrasingContent {
  if (node.type !== 'textDirective' || node.children.length > 0) return node;
  const { position } = node;
  const value = original.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  if (value.length > node.name.length + 1) return node;
  return { type: 'text', value, ...(position === undefined ? {} : { position }) };
}

function joined(before: PhrasingContent & { type: 'text' }, text: PhrasingContent & { type: 'text' }): PhrasingContent {
  const [start, end] = [before.position?.start, text.position?.end];
  const position = start === undefined || end === undefined ? {} : { position: { start, end } };
  return { type: 'text', value: before.value + text.value, ...position };
}
