import type { Inline, Markup, Spaces } from './unit.ts';

/**
 * One string for all ways of writing the same content: text with its white space collapsed, as far as that is no content,
 * and each code's signature where it stands. Values that differ only in markers (`*` or `_`), escapes, entities or soft wraps
 * are equal here; those that differ in words, in what a link points to or in where emphasis begins are not.
 * @returns with control characters around codes, so that no text can look like a code; for comparing and hashing only
 */
export function canonical(content: readonly Inline[], spaces: Spaces = 'none'): string {
  const [first, second] = content;
  if (second === undefined && first?.type === 'text' && !UNTIDY.test(first.text)) {
    const text = first.text.normalize('NFC');
    return spaces === 'all' ? text : text.trim();
  }
  const text = flatten(content, spaces).normalize('NFC');
  return spaces === 'all' ? text : evened(text, spaces).trim();
}

/** Controls, and white space that would be collapsed; most text has neither. */
const UNTIDY = /[\u0000-\u001f\u007f-\u009f]| {2}/;

/** White space but for single spaces, which are most of it and stay what they are. */
const UNEVEN_SPACE = /[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+/g;

/** Runs of white space as one space, or as the line breaks in them where these are content. */
function evened(text: string, spaces: Spaces): string {
  return text.replace(UNEVEN_SPACE, (run) => (spaces === 'none' ? '' : run.replace(/[^\n]/g, '')) || ' ');
}

function flatten(content: readonly Inline[], spaces: Spaces): string {
  let result = '';
  for (const item of content) {
    if (item.type === 'text') result += withoutControls(item.text, spaces);
    else if (item.type === 'code') result += `\u0001${item.signature}${texts(item.markup)}\u0002`;
    else {
      const end = `\u0004${texts(item.close)}\u0002`;
      result += `\u0001${item.signature}${texts(item.open)}\u0003${flatten(item.children, spaces)}${end}`;
    }
  }
  return result;
}

function texts(markup: Markup): string {
  return markup.map((piece) => (typeof piece === 'string' ? '' : `\u0003${piece.role}=${piece.text}`)).join('');
}

function withoutControls(text: string, spaces: Spaces): string {
  if (!UNTIDY.test(text)) return text;
  const tidy = spaces === 'all' ? text.replaceAll('\r\n', '\n') : evened(text, spaces);
  return tidy.replace(/(?![\t\n])\p{Cc}/gu, (control) => `\u0005${control.charCodeAt(0)}`);
}
