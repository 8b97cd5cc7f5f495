import type { CodeKind } from '../units/unit.ts';

/** A piece of text that a program or a browser reads, not a person: it comes back from translation as it went. */
export interface Placeholder {
  readonly kind: CodeKind;
  /** Offset and end in the text. */
  readonly start: number;
  readonly end: number;
  readonly signature: string;
}

/**
 * In this order of alternatives: template expressions and tags (`{{x}}`, `{% if %}`, `<%= x %>`, `${x}`), one-brace names (`{name}`, `{0}`) and ICU's
 * arguments (`{day, date, long}`), printf's
 * directives (not after a digit: `100%s`; not before a word: `%discount`), addresses of pages and of mailboxes.
 * An address ends before the punctuation of Chinese and Japanese.
 * Every repetition is bounded or over one character class, so that matching stays linear. The groups are numbered
 * (1 template, 2 page, 3 mailbox): named ones cost an object a match.
 */
const PATTERN = new RegExp(
  [
    /(\{%-?\s?comment\s?-?%\}[^]{0,2000}?\{%-?\s?endcomment\s?-?%\}|\{#(?=\s)(?:(?!#\}|\{#)[^]){1,500}#\}|\{\{(?:(?!\}\}|\{\{)[^]){1,300}\}\}\}?|\{%(?:(?!%\})[^]){1,300}%\}|\{!!(?:(?!!!\}|\{!!)[^]){1,300}!!\}|<%(?:(?!%>|<%)[^]){1,300}%>|\$\{[^{}\n]{1,200}\})/u,
    /(?:\{[\p{L}_][\p{L}\p{N}_.]{0,60}\}|\{\d{1,3}\}|\{\s?[\p{L}\d_][\p{L}\p{N}_.]{0,60}\s?,\s?(?:number|date|time|duration|ordinal|spellout|list)\s?(?:,[^{}]{1,200})?\})/u,
    /(?:(?<!\d)%(?:\([\w.-]{1,60}\)|\d{1,2}\$)?(?:[#0+]{1,2}|-(?=\d))?\d{0,4}(?:\.\d{1,4})?(?:hh|ll|[hlqjzt])?[diouxXeEfFgGcrs@](?![\p{L}\p{N}_]{2}))/u,
    /((?:https?|ftp):\/\/(?:(?!&(?:lt|gt|quot|nbsp|#\d{1,7});)[^\s<>"{}|\\^`\u3001-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]){1,2000}|mailto:[^\s<>"{}|\\^`\u3001-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]{1,300}|www\.[^\s<>"{}|\\^`./\u3001-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f][^\s<>"{}|\\^`\u3001-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]{2,2000})/u,
    /((?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
);

/** Every placeholder of a text, in its order. None overlaps another. */
export function placeholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  if (!/[{%@]|:\/\/|mailto:|www\./.test(text)) return found;
  // `matchAll` copies the pattern each time.
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match !== null; match = PATTERN.exec(text)) {
    const [whole, template, url, mail] = match;
    const raw = url === undefined ? whole : withoutEnd(url);
    const place = { start: match.index, end: match.index + raw.length };
    if (url !== undefined || mail !== undefined) found.push({ kind: 'url', ...place, signature: `url:${raw}` });
    else if (template?.startsWith('{%')) found.push({ kind: 'shortcode', ...place, signature: squeeze(raw) });
    else found.push({ kind: 'placeholder', ...place, signature: squeeze(raw) });
  }
  return found;
}

const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** An address without the punctuation of the sentence around it; a bracket belongs to it when it was opened in it. */
function withoutEnd(url: string): string {
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    const opener = CLOSERS[last];
    if (opener !== undefined) {
      const head = url.slice(0, end);
      if (head.split(opener).length >= head.split(last).length) break;
    } else if (!'.,;:!?\'"*_~…“”‘’»«'.includes(last)) break;
  }
  return end === 0 ? url : url.slice(0, end);
}

/** White space inside a placeholder says nothing: `{{ name }}` is `{{name}}`. */
function squeeze(raw: string): string {
  if (!/\s/.test(raw)) return raw;
  return raw
    .replace(/\s+/g, ' ')
    .replace(/^(\{\{-?|\{%-?|\$\{) /, '$1')
    .replace(/ (-?%\}|-?\}+)$/, '$1');
}
