/**
 * What a remote engine sees of a unit: running text with one small XML element for each inline code. The literal
 * markup (URLs, placeholders, HTML attributes) stays here and cannot be translated, billed or damaged.
 */
import type { Inline, Markup, PairedCode, StandingCode } from '../../units/unit.ts';

/** An inline code that has an element of its own in the text sent. */
export type Code = StandingCode | PairedCode;

/** How an engine wants term tokens written: DeepL has `ignore_tags`, HTML has elements that are never translated. */
export interface TagStyle {
  /** Name of the element around the form of a term; its content is shown to the engine and must not be changed. */
  readonly term: string;
}

/** One sentence as tagged text. */
export interface TaggedSegment {
  readonly text: string;
  /** Characters that a reader sees (code points), as translation services count and bill them. */
  readonly characters: number;
  /** The code behind each element, by the element's key (see `elementKey`). */
  readonly codes: ReadonlyMap<string, Code>;
}

/** Most texts have no codes, and each map takes 200 bytes for as long as its text waits. */
const NO_CODES: ReadonlyMap<string, Code> = new Map();

/** Characters that XML 1.0 cannot hold in any spelling: controls but tab and line ends, halves of pairs. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
const PAIRS = new RegExp(PAIR, 'g');
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Writes running text so that an XML or HTML parser reads it back; characters that no XML can hold are dropped. */
export function escapeText(text: string): string {
  return withoutForbidden(text).replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);
}

/** Drops characters that no service takes. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/**
 * Writes the segments of one unit as tagged text. Codes are numbered afresh, 1 to n in the order in which they open, so
 * that two units that differ only in their markup give the same text and are sent once.
 */
export function tagSegments(segments: readonly (readonly Inline[])[], style: TagStyle): readonly TaggedSegment[] {
  let last = 0;
  const tagSegment = (content: readonly Inline[]): TaggedSegment => {
    const codes = new Map<string, Code>();
    let characters = 0;
    const write = (nodes: readonly Inline[]): string => nodes.map(writeNode).join('');
    const writeNode = (node: Inline): string => {
      if (node.type === 'text') {
        characters += countCharacters(node.text);
        return escapeText(node.text);
      }
      const id = ++last;
      if (node.type === 'pair') {
        codes.set(`g${id}`, node);
        return `<g${id}>${write(node.children)}</g${id}>`;
      }
      if (node.kind !== 'term') {
        codes.set(`x${id}`, node);
        return `<x${id}/>`;
      }
      codes.set(`${style.term}:${id}`, node);
      const form = literal(node.markup);
      characters += countCharacters(form);
      return `<${style.term} i="${id}">${escapeText(form)}</${style.term}>`;
    };
    const text = write(content);
    return { text, characters, codes: codes.size === 0 ? NO_CODES : codes };
  };
  return segments.map(tagSegment);
}

/** The key of an element in `TaggedSegment.codes`: its name, with its number where that stands in an attribute. */
export function elementKey(name: string, number: string | undefined): string {
  return number === undefined ? name : `${name}:${number}`;
}

/** True where a person would translate something: a letter or a digit outside all markup. */
export function hasWords(content: readonly Inline[]): boolean {
  return content.some((node) =>
    node.type === 'text' ? /[\p{L}\p{N}]/u.test(node.text) : node.type === 'pair' && hasWords(node.children),
  );
}

function literal(markup: Markup): string {
  return markup.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** Code points, as services count and bill them. */
export function countCharacters(text: string): number {
  // Code points: a pair of halves is one.
  return text.length - (PAIR.test(text) ? (text.match(PAIRS)?.length ?? 0) : 0);
}
