import type { RootContent } from 'mdast';
import type { Flavour } from '../../../project/flavour.ts';
import { VOID } from '../../html/vocabulary.ts';

/** Generators whose raw HTML ends where its element does, empty lines or not: kramdown, Python-Markdown. */
const WHOLE: ReadonlySet<Flavour> = new Set<Flavour>(['jekyll', 'mkdocs']);

const TAG = /<(\/?)([A-Za-z][\w-]{0,60})(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500}?(\/?)>/g;
/** Elements whose content is no text. */
const OPAQUE = /<!--[^]*?(?:-->|$)|<(pre|script|style|code)\b[^]*?(?:<\/\1\s{0,9}>|$)/gi;
/** An element of more blocks is read as CommonMark's; the limit keeps the search linear. */
const MOST_BLOCKS = 100;

/**
 * The blocks of a body as such a generator has them: an element that goes on behind an empty line with indented text, which
 * CommonMark takes for code, is one block of raw HTML.
 */
export function withWholeHtml(
  nodes: readonly RootContent[],
  text: string,
  flavour: Flavour | undefined,
): readonly RootContent[] {
  if (flavour === undefined || !WHOLE.has(flavour)) return nodes;
  const joined: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) break;
    const last = node.type === 'html' ? endOfElement(nodes, index, text) : index;
    const [start, end] = [node.position?.start, nodes[last]?.position?.end];
    if (last === index || start === undefined || end === undefined) joined.push(node);
    else {
      joined.push({ type: 'html', value: text.slice(start.offset, end.offset), position: { start, end } });
      index = last;
    }
  }
  return joined;
}

/** Index of the block in which the elements end that a block opens; its own where nothing between is taken for code. */
function endOfElement(nodes: readonly RootContent[], first: number, text: string): number {
  let depth = 0;
  let isTakenForCode = false;
  for (let index = first; index < Math.min(nodes.length, first + MOST_BLOCKS); index++) {
    const node = nodes[index];
    const source = text.slice(node?.position?.start.offset ?? 0, node?.position?.end.offset ?? 0);
    if (node?.type === 'code' && !/^[`~]/.test(source)) isTakenForCode = true;
    else if (node?.type !== 'html' && node?.type !== 'paragraph') return first;
    depth += depthOf(source);
    if (depth <= 0) return isTakenForCode ? index : first;
  }
  return first;
}

/** How many more elements a text opens than it closes. */
export function depthOf(source: string): number {
  let depth = 0;
  for (const [, slash, name = '', empty] of source.replace(OPAQUE, '').matchAll(TAG))
    if (slash === '/') depth--;
    else if (empty === '' && !VOID.has(name.toLowerCase())) depth++;
  return depth;
}
