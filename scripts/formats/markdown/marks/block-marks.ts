import { isProse } from '../../front-matter/field-patterns.ts';

/** A mark at the beginning of a line, as it speaks to the site builder: `::: tip`, `[!NOTE]`, `!!! note`, `{: .class}`. */
export interface BlockMark {
  /** How much of the line it takes. */
  readonly head: number;
  /** How much of the line's end belongs to it too: the quote behind a title. What is between is text. */
  readonly tail: number;
}

const ATTRIBUTES = /\{(?:[^{}"'\n]|"[^"\n]*"|'[^'\n]*')*\}/.source;

/** A directive that the grammar may know by itself. */
const DIRECTIVE = /^:{3,}[^\s[{:]+(?:[[{].*)?$/;
/** The same with words behind it, which make it none: `:::note[Label]{.class} words`. */
const WITH_TITLE = new RegExp(`^:{3,}[^\\s[{:]+(?:\\[[^[\\]\\\\]*\\])?(?:${ATTRIBUTES})?[ \\t]+\\S`);
/** VitePress's, Docusaurus's, Pandoc's and MyST's: a name, a label, attributes; a title; attributes and more colons. */
const CONTAINER = new RegExp(
  `^(?<head>:{3,}[ \\t]*(?:[^\\s[{:]+)?(?:\\[[^[\\]\\\\]*\\])?(?:[ \\t]*${ATTRIBUTES})?(?:[ \\t]+|$))` +
    `(?<title>\\S.*?)??(?<tail>(?:[ \\t]*${ATTRIBUTES})?(?:[ \\t]+:{3,})?)$`,
);

/** kramdown's, pandoc's: `{: .class}`, `{#id}`, `{:toc}`, `{::comment}`. */
const ATTRIBUTE_LINE = new RegExp(`^(?=\\{(?::|[#.])[^}])${ATTRIBUTES}$`);
const ALERT = /^(?<head>\[![A-Za-z][\w-]*\](?:[+-])?(?:[ \t]+|$))(?<title>.*)(?<tail>)$/;
const CONTENTS = /^(?:\[TOC\]|\[toc\]|\[\[_?toc_?\]\])$/i;
const ABBREVIATION = /^(?<head>\*\[[^[\]]+\]:[ \t]*)(?<title>.*)(?<tail>)$/;
/** Python-Markdown's admonitions and tabs. */
const ADMONITION =
  /^(?<head>(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*[ \t]*|===[!+]?[ \t]+(?="))(?:(?<open>")(?<title>.*)(?<tail>"))?$/;
const DEFINITION = /^(?<head>:[ \t]+)(?=[^\s|:-])/;

/** A longer line is no mark; the limit keeps matching fast. */
const LONGEST = 500;

/**
 * The mark that a line is or begins with. Directives that the grammar knows are none, nor is a line of colons alone: what
 * that ends is told by what is open.
 * @param line without the marks of lists and quotes before it and without white space at its end
 * @param syntax in MDX braces are expressions
 */
export function markOf(
  line: string,
  syntax: { readonly braces: boolean; readonly quoted: boolean },
): BlockMark | undefined {
  if (line.length > LONGEST) return undefined;
  const whole = { head: line.length, tail: 0 };
  switch (line[0]) {
    case ':':
      if (line.startsWith(':::')) return isContainer(line) ? (titled(CONTAINER, line) ?? whole) : undefined;
      return startOf(DEFINITION, line);
    case '{':
      return syntax.braces && ATTRIBUTE_LINE.test(line) ? whole : undefined;
    case '[':
      if (CONTENTS.test(line)) return whole;
      return syntax.quoted ? titled(ALERT, line) : undefined;
    case '*':
      return titled(ABBREVIATION, line);
    case '!':
    case '?':
    case '=':
      return titled(ADMONITION, line);
    default:
      return undefined;
  }
}

/** Whether a line that begins with colons opens a container that the grammar does not know. */
export function isContainer(line: string): boolean {
  return /[^:]/.test(line) && (!DIRECTIVE.test(line) || WITH_TITLE.test(line));
}

function startOf(pattern: RegExp, line: string): BlockMark | undefined {
  const head = pattern.exec(line)?.[0].length;
  return head === undefined ? undefined : { head, tail: 0 };
}

/** The mark before a title, or the whole line where there is none, or only a path or an address. */
function titled(pattern: RegExp, line: string): BlockMark | undefined {
  const groups = pattern.exec(line)?.groups;
  if (groups === undefined) return undefined;
  const { head = '', open = '', title, tail = '' } = groups;
  if (title === undefined || !isProse(title)) return { head: line.length, tail: 0 };
  return { head: head.length + open.length, tail: tail.length };
}
