import type { SyntaxName } from '../../../units/unit.ts';
import { endOfLatex } from './latex.ts';

/** A half-open range of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text in which nothing inside a template tag, a formula or a mark can be mistaken for Markdown. */
export interface MaskedText {
  readonly original: string;
  /**
   * As long as the original: what stands between the first and the last character of each mask is one filler; a mark is
   * filled as a whole.
   */
  readonly masked: string;
  readonly masks: readonly Span[];
  /** Whether some of them are marks. */
  readonly hasMarks: boolean;
}

/** A noncharacter: it never stands in exchanged text, and Markdown takes it for a letter. */
export const FILLER = '\uFDD0';
/** Another one, for marks at the beginnings of lines. */
export const MARK_FILLER = '\uFDD1';
const RUN = /[{$]\uFDD0+[}$]|\{\/\*\uFDD0+\*\/\}|\uFDD1+/g;

/** A longer template tag is no tag; the limit keeps the search linear. */
const LONGEST = 2000;

/** Tags whose content is no prose: up to their end tag all of it is one mask. */
const RAW = 'raw|verbatim|comment|highlight|code|codeblock|javascript|stylesheet|schema|mermaid|math|katex';
const RAW_LIQUID = new RegExp(`^\\{%-?\\s*(${RAW})\\b`);
const RAW_HUGO = new RegExp(`^\\{\\{[<%]\\s*(${RAW})\\b(?![^]*/[>%]\\}\\}$)`);

/** `$x$` as pandoc reads it: no space inside the dollars, no digit after the second. "$5 and $10" is no formula. */
const FORMULA = /\$(?![\s$])(?:\\[^\n`]|[^\s\\$`]|[ \t](?!\|[ \t])(?!\$)){0,500}(?<![\s\\])\$(?![\d$])/y;

const SIGN = /\{\{|\{%|\$|\\{1,2}[[(]/g;
/** Docusaurus takes HTML's comments out of MDX before it is read. */
const MDX_SIGN = /\$|<!--/g;

/** Whether a text has a character that masks are made of. */
export function hasFiller(text: string): boolean {
  return text.includes(FILLER) || text.includes(MARK_FILLER);
}

/** Whether anything in a text may be hidden. */
export function mayHide(text: string): boolean {
  return /\{\{|\{%|\$|\\[[(]|<!--/.test(text);
}

/**
 * Hides template tags (Liquid, Nunjucks, Hugo, `{{x}}`, `${X}`) and formulas between single dollars or LaTeX's brackets,
 * which site builders read before or beside Markdown. Offsets do not change.
 */
export function maskTemplates(original: string, syntax: SyntaxName): MaskedText {
  const masks: Span[] = [];
  const braces = syntax !== 'mdx';
  if (!mayHide(original) || hasFiller(original)) return { original, masked: original, masks, hasMarks: false };
  const missing = new Set<string>();
  const sign = new RegExp(braces ? SIGN : MDX_SIGN);
  for (let match = sign.exec(original); match !== null; match = sign.exec(original)) {
    const end = endOfMask(original, match, braces, missing);
    if (end !== undefined) masks.push({ start: match.index, end });
    sign.lastIndex = end ?? match.index + 1;
  }
  return { original, masked: coverAll(original, masks, (mask) => coverOf(original, mask)), masks, hasMarks: false };
}

function endOfMask(
  text: string,
  { 0: sign, index }: RegExpExecArray,
  braces: boolean,
  missing: Set<string>,
): number | undefined {
  if (sign === '<!--') return endOfComment(text, index);
  if (sign === '$') return endOfDollar(text, index, braces);
  if (!sign.startsWith('\\')) return endOfTag(text, index, missing);
  return isEscaped(text, index) ? undefined : endOfLatex(text, index);
}

/** A formula of its own is covered as a tag is, so that it stays on its own line. */
function coverOf(text: string, { start, end }: Span): string {
  if (text[start] === '<') return `{/*${FILLER.repeat(end - start - 6)}*/}`;
  const filler = FILLER.repeat(end - start - 2);
  if (text[start] !== '\\') return text.charAt(start) + filler + text.charAt(end - 1);
  return `${text.charAt(end - 1) === ']' ? '{' : '$'}${filler}}`;
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

/**
 * Cuts a decoded string at its masks: texts stand at even places, originals of masks at odd ones. A mark that is not at the
 * beginning of its own line is text.
 */
export function splitAtMasks(text: string, masked: MaskedText, start: number): string[] {
  if (masked.masks.length === 0 || !hasFiller(text)) return [text];
  let index = firstMask(masked.masks, start);
  const pieces: string[] = [];
  let open = '';
  let at = 0;
  for (const match of text.matchAll(RUN)) {
    const mask = masked.masks[index++];
    if (mask === undefined) break;
    const source = masked.original.slice(mask.start, mask.end);
    open += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0].startsWith(MARK_FILLER)) {
      open += source;
    } else {
      pieces.push(open, source);
      open = '';
    }
  }
  return [...pieces, open + text.slice(at)];
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

function endOfComment(text: string, start: number): number | undefined {
  const end = text.indexOf('-->', start + 4);
  return end === -1 ? undefined : end + 3;
}

function endOfFormula(text: string, start: number): number | undefined {
  FORMULA.lastIndex = start;
  const match = FORMULA.exec(text);
  return match === null ? undefined : start + match[0].length;
}

/** Whether a one-dollar formula begins at an offset. */
export function isFormulaAt(text: string, offset: number): boolean {
  return endOfFormula(text, offset) !== undefined;
}

function endOfTag(text: string, start: number, missing: Set<string>): number | undefined {
  const percent = text[start + 1] === '%';
  const hugo = !percent && (text[start + 2] === '<' || text[start + 2] === '%');
  const rest = text.slice(start + 2, start + LONGEST);
  const close = percent
    ? '%}'
    : hugo
      ? text[start + 2] === '<'
        ? '>}}'
        : '%}}'
      : rest.startsWith('{') && rest.includes('}}}')
        ? '}}}'
        : '}}';
  const found = rest.indexOf(close);
  if (found < 1 || isEscaped(text, start)) return undefined;
  const closed = start + 2 + found + close.length;
  const end = close === '}}' && text[closed] === '}' ? closed + 1 : closed;
  const tag = text.slice(start, end);
  if (tag.includes('`') || /\n[ \t]*\r?\n/.test(tag) || (!percent && !hugo && tag.includes('\n'))) return undefined;
  const inside = tag.slice(3);
  if (inside.includes('{{') || inside.includes('{%')) return undefined;
  return endOfRaw(text, tag, end, missing) ?? end;
}

/** Where the content that a raw tag opens ends, end tag included; undefined when it opens none. */
function endOfRaw(text: string, tag: string, from: number, missing: Set<string>): number | undefined {
  const name = (RAW_LIQUID.exec(tag) ?? RAW_HUGO.exec(tag))?.[1];
  if (name === undefined || missing.has(name + tag[1])) return undefined;
  const closing = tag.startsWith('{%')
    ? new RegExp(`\\{%-?\\s{0,9}end${name}\\s{0,9}-?%\\}`, 'g')
    : new RegExp(`\\{\\{[<%]\\s{0,9}/\\s{0,9}${name}\\s{0,9}[>%]\\}\\}`, 'g');
  closing.lastIndex = from;
  const match = closing.exec(text);
  if (match === null) missing.add(name + tag[1]);
  const fences = match === null ? null : text.slice(from, match.index).match(/^[ \t]*(?:```|~~~)/gm);
  // An odd number of code fences: the tags only stand in code examples.
  return match === null || (fences?.length ?? 0) % 2 === 1 ? undefined : match.index + match[0].length;
}

/** Whether an odd number of backslashes stands before an offset. */
export function isEscaped(text: string, offset: number): boolean {
  let count = 0;
  while (text[offset - 1 - count] === '\\') count++;
  return count % 2 === 1;
}
