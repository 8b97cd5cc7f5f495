/**
 * Reads what a remote engine made of tagged text. Nothing is trusted: the answer must be well-formed and hold exactly
 * the elements that were sent; then our own markup is put back in their place.
 */
import { SaxesParser } from 'saxes';
import type { Inline } from '../../units/unit.ts';
import { elementKey, type Code } from './tagged-text.ts';

export interface AnswerElement {
  readonly name: string;
  /** Value of the attribute `i`. */
  readonly number: string | undefined;
  readonly children: AnswerNode[];
}

export type AnswerNode = string | AnswerElement;

/** The answer does not hold what was sent; the text may be sent again in another way. Never reaches the user as it is. */
export class DamagedAnswer extends Error {}

/**
 * Parses an XML fragment. Ampersands and angle brackets that an engine left bare in running text are read as text.
 * @throws DamagedAnswer when it is not well-formed.
 */
export function parseAnswer(xml: string): readonly AnswerNode[] {
  const root: AnswerElement = { name: '', number: undefined, children: [] };
  const open: AnswerElement[] = [root];
  const top = (): AnswerElement => open.at(-1) ?? root;
  const parser = new SaxesParser({ fragment: true, position: false });
  parser.on('error', (error) => {
    throw new DamagedAnswer(`the answer is not well-formed (${error.message})`);
  });
  parser.on('text', (text) => {
    top().children.push(text);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const number = attributes['i'];
    const element: AnswerElement = { name, number: typeof number === 'string' ? number : undefined, children: [] };
    top().children.push(element);
    open.push(element);
    if (open.length > DEEPEST) throw new DamagedAnswer('its elements are nested too deeply');
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(withBareCharactersEscaped(xml)).close();
  return root.children;
}

/** Markup of people is nested a few times. */
const DEEPEST = 200;

function withBareCharactersEscaped(xml: string): string {
  return xml
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/g, '&amp;')
    .replace(/<(?![\w/])/g, '&lt;');
}

/** Cuts nodes at each empty element `name` that stands on the top level. */
export function splitAt(nodes: readonly AnswerNode[], name: string): readonly (readonly AnswerNode[])[] {
  const parts: AnswerNode[][] = [[]];
  for (const node of nodes) {
    if (typeof node !== 'string' && node.name === name && node.children.length === 0) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/**
 * Puts a segment's own codes back: each exactly once, in any order, pairs properly nested. A pair that came back in
 * pieces is joined from its first to its last piece where they are siblings. White space around the segment is the
 * source's, because the gaps between segments are not the engine's business.
 * @param source the content that was sent.
 * @throws DamagedAnswer when a code is missing, unknown, doubled, or lost its text.
 */
export function restoreCodes(
  nodes: readonly AnswerNode[],
  codes: ReadonlyMap<string, Code>,
  source: readonly Inline[],
): readonly Inline[] {
  if (lengthIn(nodes) > LONGER * visible(source).length + LONGEST_SHORT)
    throw new DamagedAnswer('the answer is far longer than its source');
  const [text, second] = nodes;
  if (
    codes.size === 0 &&
    typeof text === 'string' &&
    second === undefined &&
    visible(source) !== '' &&
    text.trim() !== ''
  )
    return withOuterSpace([{ type: 'text', text }], source);
  const found = new Set<string>();
  const restore = (children: readonly AnswerNode[]): readonly Inline[] => {
    const content: Inline[] = [];
    for (const node of joinPieces(children)) {
      if (typeof node === 'string') content.push({ type: 'text', text: node });
      else content.push(restoreCode(node));
    }
    return content;
  };
  const restoreCode = (element: AnswerElement): Inline => {
    const key = elementKey(element.name, element.number);
    const code = codes.get(key);
    if (code === undefined) throw new DamagedAnswer(`unknown tag <${element.name}>`);
    if (found.has(key)) throw new DamagedAnswer(`${code.signature} came back twice`);
    found.add(key);
    if (code.type === 'code') {
      if (code.kind !== 'term' && element.children.length > 0) throw new DamagedAnswer(`text inside ${code.signature}`);
      return code;
    }
    const children = restore(element.children);
    if (visible(code.children) !== '' && visible(children) === '' && !children.some((child) => child.type !== 'text')) {
      throw new DamagedAnswer(`${code.signature} lost its text`);
    }
    return { ...code, children };
  };
  const content = restore(nodes);
  for (const [key, code] of codes) if (!found.has(key)) throw new DamagedAnswer(`${code.signature} is missing`);
  if (visible(source) === '') return source;
  if (visible(content) === '') throw new DamagedAnswer('the answer has no text');
  return withOuterSpace(content, source);
}

/** Times that a translation may be as long as its source, and characters that even the translation of a word may have. */
const LONGER = 10;
const LONGEST_SHORT = 200;

function lengthIn(nodes: readonly AnswerNode[]): number {
  return nodes.reduce((sum, node) => sum + (typeof node === 'string' ? node.length : lengthIn(node.children)), 0);
}

/** Joins the pieces of an element that an engine cut up, and runs of text. */
function joinPieces(nodes: readonly AnswerNode[]): readonly AnswerNode[] {
  const lastAt = new Map<string, number>();
  nodes.forEach((node, index) => {
    if (typeof node !== 'string') lastAt.set(elementKey(node.name, node.number), index);
  });
  const joined: AnswerNode[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    const previous = joined.at(-1);
    if (typeof node === 'string') {
      if (typeof previous === 'string') joined[joined.length - 1] = previous + node;
      else joined.push(node);
      continue;
    }
    const key = elementKey(node.name, node.number);
    const last = lastAt.get(key) ?? index;
    if (last === index) {
      joined.push(node);
      continue;
    }
    const pieces = nodes.slice(index, last + 1);
    const inside = pieces.flatMap((piece) =>
      typeof piece !== 'string' && elementKey(piece.name, piece.number) === key ? piece.children : [piece],
    );
    joined.push({ ...node, children: inside });
    index = last;
  }
  return joined;
}

function visible(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'pair') text += visible(node.children);
  }
  return text.trim();
}

function withOuterSpace(content: readonly Inline[], source: readonly Inline[]): readonly Inline[] {
  const first = source.at(0);
  const last = source.at(-1);
  const lead = first?.type === 'text' ? first.text.slice(0, first.text.length - first.text.trimStart().length) : '';
  const trail = last?.type === 'text' ? last.text.slice(last.text.trimEnd().length) : '';
  const trimmed = content.map((node, index) => {
    if (node.type !== 'text') return node;
    let { text } = node;
    if (index === 0) text = text.trimStart();
    if (index === content.length - 1) text = text.trimEnd();
    return { ...node, text };
  });
  const spaced: Inline[] = [{ type: 'text', text: lead }, ...trimmed, { type: 'text', text: trail }];
  return mergeTexts(spaced);
}

function mergeTexts(content: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const node of content) {
    const previous = merged.at(-1);
    if (node.type === 'text' && previous?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', text: previous.text + node.text };
    } else if (node.type !== 'text' || node.text !== '') merged.push(node);
  }
  return merged;
}
