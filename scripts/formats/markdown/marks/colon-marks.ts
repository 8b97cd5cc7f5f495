import { isProse } from '../../front-matter/field-patterns.ts';
import type { BlockMark } from './block-mark.ts';
import { ATTRIBUTES } from './attribute-lists.ts';

/**
 * Lines that begin with colons: containers (VitePress, Docusaurus, Pandoc, MyST, Microsoft Learn), leaves and components
 * (`::card`), identifiers for mkdocstrings, and MyST's options (`:class: warning`).
 */

const NAME = /[^\s[\]{}:="|]+/.source;
const BRACES = /\{(?:[^{}"'\n\uFDD0]|"[^"\n]*"|'[^'\n]*'|\{\uFDD0+\})*\}/.source;
/** `:::note[Label]{.class}`, `::card[Label]`; a label holds brackets in pairs. */
const LABELLED = new RegExp(
  `^(?<head>:{2,}[ \\t]*(?:${NAME})\\[)(?<title>(?:[^[\\]]|\\[(?:[^[\\]]|\\[[^[\\]]*\\])*\\])*)(?<tail>\\][ \\t]*(?:${BRACES})?[ \\t]*:*)$`,
);
/** A title, an alternative text among attributes: `::: {.callout-tip title="Words"}`, `:::image alt-text="Words":::`. */
const SHOWN =
  /^(?<head>:{2,}[^"\n<]*?(?:"[^"\n]*"[^"\n<]*?)*?(?<![\w:-])(?:title|alt-text|alt|summary|caption|label|description)=")(?<title>[^"\n]*)(?<tail>".*)$/;
const VALUES = /^:{3,}[ \t]*[\w-]*(?:[ \t]+[\w-]+=(?:"[^"\n]*"|[^\s"]+))+[ \t]*:*$/;
const HEAD = new RegExp(`^:{3,}[ \\t]*(?:${NAME})?(?:\\[[^[\\]\\\\]*\\])?(?:[ \\t]*${BRACES})?(?:[ \\t]+|$)`);
const LEAF = new RegExp(`^::(?:[A-Za-z][\\w-]*)(?:${BRACES})?$`);
const ATTRIBUTED = new RegExp(`[ \\t]*${BRACES}$`);
const OPTION = /^(?<head>:(?<name>[\w-]+):(?:[ \t]+|$))(?<title>.*)$/;
/** Options that readers see. */
const SHOWN_OPTIONS: ReadonlySet<string> = new Set([
  'alt',
  'caption',
  'title',
  'subtitle',
  'summary',
  'img-alt',
  'footer',
]);
/** MyST's directives whose argument is no text. */
const UNTITLED =
  /^:{3,}[ \t]*(?:include[ \t]|\{(?:only|div|raw|rst-class|html|grid(?:-item)?|figure(?:-md)?|image|include|contents|code[\w-]*|list-table|table-of-contents)\})/;

/** The longest line whose attributes are looked at one by one. */
const LONGEST = 2000;

/**
 * The mark that a line of colons is.
 * @param options whether the line stands where a directive's options stand
 */
export function colonMark(line: string, options: boolean): BlockMark | undefined {
  const whole = { head: line.length, tail: 0 };
  if (/^:{2,}$/.test(line)) return whole;
  if (!line.startsWith('::')) return options ? optionOf(line) : undefined;
  const isShort = line.length <= LONGEST;
  const isAttributed = isShort && (line.startsWith(':::') || LEAF.test(line));
  const labelled = LABELLED.exec(line) ?? (isAttributed ? SHOWN.exec(line) : null);
  if (labelled !== null) return between(line, labelled.groups);
  if (!line.startsWith(':::')) return LEAF.test(line) ? whole : undefined;
  const head = HEAD.exec(line)?.[0].length;
  if (head === undefined || UNTITLED.test(line) || (isShort && VALUES.test(line))) return whole;
  const rest = line.slice(head);
  const end = endOfTitle(rest);
  if (!isProse(rest.slice(0, end)) || ATTRIBUTES.test(rest)) return whole;
  return { head, tail: rest.length - end };
}

/** Where a title ends in front of attributes and more colons. */
function endOfTitle(rest: string): number {
  const colons = /(?:^|[ \t]):{3,}$/.exec(rest.slice(-80))?.[0].length ?? 0;
  const bare = rest.slice(0, rest.length - colons).trimEnd();
  const braces = bare.lastIndexOf('{', bare.length - 2);
  if (!bare.endsWith('}') || braces === -1 || bare[braces - 1] === '\\') return bare.length;
  const attributes = ATTRIBUTED.exec(bare.slice(Math.max(0, braces - 9)))?.[0].length ?? 0;
  return bare.slice(0, bare.length - attributes).trimEnd().length;
}

function optionOf(line: string): BlockMark | undefined {
  const groups = OPTION.exec(line)?.groups;
  if (groups === undefined) return undefined;
  return SHOWN_OPTIONS.has(groups['name'] ?? '') ? between(line, groups) : { head: line.length, tail: 0 };
}

function between(line: string, groups: Readonly<Record<string, string>> | undefined): BlockMark {
  const { head = '', title = '', tail = '' } = groups ?? {};
  if (!/\p{L}/u.test(title)) return { head: line.length, tail: 0 };
  return { head: head.length, tail: tail.length };
}
