import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { ImageReference, LinkReference, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { positionAt } from './node-spans.ts';

/**
 * Takes `[label]` in a tree for text where the text itself does not define the label: that another place says `[words][label]`
 * makes no link of it.
 * @param known labels that are defined where the tree has no definition
 */
export function dropShortcuts(tree: Parents, text: string, known: readonly string[] = []): void {
  const defined = definedIn(tree, known);
  eachChild(tree, (child, index, children) => {
    if (child.type !== 'linkReference' && child.type !== 'imageReference') return;
    if (child.referenceType === 'shortcut' && !defined.has(child.identifier))
      children.splice(index, 1, ...textOf(child, text));
  });
}

function definedIn(tree: Parents, known: readonly string[]): ReadonlySet<string> {
  const defined = new Set(known.map((label) => label.toLowerCase()));
  collect(tree, defined);
  return defined;
}

function collect(node: Nodes, defined: Set<string>): void {
  if (node.type === 'definition') defined.add(node.identifier);
  if ('children' in node) for (const child of node.children) collect(child, defined);
}

/** All nodes below one, the last first and children before their parents: so each may be replaced by others where it is. */
function eachChild(node: Parents, change: (child: Nodes, index: number, children: Nodes[]) => void): void {
  const children: Nodes[] = node.children;
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child === undefined) continue;
    if ('children' in child) eachChild(child, change);
    change(child, index, children);
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
  return { type: 'text', value: text.slice(start, end), position: positionAt(start, end) };
}

const DEFINITION = /^ {0,3}\[([^\]\n^][^\]\n]{0,300})\]:[ \t]+\S/;

/** The labels that are defined right behind a line of HTML: Python-Markdown knows them, CommonMark takes them for HTML. */
export function labelsBehindHtml(text: string): string[] {
  const found: string[] = [];
  let isBehind = false;
  for (const line of text.split('\n')) {
    const label = isBehind ? DEFINITION.exec(line)?.[1] : undefined;
    if (label === undefined) isBehind = />\s*$/.test(line.slice(-20));
    else found.push(normalizeIdentifier(label));
  }
  return found;
}

const LABEL_AT_END = /\[([^[\]\\\n^]{1,300})\]$/;

/**
 * Makes links of `[label]` in front of a note, `[label][^note]`, where the label is defined: CommonMark has none there,
 * Python-Markdown and its kin have.
 */
export function addShortcuts(tree: Parents, text: string, known: readonly string[] = []): void {
  const defined = definedIn(tree, known);
  eachChild(tree, (child, index, children) => {
    if (child.type !== 'text' || children[index + 1]?.type !== 'footnoteReference') return;
    const [written = '', label = ''] = LABEL_AT_END.exec(child.value) ?? [];
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? 0;
    const identifier = normalizeIdentifier(label);
    if (written === '' || text.slice(end - written.length, end) !== written || !defined.has(identifier.toLowerCase()))
      return;
    const from = end - written.length;
    const link: LinkReference = {
      type: 'linkReference',
      identifier: identifier.toLowerCase(),
      label,
      referenceType: 'shortcut',
      children: [textNode(text, from + 1, end - 1)],
      position: positionAt(from, end),
    };
    const before = {
      ...child,
      value: child.value.slice(0, -written.length),
      position: positionAt(start, from),
    };
    children.splice(index, 1, ...(before.value === '' ? [] : [before]), link);
  });
}
