import { decodeHTML } from 'entities/decode';
import type { InlineToken, TokenCode } from '../inline-tree.ts';
import { placeholders } from '../placeholders.ts';
import { withMarkdownCodes } from '../short-codes.ts';
import { tagToken } from './tag-code.ts';
import { readTag, type Tag } from './tag.ts';
import { maskTemplates, templateEnd } from './template-mask.ts';
import { RAW_TEXT } from './vocabulary.ts';
import { gist } from './white-space.ts';

const NOT_TEXT = /<(?:!--(?:>|->|[^]*?-->)|[!?][^>]*>)/y;

/**
 * Cuts inline HTML into text and codes. Tags are written in one way (lower case, double quotes, one space), white space
 * is collapsed and entities are decoded, so that a formatter changes nothing of what is read here.
 * @param bytes is told how each code is written in the value
 */
export function inlineTokens(value: string, bytes?: Map<TokenCode, string>): InlineToken[] {
  const tokens: InlineToken[] = [];
  const masked = maskTemplates(value);
  const unclosed = new Set<string>();
  let textStart = 0;
  let at = value.indexOf('<');
  const flush = (end: number): void => {
    if (end > textStart) addTextTokens(tokens, value.slice(textStart, end));
  };
  while (at !== -1) {
    let end = at + 1;
    const template = templateEnd(value, at);
    const tag = readTag(masked, at, 'elements');
    if (template !== undefined) {
      flush(at);
      end = template;
      tokens.push({ type: 'code', code: templateCode(value.slice(at, end), bytes) });
      textStart = end;
    } else if (tag !== undefined) {
      flush(at);
      const token = tagToken(tag, at, value.slice(at, tag.end), masked.slice(at, tag.end));
      end = tag.end;
      bytes?.set(token.code, value.slice(at, tag.end));
      if (token.type === 'open' && RAW_TEXT.has(tag.name) && !unclosed.has(tag.name)) {
        const close = rawTextEnd(value, tag);
        if (close === undefined) unclosed.add(tag.name);
        else {
          const code = guarded(token.code, value.slice(tag.end, close.start), close.markup);
          tokens.push({ type: 'code', code });
          end = close.end;
          bytes?.set(code, value.slice(at, end));
        }
        if (close === undefined) tokens.push(token);
      } else tokens.push(token);
      textStart = end;
    } else if (masked[at] === '<') {
      const other = commentAt(value, at, unclosed);
      if (other !== undefined) {
        flush(at);
        const code = { kind: 'html', markup: [other], signature: other } as const;
        tokens.push({ type: 'code', code });
        bytes?.set(code, other);
        end = at + other.length;
        textStart = end;
      }
    }
    at = value.indexOf('<', end);
  }
  flush(value.length);
  return tokens;
}

/** An element that is kept as it is, as one code. White space in it is collapsed, but where it may have a meaning. */
export function guarded(open: TokenCode, inner: string, close: string): TokenCode {
  const isProgram = /^<(?:pre|textarea|script|style|svg|math|template|xmp)\b/.test(open.signature);
  const kept = isProgram ? inner : inner.replace(/\s+/g, ' ');
  const kind = open.kind === 'emphasis' || open.kind === 'strong' || open.kind === 'link' ? 'html' : open.kind;
  const shown = isProgram ? gist(kept) : kept.replace(/ (?=\/?>)/g, '').trim();
  const signature = open.kind === 'code' ? `code:${shown}` : `${open.signature}${shown}`;
  return { kind, markup: [...open.markup, kept + close], signature };
}

function templateCode(raw: string, bytes: Map<TokenCode, string> | undefined): TokenCode {
  const markup = raw.replace(/\s+/g, ' ');
  const code = { kind: 'placeholder', markup: [markup], signature: markup } as const;
  bytes?.set(code, raw);
  return code;
}

function commentAt(value: string, at: number, unclosed: Set<string>): string | undefined {
  if (value.startsWith('<!--', at) && unclosed.has('<!--')) return undefined;
  NOT_TEXT.lastIndex = at;
  const found = NOT_TEXT.exec(value)?.[0];
  if (found === undefined && value.startsWith('<!--', at)) unclosed.add('<!--');
  return found;
}

function rawTextEnd(
  value: string,
  tag: Tag,
): { readonly start: number; readonly end: number; readonly markup: string } | undefined {
  const pattern = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
  pattern.lastIndex = tag.end;
  const start = pattern.exec(value)?.index;
  if (start === undefined) return undefined;
  const close = readTag(value, start, 'elements');
  return close === undefined ? undefined : { start, end: close.end, markup: `</${close.name}>` };
}

/** Text between tags, its placeholders as codes. */
function addTextTokens(tokens: InlineToken[], raw: string): void {
  let at = 0;
  for (const { kind, start, end, signature } of withMarkdownCodes(raw, placeholders(raw))) {
    tokens.push({ type: 'text', text: decode(raw.slice(at, start)) });
    tokens.push({ type: 'code', code: { kind, markup: [raw.slice(start, end).replace(/\s+/g, ' ')], signature } });
    at = end;
  }
  tokens.push({ type: 'text', text: decode(raw.slice(at)) });
}

/** Only HTML's own white space collapses: a no-break space stays. Single spaces, which are most of it, are passed over. */
function decode(raw: string): string {
  const text = raw.replace(/[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+/g, ' ');
  return text.includes('&') ? decodeHTML(text) : text;
}
