import type { Markup } from '../units/unit.ts';
import type { InlineSyntax } from './format.ts';
import { readTag, type Tag } from './html/tag.ts';
import { isGuarded, isTextAttribute, kindOf, VOID } from './html/vocabulary.ts';
import { buildTree, type InlineToken, type TokenCode } from './inline-tree.ts';
import { nestingEnd } from './i18next-json/nesting.ts';
import { foreignPlaceholders } from './own-placeholders.ts';
import { placeholders } from './placeholders.ts';
import { printVerbatim } from './plain-syntax.ts';

/**
 * i18next values: interpolation `{{x}}`, `{{- x}}`, `{{x, format}}` and nesting `$t(key)` stand alone; the tags of the
 * Trans component (`<1>text</1>`, `<0/>`, `<strong>`) and of plain HTML are pairs. Printing what was parsed gives the
 * very same value. The syntax has no escapes: entities (`&amp;`) stay as they are written, as codes.
 */
export const i18nextSyntax: InlineSyntax = {
  name: 'i18next',
  spaces: 'all',
  isPlain: (text) => text !== '' && !SIGNS.test(text) && foreignPlaceholders(text).length === 0,
  parse(value) {
    return buildTree(tokens(value), (open, start, end, close) => {
      const inner = value.slice(start, end);
      const signature = open.kind === 'code' ? `code:${inner}` : open.signature + inner;
      return {
        kind: open.kind === 'code' ? 'code' : 'html',
        markup: [...open.markup, inner, ...close.markup],
        signature,
      };
    });
  },
  print(content) {
    return printVerbatim(content);
  },
};

/** A value without any of these is text. */
const SIGNS = /[$<&{%@]|:\/\/|mailto:|www\./;
const SPECIAL = /\$t\(|</g;
const ENTITY = /&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;

function tokens(value: string): InlineToken[] {
  const result: InlineToken[] = [];
  let textStart = 0;
  const flush = (end: number): void => {
    if (end > textStart) addTextTokens(result, value.slice(textStart, end));
  };
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(value); match !== null; match = SPECIAL.exec(value)) {
    const start = match.index;
    let end: number | undefined;
    let token: InlineToken | undefined;
    if (match[0] === '<') {
      const tag = readTag(value, start, 'elements-and-numbers');
      if (tag !== undefined) token = tagToken(value, tag, start);
      end = tag?.end;
    } else {
      end = nestingEnd(value, start);
      if (end !== undefined) {
        const raw = value.slice(start, end);
        token = { type: 'code', code: { kind: 'nesting', markup: [raw], signature: raw } };
      }
    }
    if (token === undefined || end === undefined) continue;
    flush(start);
    result.push(token);
    textStart = end;
    SPECIAL.lastIndex = end;
  }
  flush(value.length);
  return result;
}

function tagToken(value: string, tag: Tag, start: number): InlineToken {
  const raw = value.slice(start, tag.end);
  const attribute = (name: string): string | undefined => tag.attributes.find((one) => one.name === name)?.raw;
  if (tag.closing) {
    return {
      type: 'close',
      name: tag.name,
      start,
      code: { kind: kindOf(tag.name), markup: [raw], signature: `</${tag.name}>` },
    };
  }
  const code = tagCode(value, tag, start, attribute);
  if (tag.selfClosing || VOID.has(tag.name)) return { type: 'code', code };
  return { type: 'open', name: tag.name, end: tag.end, code, guarded: isGuarded(tag.name, attribute) };
}

/** An attribute's text is a text of its own only where it can be written back without entities. */
function tagCode(value: string, tag: Tag, start: number, attribute: (name: string) => string | undefined): TokenCode {
  const markup: Markup[number][] = [];
  let at = start;
  let signature = '';
  for (const { name, raw, start: place } of tag.attributes) {
    if (raw === undefined || !isTextAttribute(name, tag.name, attribute)) continue;
    if (!/^[^&"<>]*\p{L}[^&"<>]*$/u.test(raw) || value[place - 1] !== '"') continue;
    markup.push(value.slice(at, place), { text: raw, role: name === 'alt' || name === 'title' ? name : 'attribute' });
    signature += value.slice(at, place);
    at = place + raw.length;
  }
  markup.push(value.slice(at, tag.end));
  signature = (signature + value.slice(at, tag.end)).replace(/\s*\/?>$/, '>');
  return { kind: kindOf(tag.name), markup, signature };
}

/** Text between tags; placeholders and entities are codes. */
function addTextTokens(result: InlineToken[], text: string): void {
  const found = placeholders(text);
  const before = found.length;
  for (const one of foreignPlaceholders(text)) found.push(one);
  if (text.includes('&')) {
    for (const entity of text.matchAll(ENTITY)) {
      const [raw] = entity;
      found.push({ kind: 'other', start: entity.index, end: entity.index + raw.length, signature: raw });
    }
  }
  // Of two that overlap the one that is known everywhere counts where both begin together.
  if (found.length > before) found.sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  for (const { kind, start, end, signature } of found) {
    if (start < at) continue;
    result.push({ type: 'text', text: text.slice(at, start) });
    result.push({ type: 'code', code: { kind, markup: [text.slice(start, end)], signature } });
    at = end;
  }
  result.push({ type: 'text', text: text.slice(at) });
}
