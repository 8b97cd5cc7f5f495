import type { PhrasingContent } from 'mdast';
import { ATTRIBUTES } from './attribute-lists.ts';
import { firstMask, type MaskedText } from './masks.ts';

/** What may stand at the end of a block though it is no text of it: hidden lists, Obsidian's id. */
const OF_BLOCK = /(?:[ \t]+(?:\{\uFDD0+\}|\^[A-Za-z\d-]+))+$/;
/** A heading's may stand behind its closing signs, or right behind a word; Fumadocs' stands in brackets. */
const OF_HEADING =
  /(?:[ \t]+#+)?(?:[ \t]*(?:[{$]\uFDD0+[}$]|\\\{#[\w:.-]+\})|[ \t]*\[#[\w.-]+\]|[ \t]+(?:\[!?toc\]|\^[A-Za-z\d-]+))+$/;
/** Right behind a code. */
const OF_CODE = /^[{$]\uFDD0+[}$]/;
/** Markdoc's: `{% #id .class %}`. */
const ANNOTATION = /^\{%[ \t]*[#.][^%\n]*%\}$/;
const REMARK = /^\{\/\*[^\n]*\*\/\}$/;

/** The limit keeps the search linear. */
const LONGEST = 500;

/** A block's text without the attributes at its end, and these. */
export interface Attributed {
  readonly nodes: readonly PhrasingContent[];
  /** As they are written, with the space before them. */
  readonly attributes: string;
}

/** What a block is, as far as it counts for its end. */
interface BlockEnd {
  readonly heading: boolean;
  /** A hard break there is layout. */
  readonly broken: boolean;
}

/**
 * Takes attributes off the end of a block. They are the block's, so they have to stay at its end; those right behind an
 * inline code are the code's and stay in the text.
 */
export function withoutAttributes(
  nodes: readonly PhrasingContent[],
  text: MaskedText,
  { heading, broken }: BlockEnd,
): Attributed {
  const all = { nodes, attributes: '' };
  const last = nodes.at(-1);
  if (heading && last?.type === 'mdxTextExpression' && /^\/\*[^]*\*\/$/.test(last.value.trim()))
    return withoutRemark(nodes.slice(0, -1), last, text);
  const { start, end } = last?.position ?? {};
  if (last?.type !== 'text' || start?.offset === undefined || end?.offset === undefined) return all;
  const tail = text.masked.slice(Math.max(start.offset, end.offset - LONGEST), end.offset);
  const before = nodes.slice(0, -1);
  const ending = attributesAt(tail, end.offset, text, heading) || (broken ? (/(?<!\\)\\$/.exec(tail)?.[0] ?? '') : '');
  const found = ending.length === last.value.length && before.length > 0 ? ending.replace(OF_CODE, '') : ending;
  const value = withoutTail(last.value, found);
  if (found === '' || value === undefined) return all;
  const from = end.offset - found.length;
  const attributes = text.original.slice(from, end.offset);
  if (value !== '') return { nodes: [...before, { ...last, value, position: upTo(last, from) }], attributes };
  return before.length > 0 ? { nodes: before, attributes } : all;
}

/** What an item begins with that is no text: kramdown's attributes, Obsidian's box with another sign than `x`. */
const OF_ITEM = /^(?:\{:[^{}\n]{1,400}\}|\[[^\]\s\w[^]\])[ \t]+(?=\S)/;

/** Takes what is the item's off the beginning of its text. */
export function withoutPrefix(
  nodes: readonly PhrasingContent[],
  { original }: MaskedText,
): { readonly nodes: readonly PhrasingContent[]; readonly prefix: string } {
  const [first, ...others] = nodes;
  const start = first?.position?.start;
  if (first?.type !== 'text' || start?.offset === undefined) return { nodes, prefix: '' };
  const [prefix = ''] = OF_ITEM.exec(original.slice(start.offset, start.offset + LONGEST)) ?? [];
  if (prefix === '') return { nodes, prefix };
  const value = first.value.slice(prefix.length);
  const position = { start: { ...start, offset: start.offset + prefix.length }, end: first.position?.end ?? start };
  return { nodes: value === '' ? others : [{ ...first, value, position }, ...others], prefix: ` ${prefix.trim()}` };
}

/** In MDX a heading's id may stand in a remark: the text ends before the space in front of it. */
function withoutRemark(
  before: readonly PhrasingContent[],
  remark: PhrasingContent,
  { original }: MaskedText,
): Attributed {
  const end = remark.position?.end.offset ?? 0;
  const last = before.at(-1);
  const from = last?.position?.end.offset ?? end;
  if (last?.type !== 'text') return { nodes: before, attributes: original.slice(from, end) };
  // A no-break space is a character as any other.
  const value = last.value.replace(/[ \t\r\n]+$/, '');
  const cut = from - (last.value.length - value.length);
  const attributes = original.slice(cut, end);
  if (value === '') return { nodes: before.slice(0, -1), attributes };
  return { nodes: [...before.slice(0, -1), { ...last, value, position: upTo(last, cut) }], attributes };
}

/** The attributes at the end of a block as they are written; a template tag there is none. */
function attributesAt(tail: string, end: number, { original, masks }: MaskedText, isHeading: boolean): string {
  let found = (isHeading ? OF_HEADING : OF_BLOCK).exec(tail)?.[0] ?? '';
  const from = end - found.length;
  for (const mask of masks.slice(firstMask(masks, from), firstMask(masks, end)).reverse()) {
    const source = original.slice(mask.start, mask.end);
    if (!ATTRIBUTES.test(source) && !ANNOTATION.test(source) && !(isHeading && REMARK.test(source))) {
      found = end === mask.end ? '' : tail.slice(mask.end - end);
      break;
    }
  }
  return found;
}

/** A value without what its source ends with; escapes and masks in that are other characters in the value. */
function withoutTail(value: string, tail: string): string | undefined {
  const bare = tail.replace(/\\(?=\{)/, '');
  return value.endsWith(bare) ? value.slice(0, value.length - bare.length) : undefined;
}

function upTo({ position }: PhrasingContent, offset: number): NonNullable<PhrasingContent['position']> {
  const end = { line: 1, column: 1, offset };
  return { start: position?.start ?? end, end };
}
