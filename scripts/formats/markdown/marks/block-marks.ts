import { isProse } from '../../front-matter/field-patterns.ts';
import { colonMark } from './colon-marks.ts';
import { ATTRIBUTES } from './attribute-lists.ts';
import type { BlockMark, MarkPlace } from './block-mark.ts';

/** Template tags, includes, attribute lists, comments: all of them are hidden. */
const TAGS = /^(?:\{\uFDD0+\}[ \t]*)+$/;
const ALERT = /^(?<head>\[![A-Za-z][\w-]*\](?:[+-])?(?:[ \t]+|\\?$|(?=<br)))(?<title>.*)$/;
/** Microsoft's includes and code: `[!INCLUDE [name](path)]`, `[!code-js[Main](a.js)]`. */
const LEARN = /^\[!(?:include|code[\w-]*|video|div|notebook|section)\b[^\n]*\]$/i;
/** A remark in the way of a definition, also right below a text. */
const REMARK = /^\[(?:\/\/[^\]]{0,60}|comments?)\]:[ \t]*(?:#|<>)[ \t]*(?:\(.*\)|".*"|'.*')$/i;
const CONTENTS = /^(?:\[TOC\]|\[toc\]|\[\[_?toc_?\]\])$/i;
const ABBREVIATION = /^(?<head>\*\[[^[\]]+\]:[ \t]*)(?<title>.*)$/;
/** Python-Markdown's admonitions and tabs. */
const ADMONITION =
  /^(?<head>(?:!!!|\?\?\?\+?)[ \t]*[\p{L}\p{N}_-]+(?:[ \t]+[\p{L}\p{N}_-]+)*[ \t]*|(?:\?\?\?\+?|===[!+]{0,2})[ \t]*(?="))(?:(?<open>")(?<title>.*)(?<tail>"))?$/u;
/** PyMdown's blocks: `/// note | Title`; what stands behind `html` is no title. */
const BLOCK = /^(?<head>\/{3,}[ \t]*(?<name>[\p{L}\p{N}_-]+)(?:[ \t]*\|[ \t]*|$))(?<title>.*)$/u;
const DEFINITION = /^(?::[ \t]+(?=[^\s|:]|:[a-z\d+])(?![-|:\s]*$)|~[ \t]+(?=[^\s\d~|]))/;
/** Pandoc's numbered examples and its lists that count by themselves: `(@good) Words`, `#. Words`. */
const EXAMPLE = /^(?:\(@[\w-]*\)|#\.)[ \t]+(?=\S)/;
/** PyMdown's snippets, VitePress's and VuePress's, those of Markdown Preview, Showdoc, Marked and GPP: lines that bring a file in. */
const INCLUDE =
  /^(?:;?-+8<-+(?:[ \t].*)?|<<<[ \t]*[@./\w].*|<<[[({][^\])}]+[\])}].*|@\[[\w-]+[^\]]*\]\([^)]*\)|@include\([^()]+\)|@import[ \t]+["'][^"']+["'].*|(?:!{1,3}|:)(?:include|INCLUDE)(?:-\w+)?:{0,2}[ \t(].*|#include[ \t]+(?:"[^"]+"|<[^<>]+>))$/;
/** reStructuredText's directives, as Python-Markdown's and Sphinx's extensions read them; behind others stands prose. */
const DIRECTIVE =
  /^\.\.[ \t]+(?:[a-z]+:)?(?:include|literalinclude|mdinclude|image|figure|raw|code(?:-block)?|sourcecode|highlight|math|csv-table|contents|toctree|module|currentmodule|py:\w+|click|argparse|program-output|auto\w+|doxygen\w+|\w+-include)::(?:[ \t].*)?$/;
/** TeX for a whole line, which Pandoc hands on: page breaks, files, the beginning and end of something. */
const TEX =
  /^(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|listof\w+|input|include|bibliography(?:style)?|appendix|maketitle|[vh]space|[vh]fill|(?:big|med|small)skip|noindent|begin|end|label|set(?:counter|length)|(?:re)?newcommand|usepackage|(?:this)?pagestyle|columnbreak|pause|centering)\*?(?![A-Za-z])(?:\[[^\]\n]*\]|\{(?:[^{}\n]|\{[^{}\n]*\})*\})*[ \t]*)+$/;
/** The caption of Pandoc's table. */
const CAPTION = /^(?<head>Table:[ \t]+)(?<title>.*?)(?<tail>(?:[ \t]*\{\uFDD0+\})?)$/;
/** A line of ESM in a file that cannot be read as MDX. */
const IMPORT = /^import[ \t]+(?:[\w$*{][^;"']{0,300}?[ \t}]from[ \t]*)?(?:"[^"]+"|'[^']+');?$/;
/** An element whose inside is Markdown (Python-Markdown's `md_in_html`, kramdown), where its tag has the line alone. */
const MARKDOWN_ELEMENT = /^<[A-Za-z][^<>]{0,500}\smarkdown(?:=["']?(?:1|block|span)["']?)?(?:\s[^<>]{0,500})?>$/;
/** The same with its text on the line. */
const MARKDOWN_LINE =
  /^(?<head><(?<element>[A-Za-z][\w-]*)(?:\s[^<>]{0,500})?\smarkdown(?:=["']?(?:1|block|span)["']?)?(?:\s[^<>]{0,500})?>)(?<title>.+)(?<tail><\/\k<element>>)$/;
/** What stands between the columns of Hugo's Book theme. */
const COLUMN = /^<-{3,}>$/;
/** MyST's targets, comments and block breaks; Obsidian's ids of blocks; a component's slots. */
const TARGET = /^\([^()]{1,100}\)=$/;
const COMMENT = /^%{1,3}(?=[ \t#=-]|$)/;
const BREAK = /^\+{3,}(?:[ \t]*\{.*\})?$/;
const BLOCK_ID = /^\^(?:[A-Za-z\d-]+|\^{2,})$/;

/**
 * The mark that a line is or begins with, whatever its length.
 * @param line in which template tags are hidden, without the marks of lists and quotes before it and without white space at its end
 */
export function markOf(line: string, place: MarkPlace): BlockMark | undefined {
  const whole = { head: line.length, tail: 0 };
  const wholeIf = (pattern: RegExp): BlockMark | undefined => (pattern.test(line) ? whole : undefined);
  switch (line[0]) {
    case ':': {
      const definition = startOf(DEFINITION, line);
      return definition ?? colonMark(line, place.options === true) ?? wholeIf(INCLUDE);
    }
    case '~':
      return startOf(DEFINITION, line);
    case '{':
      return TAGS.test(line) ? { ...whole, isTags: true } : undefined;
    case '[':
      if (CONTENTS.test(line) || LEARN.test(line) || REMARK.test(line)) return whole;
      return place.quoted ? titled(ALERT, line) : undefined;
    case '*':
      return titled(ABBREVIATION, line);
    case '!':
    case '?':
    case '=': {
      if (/^!{3,}$/.test(line)) return whole;
      const mark = titled(ADMONITION, line);
      return mark === undefined ? wholeIf(INCLUDE) : { ...mark, indent: 4 };
    }
    case '/':
      return /^\/{3,}$/.test(line) ? whole : titled(BLOCK, line);
    case '<':
      return wholeIf(INCLUDE) ?? wholeIf(MARKDOWN_ELEMENT) ?? titled(MARKDOWN_LINE, line) ?? wholeIf(COLUMN);
    case '-':
    case ';':
    case '@':
      return wholeIf(INCLUDE);
    case '#':
      return wholeIf(INCLUDE) ?? startOf(EXAMPLE, line);
    case '.':
      return wholeIf(DIRECTIVE);
    case '\\':
      return wholeIf(TEX);
    case 'i':
      return wholeIf(IMPORT);
    case '(':
      return wholeIf(TARGET) ?? startOf(EXAMPLE, line);
    case 'T':
      return place.caption === true ? titled(CAPTION, line) : undefined;
    case '%':
      return wholeIf(COMMENT);
    case '+':
      return wholeIf(BREAK);
    case '^':
      return wholeIf(BLOCK_ID);
    default:
      return undefined;
  }
}

/** As far as a definition's further lines are indented at most. */
const WIDEST = 4;

function startOf(pattern: RegExp, line: string): BlockMark | undefined {
  const head = pattern.exec(line)?.[0].length;
  return head === undefined ? undefined : { head, tail: 0, indent: Math.min(head, WIDEST) };
}

/** The mark before a title, or the whole line where there is none, or only a path or an address. */
function titled(pattern: RegExp, line: string): BlockMark | undefined {
  const groups = pattern.exec(line)?.groups;
  if (groups === undefined) return undefined;
  const { head = '', open = '', title, tail = '', name = '' } = groups;
  if (title === undefined || !isTitle(title, name)) return { head: line.length, tail: 0 };
  return { head: head.length + open.length, tail: tail.length };
}

/** Whether what stands behind a name is shown to readers: no path, no selector, no list of attributes. */
export function isTitle(title: string, name: string): boolean {
  return name !== 'html' && isProse(title) && !/^(?:[#.][\w-]+$|[<^][ \t]*\d)/.test(title) && !ATTRIBUTES.test(title);
}
