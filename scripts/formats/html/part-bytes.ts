import type { Inline, ParsedUnit } from '../../units/unit.ts';
import type { Patch } from '../checked-fill.ts';
import { escapeParameter } from '../markdown/inline/escapes.ts';
import { signatures } from '../signatures.ts';
import type { HtmlAttribute, HtmlParameter, HtmlPart, HtmlText, HtmlTitle } from './html-parts.ts';
import { escapeAttribute, escapeText, htmlSyntax, printHtml } from './html-syntax.ts';
import { withEntitiesOf, writtenEntities } from '../written-entities.ts';
import { sourceBytes } from './source-bytes.ts';
import { squeeze } from './white-space.ts';

/** A part as a unit, with the line that it has in its own text. */
export function unitOf(part: HtmlPart): ParsedUnit {
  const { kind, line, language } = part;
  const base = { kind, line, ...(language === undefined ? {} : { language }) };
  if (part.type === 'text') return { ...base, value: htmlSyntax.print(part.content), syntax: 'html' };
  return { ...base, value: part.text, syntax: 'plain', ...(part.path === undefined ? {} : { path: part.path }) };
}

export type PartBytes = Pick<Patch, 'usual' | 'strict'>;

/**
 * A value as it is written in the place of a part.
 * @param raw the part's bytes
 * @returns undefined where the value has not the part's tags and placeholders
 */
export function bytesOf(
  raw: string,
  part: HtmlPart,
  value: string,
  parse: (value: string) => readonly Inline[],
): PartBytes | undefined {
  return part.type === 'text' ? textBytes(raw, part, parse(value.trim())) : valueBytes(raw, part, value);
}

function textBytes(raw: string, part: HtmlText, content: readonly Inline[]): PartBytes | undefined {
  if (signatures(content) !== signatures(part.content)) return undefined;
  const print = (strict: boolean): string => printHtml(content, strict, sourceBytes(raw));
  return { usual: print(false), strict: print(true) };
}

function valueBytes(raw: string, part: HtmlAttribute | HtmlTitle | HtmlParameter, value: string): PartBytes {
  const words = squeeze(value);
  if (part.type === 'parameter') {
    const written = [...part.quotes].reduce(escapeParameter, words);
    return { usual: written, strict: written };
  }
  const entities = writtenEntities(raw);
  if (part.type === 'title')
    return { usual: escapeText(words, false, entities), strict: escapeText(words, true, entities) };
  const name = raw.slice(0, raw.search(/\s*=/));
  const quote = raw.endsWith("'") ? "'" : '"';
  const bytes = (strict: boolean): string =>
    `${name}=${quote}${withEntitiesOf(raw, escapeAttribute(words, quote, strict))}${quote}`;
  return { usual: bytes(false), strict: bytes(true) };
}
