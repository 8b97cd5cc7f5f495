/** A JSON text as pieces that can be moved: printed again, it is the same text byte for byte. */
import { readJson, type JsonNode } from '../project/json-reader.ts';

/** An object or array. */
export interface Container {
  kind: 'object' | 'array';
  members: Member[];
  /** White space before the closing bracket. */
  close: string;
}

export interface Member {
  /** White space before it. */
  lead: string;
  /** Key, colon and the white space around it, as written; empty in arrays. */
  label: string;
  /** The key; in arrays the index. */
  name: string;
  /** As written, or what is in it. */
  value: string | Container;
  /** White space between the value and the comma after it. */
  trail: string;
}

export interface BundleTree {
  /** What stands before and after the outermost object: a BOM, a last line end. */
  readonly before: string;
  readonly after: string;
  readonly root: Container;
}

/** @throws JsonProblem where the text is no JSON; Error where it is no object. */
export function parseTree(text: string): BundleTree {
  const node = readJson(text);
  if (node.type !== 'object') throw new Error('a bundle is a JSON object');
  return { before: text.slice(0, node.start), after: text.slice(node.end), root: container(text, node) };
}

export function printBundleTree({ before, after, root }: BundleTree): string {
  return before + printed(root) + after;
}

function container(text: string, node: JsonNode & { readonly type: 'object' | 'array' }): Container {
  const children: (readonly [string, JsonNode])[] =
    node.type === 'object'
      ? [...node.entries]
      : node.items.map((item, index) => [String(index), item] as const);
  let at = node.start + 1;
  const members = children.map(([name, child], index): Member => {
    const lead = spaceAt(text, at);
    const label = text.slice(at + lead.length, child.start);
    const value = child.type === 'object' || child.type === 'array' ? container(text, child) : text.slice(child.start, child.end);
    const trail = index === children.length - 1 ? '' : spaceAt(text, child.end);
    at = child.end + trail.length + 1;
    return { lead, label, name, value, trail };
  });
  const last = children.at(-1)?.[1].end ?? node.start + 1;
  return { kind: node.type, members, close: text.slice(last, node.end - 1) };
}

function spaceAt(text: string, at: number): string {
  SPACE.lastIndex = at;
  return SPACE.exec(text)?.[0] ?? '';
}

const SPACE = /[ \t\r\n]*/y;

function printed({ kind, members, close }: Container): string {
  const [open, end] = kind === 'object' ? '{}' : '[]';
  const inner = members.map(({ lead, label, value, trail }) => {
    return lead + label + (typeof value === 'string' ? value : printed(value)) + trail;
  });
  return `${open ?? ''}${inner.join(',')}${close}${end ?? ''}`;
}
