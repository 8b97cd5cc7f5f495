import { readDocument } from '../../html/document.ts';
import type { HtmlPart } from '../../html/html-parts.ts';
import { unitOf } from '../../html/part-bytes.ts';
import { htmlSyntax } from '../../html/html-syntax.ts';
import { walkHtml } from '../../html/walk.ts';
import { signatures } from '../../signatures.ts';
import type { BlockUnit } from './block-unit.ts';
import { depthOf } from './whole-html.ts';
import { hasWords } from './html-words.ts';

/** What a block of raw HTML holds. */
export interface RawHtml {
  /** Its texts, in their order; places are the block's own. */
  readonly parts: readonly HtmlPart[];
  /** The block without its words. */
  readonly outline: string;
  /** It has words that are not among the parts. */
  readonly isLeft: boolean;
}

/** Blocks whose content is JSX, or Markdown for some site builders: what stands in them is not for an HTML reader. */
const JSX = /<[A-Za-z][^<>]{0,500}?=\{/;
const MARKDOWN = /<[A-Za-z][^<>]{0,500}?\smarkdown(?=[\s=>/])(?!=["']?(?:0|false)\b)/;

/** Lines that begin blocks of Markdown; on one line there is nothing but text and codes. */
const BLOCKS = /\n[ \t]*(?:[-*+>|#]|\d{1,9}[.)][ \t]|[`~=:!?]{3})/;

/** Attributes that may be texts, and Vue's slots. */
const MAY_HOLD_TEXT =
  /\s(?:alt|title|placeholder|aria-[a-z]+|label|summary|value|text|description|caption|content|header|heading|subtitle|tooltip|cta|attribution)\s*=|<template\s|\s(?::|v-bind:)[\w-]+=["']\s*["'`[{]/i;

/** Elements without text that have the first line alone: by them the block is one of raw HTML. */
const ELEMENTS = /^(?:<(?!(?:pre|script|style|code|textarea)\b|!)[^<>\n]{1,2000}>[ \t]{0,20}){1,50}\r?\n(?=[^])/i;

/** What is defined right below an element, without an empty line between, is no text. */
const DEFINITION = /^\[[^\]\n]+\]:[ \t]*\S+/;

/**
 * Reads a block of raw HTML as `.html` is read.
 * @param quotes block quotes around it: their signs at the beginnings of its further lines are no part of it
 */
export function readRawHtml(block: string, quotes: number): RawHtml {
  const source = quotes > 0 ? withoutQuotes(block, quotes) : block;
  const [first = ''] = ELEMENTS.exec(source) ?? [];
  if (first === '' || depthOf(first) !== 0) return readPiece(source);
  const [one, other] = [readPiece(first), readPiece(source.slice(first.length))];
  const behind = other.parts.map((part) => ({
    ...part,
    start: part.start + first.length,
    end: part.end + first.length,
  }));
  return {
    parts: [...one.parts, ...behind],
    outline: `${one.outline} ${other.outline}`,
    isLeft: one.isLeft || other.isLeft,
  };
}

function readPiece(source: string): RawHtml {
  const whole = source.replace(/\s+/g, ' ');
  if (!hasWords(source) && !MAY_HOLD_TEXT.test(source)) return { parts: [], outline: whole, isLeft: false };
  if (JSX.test(source)) return { parts: [], outline: whole, isLeft: hasWords(source) };
  const { parts: found, outline, warnings } = walkHtml(readDocument(source), () => undefined);
  const parts = found
    .filter(({ start, end }) => !DEFINITION.test(source.slice(start, end)))
    .map((part) => (source.slice(0, part.start).trim() === '' ? withoutFirstTag(part, source) : part));
  if (MARKDOWN.test(source) && parts.some(({ start, end }) => BLOCKS.test(source.slice(start, end))))
    return { parts: [], outline: whole, isLeft: hasWords(source) };
  if (parts.length === 0) return { parts, outline: whole, isLeft: warnings.length > 0 };
  return { parts, outline: outline.join(' '), isLeft: warnings.length > 0 };
}

/** A tag that has the block's first line alone makes it a block: it is no part of the text that follows. */
function withoutFirstTag(part: HtmlPart, source: string): HtmlPart {
  const [line = ''] = /^<[^<>]*>[ \t]*\r?\n\s*/.exec(source.slice(part.start, part.end)) ?? [];
  if (part.type !== 'text' || part.content[0]?.type !== 'code' || line === '') return part;
  const content = htmlSyntax.parse(htmlSyntax.print(part.content.slice(1)).trim());
  return { ...part, start: part.start + line.length, content };
}

/** Spaces in the place of quotes' signs, so that offsets stay. */
function withoutQuotes(block: string, quotes: number): string {
  const signs = new RegExp(`(?<=\\n)(?:[ \\t]*>){1,${quotes}}`, 'g');
  return block.replace(signs, (found) => ' '.repeat(found.length));
}

/**
 * A part as a unit of the article.
 * @param offset where the block begins in the body
 * @param entry the block's place in the outline
 */
export function rawHtmlUnit(
  part: HtmlPart,
  offset: number,
  entry: number,
  quotes: number,
  language: string | undefined,
): BlockUnit {
  const { kind, value, syntax, language: own = language } = unitOf(part);
  const codes = part.type === 'text' ? signatures(part.content) : '';
  return {
    kind: kind === 'field' ? 'html' : kind,
    value,
    syntax,
    region: { start: offset + part.start, end: offset + part.end, quotes, cell: false },
    survey: { codes, form: '', letters: true, brackets: false, addresses: false },
    form: 'html',
    part,
    entry,
    ...(own === undefined ? {} : { language: own }),
  };
}
