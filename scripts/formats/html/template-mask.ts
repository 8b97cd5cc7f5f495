import { RAW_TEXT } from './vocabulary.ts';

/**
 * Tags of the languages that HTML is made with: Liquid, Jinja, Twig, Handlebars, Nunjucks (`{{ }}`, `{% %}`), Blade (`{!! !!}`), ERB,
 * EJS, ASP (`<% %>`), PHP (`<? ?>`); remarks in them (`{# #}`, `{% comment %}`) with what they hold. What is not closed is text.
 */
const TEMPLATE =
  /\{%-?\s{0,9}comment\s{0,9}-?%\}[^]{0,5000}?\{%-?\s{0,9}endcomment\s{0,9}-?%\}|\{#(?:(?!#\}|\{#)[^]){1,2000}#\}|\{\{!--(?:(?!--\}\}|\{\{!--)[^]){0,2000}--\}\}|\{\{(?:(?!\}\}|\{\{)[^]){1,2000}\}\}\}?|\{%(?:(?!%\}|\{%)[^]){1,2000}%\}|\{!!(?:(?!!!\}|\{!!)[^]){1,2000}!!\}|<%(?:(?!%>|<%)[^]){1,5000}%>|<\?(?:php|=)(?:(?!\?>|<\?)[^]){1,5000}\?>/y;

/** Whether a text has any template tag worth masking. */
export function hasTemplates(text: string): boolean {
  return (
    text.includes('{{') ||
    text.includes('{%') ||
    text.includes('{#') ||
    text.includes('{!!') ||
    text.includes('<%') ||
    text.includes('<?')
  );
}

/** The end of the template tag that begins at an offset. */
export function templateEnd(text: string, at: number): number | undefined {
  TEMPLATE.lastIndex = at;
  return TEMPLATE.test(text) ? TEMPLATE.lastIndex : undefined;
}

/** Where a text may be cut: a quoted value ends at its own quote, whatever quotes stand in template tags in it. */
const NEXT_IN_TEXT = /[{<]/g;
const NEXT_IN_TAG = /[{<>"']/g;

/**
 * The text with its template tags overwritten, so that an HTML parser sees where elements and texts really are: by spaces between
 * attributes and where nothing is shown (`{% if %}`), by letters where something is shown or in a value. Offsets and lines stay.
 */
export function maskTemplates(text: string): string {
  if (!hasTemplates(text)) return text;
  let result = '';
  let copied = 0;
  let at = 0;
  /** Undefined in text, else inside a tag: the quote of the open value, or nothing. */
  let quote: string | undefined;
  let rawText = '';
  const mask = (end: number, filler: string): void => {
    result += text.slice(copied, at) + text.slice(at, end).replace(/[^\r\n]/g, filler);
    copied = end;
    at = end;
  };
  while (at < text.length) {
    const next = quote === undefined ? NEXT_IN_TEXT : NEXT_IN_TAG;
    next.lastIndex = at;
    const found = next.exec(text);
    if (found === null) break;
    at = found.index;
    const end = found[0] === '{' || found[0] === '<' ? templateEnd(text, at) : undefined;
    if (end !== undefined) {
      const isValue = quote === undefined ? isShown(text, at) : quote !== '' || text[at - 1] === '=';
      mask(end, isValue ? 'x' : ' ');
    } else if (quote === undefined) {
      const close = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : -1;
      if (close !== -1) at = close;
      else {
        rawText =
          found[0] === '<' ? (/^<([a-z][^\s>/]*)/i.exec(text.slice(at, at + 100))?.[1] ?? '').toLowerCase() : '';
        if (/^<\/?[a-z]/i.test(text.slice(at, at + 3))) quote = '';
      }
      at += 1;
    } else {
      if (quote !== '') quote = found[0] === quote ? '' : quote;
      else if (found[0] === '"' || found[0] === "'")
        quote = /=\s*$/.test(text.slice(Math.max(0, at - 10), at)) ? found[0] : '';
      else if (found[0] === '>') {
        quote = undefined;
        if (RAW_TEXT.has(rawText)) at = behindRawText(text, at, rawText) - 1;
      }
      at += 1;
    }
  }
  return result + text.slice(copied);
}

function behindRawText(text: string, at: number, name: string): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = at;
  return close.exec(text)?.index ?? at + 1;
}

/** Whether a template tag puts something where it stands. */
function isShown(text: string, at: number): boolean {
  const opening = text.slice(at, at + 5);
  return /^(?:\{\{(?![#/!^>]|else)|\{!!|<%[=-]|<\?=)/.test(opening);
}
