import type { SyntaxName } from '../../../units/unit.ts';
import { endOfBraces, endOfEscaped, endOfPattern, endOfRemark, endOfWikiLink } from './inline-masks.ts';
import { endOfLatex } from './latex.ts';
import { isEscaped } from './escaped.ts';
import { TemplateTags } from './template-tags.ts';
import { maySetSize, withSizes, withTagsInTags } from './tags-in-tags.ts';
import { mayBeVue, withVueTags } from './vue-tags.ts';

/** A half-open range of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text in which nothing inside a template tag, a formula or another code can be mistaken for Markdown. */
export interface MaskedText {
  readonly original: string;
  /** As long as the original: what stands between the first and the last character of each mask is one filler. */
  readonly masked: string;
  readonly masks: readonly Span[];
  /** Shortcodes whose body is data, not text. */
  readonly data: readonly Span[];
}

/** A noncharacter: it never stands in exchanged text, and Markdown takes it for a letter. */
export const FILLER = '\uFDD0';
const RUN = /[{$]\uFDD0+[}$]|\{\/\*\uFDD0+\*\/\}/g;

/** `$x$` as pandoc reads it: no space inside the dollars, no digit after the second. "$5 and $10" is no formula. */
const FORMULA = /\$(?![\s$])(?:\\[^\n`]|[^\s\\$`]|[ \t](?!\|[ \t])(?!\$)){0,500}(?<![\s\\])\$(?![\d$])/y;

const SIGN = /[{$]|\\{1,2}[[(]|\\[@:A-Za-z]|!?\[\[|%%/g;
/** Docusaurus takes HTML's comments out of MDX before it is read. */
const MDX_SIGN = /\$|\{#|<!--|\\[@:]|!?\[\[/g;
/** A heading's id, which MDX would take for an expression. */
const HEADING_ID = /\{#[^\s{}]{1,200}\}(?=[ \t]*(?:#+[ \t]*)?(?:[\n\r]|$))/y;

/** Whether a text has a character that masks are made of. */
export function hasFiller(text: string): boolean {
  return text.includes(FILLER);
}

/** Whether anything in a text may be hidden. */
export function mayHide(text: string): boolean {
  return /[{$]|\\[[(@:]|\[\[|%%|<!--/.test(text) || mayBeVue(text) || maySetSize(text);
}

/**
 * Hides what site builders read before or beside Markdown: template tags (Liquid, Nunjucks, Hugo, `{{x}}`, `${X}`), formulas
 * between single dollars or LaTeX's brackets, attribute lists, includes, remarks, wiki links and roles. Offsets do not change.
 */
export function maskTemplates(original: string, syntax: SyntaxName): MaskedText {
  const masks: Span[] = [];
  const data: Span[] = [];
  const braces = syntax !== 'mdx';
  if (!mayHide(original) || hasFiller(original)) return { original, masked: original, masks, data };
  const tags = new TemplateTags(original);
  const sign = new RegExp(braces ? SIGN : MDX_SIGN);
  for (let match = sign.exec(original); match !== null; match = sign.exec(original)) {
    const start = match.index;
    const end = endOfMask(original, match, braces, tags);
    if (end !== undefined) masks.push({ start, end });
    if (end !== undefined && tags.isData) data.push({ start, end });
    tags.isData = false;
    sign.lastIndex = end ?? start + (match[0] === '[[' ? 1 : match[0].length);
  }
  const masked = coverAll(original, masks, (mask) => coverOf(original, mask, braces));
  return { original, masked: braces ? withVueTags(withTagsInTags(withSizes(masked))) : masked, masks, data };
}

function endOfMask(
  text: string,
  { 0: sign, index }: RegExpExecArray,
  braces: boolean,
  tags: TemplateTags,
): number | undefined {
  if (sign === '<!--') return endOfComment(text, index);
  if (sign === '$') return endOfDollar(text, index, braces);
  if (isEscaped(text, index)) return undefined;
  if (sign.startsWith('\\')) return /[[(]$/.test(sign) ? endOfLatex(text, index) : endOfEscaped(text, index);
  if (sign === '{#' && !braces) return endOfPattern(HEADING_ID, text, index);
  if (sign === '%%') return endOfRemark(text, index);
  if (sign !== '{') return endOfWikiLink(text, index);
  return /[{%]/.test(text.charAt(index + 1)) ? tags.endOf(index) : endOfBraces(text, index);
}

/**
 * A formula of its own, and whatever else speaks to the site builder, is covered as a tag is, so that it stays on its own
 * line; what is shown in a sentence is covered as a formula.
 */
function coverOf(text: string, { start, end }: Span, braces: boolean): string {
  if (text[start] === '<') return `{/*${FILLER.repeat(end - start - 6)}*/}`;
  const filler = FILLER.repeat(end - start - 2);
  const [first, last] = [text.charAt(start), text.charAt(end - 1)];
  if (!braces) return `$${filler}$`;
  if (first === '\\') return `${last === ']' ? '{' : '$'}${filler}}`;
  if (first === '$') return first + filler + last;
  return `${first === '%' || (first === '{' && last !== '`') ? '{' : '$'}${filler}}`;
}

/** A text with other characters in the place of some spans of it, as many as there were. */
export function coverAll(text: string, spans: readonly Span[], cover: (span: Span) => string): string {
  let covered = '';
  let at = 0;
  for (const span of spans) {
    covered += text.slice(at, span.start) + cover(span);
    at = span.end;
  }
  return covered + text.slice(at);
}

/**
 * A string that came out of the masked text (decoded or not), with the originals back in the place of its masks.
 * @param start where the string's node begins in the text
 */
export function restoreMasks(text: string, { original, masks }: MaskedText, start: number): string {
  if (masks.length === 0 || !hasFiller(text)) return text;
  let index = firstMask(masks, start);
  return text.replace(RUN, (run) => {
    const mask = masks[index++];
    return mask === undefined ? run : original.slice(mask.start, mask.end);
  });
}

/** Cuts a decoded string at its masks: texts stand at even places, originals of masks at odd ones. */
export function splitAtMasks(text: string, masked: MaskedText, start: number): string[] {
  if (masked.masks.length === 0 || !hasFiller(text)) return [text];
  let index = firstMask(masked.masks, start);
  const pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(RUN)) {
    const mask = masked.masks[index++];
    if (mask === undefined) break;
    pieces.push(text.slice(at, match.index), masked.original.slice(mask.start, mask.end));
    at = match.index + match[0].length;
  }
  return [...pieces, text.slice(at)];
}

/** Index of the first mask that begins at an offset or behind it. */
export function firstMask(masks: readonly Span[], start: number): number {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((masks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOfDollar(text: string, start: number, braces: boolean): number | undefined {
  if (isEscaped(text, start)) return undefined;
  if (braces && text.startsWith('${', start)) {
    const end = text.slice(start + 2, start + 200).search(/[{}\n`]/);
    return end > 0 && text[start + 2 + end] === '}' ? start + 3 + end : undefined;
  }
  if (text[start - 1] === '$') return undefined;
  return endOfFormula(text, start);
}

/** The limit keeps the search linear. */
const LONGEST_COMMENT = 20_000;

function endOfComment(text: string, start: number): number | undefined {
  const end = text.slice(start + 4, start + LONGEST_COMMENT).indexOf('-->');
  return end === -1 ? undefined : start + end + 7;
}

function endOfFormula(text: string, start: number): number | undefined {
  return endOfPattern(FORMULA, text, start);
}

/** Whether a one-dollar formula begins at an offset. */
export function isFormulaAt(text: string, offset: number): boolean {
  return endOfFormula(text, offset) !== undefined;
}
