import { decodeHTML } from 'entities/decode';
import { isElement, type HtmlNode } from './document.ts';
import { innerStart, overlappingPlace } from './overlapping-run.ts';
import { CONTROLS } from './vocabulary.ts';

/** A text's place in the file, without the white space around it. */
export interface RunPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * Nodes without the white space and comments at both ends, and these.
 * @param isText white space that belongs to the text: there stand template tags, and a translation may have words beside them
 */
export function splitMargins(
  nodes: readonly HtmlNode[],
  isText: (node: HtmlNode) => boolean,
): Record<'nodes' | 'margins', readonly HtmlNode[]> {
  const isEdge = (node: HtmlNode): boolean => isMargin(node) && !isText(node);
  const first = nodes.findIndex((node) => !isEdge(node));
  if (first === -1) return { nodes: [], margins: nodes };
  const end = nodes.findLastIndex((node) => !isEdge(node)) + 1;
  return { nodes: nodes.slice(first, end), margins: [...nodes.slice(0, first), ...nodes.slice(end)] };
}

/**
 * True where each element is a text of its own: a lone wrapper (`<p><a>…</a></p>`), several controls with no text
 * between them, and elements of which template tags choose one.
 */
export function standApart(nodes: readonly HtmlNode[], holdsTags: (node: HtmlNode) => boolean): boolean {
  if (nodes.some((node) => !isElement(node) && !isMargin(node))) return false;
  const elements = nodes.filter(isElement);
  return elements.length === 1 || nodes.some(holdsTags) || elements.every((element) => CONTROLS.has(element.tagName));
}

/**
 * Where the nodes stand in the file.
 * @param file as the parser saw it
 * @param text as it is
 * @returns undefined where they do not follow one another in it: elements overlap, or text was moved out of a table
 */
export function placeOf(nodes: readonly HtmlNode[], file: string, text: string): RunPlace | undefined {
  const found = straightPlace(nodes, file) ?? overlappingPlace(nodes, file);
  if (found === undefined) return undefined;
  const { start, end } = found;
  const raw = text.slice(start, end);
  const lead = /^[ \t\n\f\r]*/.exec(raw)?.[0] ?? '';
  const location = nodes.find((node) => node.sourceCodeLocation?.startOffset === start)?.sourceCodeLocation;
  const line = (location?.startLine ?? file.slice(0, start).split('\n').length) + lead.split('\n').length - 1;
  return { start: start + lead.length, end: start + raw.trimEnd().length, line };
}

/** The usual case: each node begins where the one before it ends. */
function straightPlace(nodes: readonly HtmlNode[], file: string): { start: number; end: number } | undefined {
  let start: number | undefined;
  let end = 0;
  for (const node of nodes) {
    const place = node.sourceCodeLocation;
    if (place === undefined || place === null || (start !== undefined && place.startOffset !== end)) return undefined;
    start ??= place.startOffset;
    end = place.endOffset;
    if (lastEnd(node) > end) return undefined;
    if (node.nodeName !== '#text' || !('value' in node)) continue;
    const raw = file.slice(place.startOffset, end);
    const own = withoutBodyEnd(raw);
    if (decodeHTML(own.replace(/\r\n?/g, '\n')).trimEnd() !== node.value.trimEnd()) return undefined;
    end -= raw.length - own.length;
  }
  return start === undefined || start < innerStart(nodes) ? undefined : { start, end };
}

/** Where the last thing in a node ends: behind its own end where a tag of another element ended it too early. */
function lastEnd(node: HtmlNode): number {
  let last = node;
  while (isElement(last)) {
    const child = last.childNodes.at(-1);
    if (child === undefined) break;
    last = child;
  }
  return last.sourceCodeLocation?.endOffset ?? 0;
}

/** White space after `</body>` belongs to the last text of the body, in the tree: the tags between are none of it. */
function withoutBodyEnd(raw: string): string {
  const at = raw.search(/<\/(?:body|html)\s*>/i);
  return at === -1 ? raw : raw.slice(0, at);
}

function isMargin(node: HtmlNode): boolean {
  return node.nodeName === '#comment' || ('value' in node && /^[ \t\n\f\r]*$/.test(node.value));
}
