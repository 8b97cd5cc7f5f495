import { endOfAttributes } from './attribute-lists.ts';

/** Includes and remarks in braces: `{! file !}`, `{* file *}`, `{# remark #}`, `{/* remark *\/}`. */
const INCLUDE = /\{(?:![^\n`]{1,500}?!|\*[^\n`]{1,500}?\*|\/\*[^\n`]{0,500}?\*\/)\}/y;
/** A remark of MDX in Markdown, which may name code. */
const JSX_REMARK = /\{\/\*[^\n]{0,500}?\*\/\}/y;
const TEMPLATE_REMARK = /\{#(?![\w:.-]+\})(?:[^#`]|#(?!\}))*#\}/y;
/** kramdown's remark, with what it holds. */
const COMMENT = /\{::comment\}(?:(?!\{:\/|\{::)[^]){0,5000}\{:\/(?:comment)?\}/y;
/** MyST's roles: what stands in the code is a target, or a text before a target. */
const ROLE = /\{[A-Za-z][\w:.+-]{0,60}\}(`+)(?!`)[^`\n]{1,500}\1(?!`)/y;
/** `[[page]]`, `[[page|text]]`, `![[file]]`; a link whose text stands in brackets is none. */
const WIKI =
  /!?\[\[(?!_?toc_?\]\])(?:[^[\]\n`|]|\n(?![ \t]*\n)){1,300}(?:\|(?:[^[\]\n`]|\n(?![ \t]*\n)|`[^`\n]{1,100}`){0,300})?\]\](?!\(|:|\[(?!\[)|\]\()/iy;
/** Right behind a letter or a digit it has a name: `x[[2]]` is none. */
const NAMED = /^\[\[[^[\]]*\p{L}{3}/u;
/** What an escape keeps from being a citation or an emoji; what TeX, and bookdown, refer to. */
const ESCAPED =
  /\\(?:@[\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,100}(?:\([^()\s]{1,100}\))?|:[a-z\d+][a-z\d_+-]{0,80}:|(?:(?:eq|page|auto|name|c|C|v)?ref|[A-Za-z]{0,10}cite[a-z]{0,10}|label|index)\*?(?:\[[^\]\n]{0,100}\]){0,2}\{[^{}\n]{1,200}\})/uy;
/** Obsidian's remark. */
const REMARK = /%%(?![%\s]{0,2000}?%%)[^`]{1,2000}?%%(?![\w%])/y;

/** Where a pattern's match at an offset ends. */
export function endOfPattern(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where an attribute list, an include, a remark or a role ends that begins with a brace. */
export function endOfBraces(text: string, start: number): number | undefined {
  const next = text.charAt(start + 1);
  if (next === '!' || next === '*' || next === '/') {
    const end = endOfPattern(INCLUDE, text, start) ?? endOfAttributes(text, start);
    return end ?? (isInCode(text, start) ? undefined : endOfPattern(JSX_REMARK, text, start));
  }
  if (next === '#') {
    const end = endOfPattern(TEMPLATE_REMARK, text.slice(0, start + 2000), start);
    if (end !== undefined) return end;
  }
  if (next === ':') {
    const end = endOfPattern(COMMENT, text, start);
    if (end !== undefined) return end;
  }
  if (/[A-Za-z]/.test(next)) {
    const end = endOfPattern(ROLE, text, start);
    if (end !== undefined && !isInCode(text, start)) return end;
  }
  return endOfAttributes(text, start);
}

const SPAN = /(?<!`)(`+)(?!`)(?:(?!\1)[^]|`(?=`))*?[^`]\1(?!`)/g;

/** Whether a code that began on the same line is open: `{note}` is shown there, and the code's end begins no role. */
function isInCode(text: string, offset: number): boolean {
  const line = text.slice(Math.max(offset - 1000, text.lastIndexOf('\n', offset - 1) + 1), offset);
  // A fence at its beginning opens no code in it.
  return (
    line.includes('`') &&
    line
      .replace(/^[ \t>\d.)*+-]*`{3,}/, '')
      .replace(SPAN, '')
      .includes('`')
  );
}

/** Where a wiki link or an embedded file ends. */
export function endOfWikiLink(text: string, start: number): number | undefined {
  const before = text.charAt(start - 1);
  if (/[\])]/.test(before) && text.slice(Math.max(0, start - 2), start) !== ']]') return undefined;
  if (/[\p{L}\p{N}]/u.test(before) && !NAMED.test(text.slice(start, start + 300))) return undefined;
  return endOfPattern(WIKI, text, start);
}

/** Where an escaped code, or a reference of TeX's, ends. */
export function endOfEscaped(text: string, start: number): number | undefined {
  return endOfPattern(ESCAPED, text, start);
}

/** Where a remark ends that begins behind a space or a sign; one over an empty line has lines of its own. */
export function endOfRemark(text: string, start: number): number | undefined {
  if (/[\p{L}\p{N}%]/u.test(text.charAt(start - 1))) return undefined;
  const end = endOfPattern(REMARK, text, start);
  if (end === undefined || !/\n[ \t]*\r?\n/.test(text.slice(start, end))) return end;
  const isAlone = /(?:^|[\n\r])[ \t>\d.)*+-]*$/.test(text.slice(Math.max(0, start - 40), start));
  return isAlone && /^[ \t]*(?:[\n\r]|$)/.test(text.slice(end, end + 40)) ? end : undefined;
}
