import { isData } from './data-body.ts';
import { isEscaped } from './escaped.ts';

/** A longer template tag is no tag; the limit keeps the search linear. */
const LONGEST = 2000;

/** Tags whose content is no prose: up to their end tag all of it is one mask. */
const CODE =
  'comment|highlight|code|codeblock|code-toggle|javascript|stylesheet|schema|mermaid|math|katex|chart|plantuml|gist|asciinema';
const CODE_LIQUID = new RegExp(`^\\{%-?\\s*(${CODE})\\b`);
/** Tags that show template tags: what is inside is prose in which tags stand alone. */
const RAW_LIQUID = /^\{%-?\s*(raw|verbatim)\b/;
/** A tag that shows a string, which may hold braces: `{{ "{{" }}`. */
const SHOWN = /\{\{-?\s{0,9}(?:"[^"\n`]{1,200}"|'[^'\n`]{1,200}')\s{0,9}(?:\|[^{}\n`]{0,200})?-?\}\}/y;
const SHORTCODE = /^\{\{([<%])\s*([\w.][\w./-]*)(?=[\s>%])(?![^]*\/[>%]\}\}$)/;
const CODE_SHORTCODE = new RegExp(
  `^(?:${CODE}|raw|verbatim|terminal|console|shell|bash|command|cmd|graphviz|dot|viz|echarts|csv|csv-table|json|yaml|toml|xml|sql|abc|vega|vegalite|goat|d2|latex|wavedrom)$`,
);

/** Finds the ends of template tags in a text: Liquid's, Nunjucks', Hugo's, Handlebars'. */
export class TemplateTags {
  /** Whether the last mask holds data in a shortcode. */
  isData = false;
  readonly #text: string;
  /** Where the next end tag of each name is; none behind the end of the text. */
  readonly #next = new Map<string, Place | undefined>();
  /** So far tags are only shown. */
  #rawUntil = 0;
  #fences = 0;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the tag that begins at an offset ends, with its content if that is no prose. */
  endOf(start: number): number | undefined {
    const text = this.#text;
    SHOWN.lastIndex = start;
    if (SHOWN.test(text) && !isEscaped(text, start)) return SHOWN.lastIndex;
    const percent = text[start + 1] === '%';
    const hugo = !percent && (text[start + 2] === '<' || text[start + 2] === '%');
    const rest = text.slice(start + 2, start + LONGEST);
    const close = percent ? '%}' : hugo ? `${text.charAt(start + 2) === '<' ? '>' : '%'}}}` : bracesOf(rest);
    const found = rest.indexOf(close);
    if (found < 1 || isEscaped(text, start)) return undefined;
    const closed = start + 2 + found + close.length;
    const end = close === '}}' && text[closed] === '}' ? closed + 1 : closed;
    const tag = text.slice(start, end);
    if (
      (tag.includes('`') && !(hugo && isOutsideCode(text, start, tag))) ||
      /\n[ \t]*\r?\n/.test(tag) ||
      (!percent && !hugo && tag.split('\n').length > 2)
    )
      return undefined;
    const inside = tag.slice(3).replace(/"[^"\n]*"|'[^'\n]*'/g, '');
    if (inside.includes('{{') || inside.includes('{%')) return undefined;
    return start < this.#rawUntil ? end : (this.#endOfContent(tag, end) ?? end);
  }

  /** Where the content that a tag opens ends, end tag included; undefined when it opens none, or one that is prose. */
  #endOfContent(tag: string, from: number): number | undefined {
    const raw = RAW_LIQUID.exec(tag)?.[1];
    if (raw !== undefined) {
      this.#rawUntil = this.#liquidEnd(raw, from)?.start ?? from;
      return undefined;
    }
    const code = CODE_LIQUID.exec(tag)?.[1];
    const [, sign = '', name = ''] = SHORTCODE.exec(tag) ?? [];
    if (code === undefined && name === '') return undefined;
    const closing = code === undefined ? this.#shortcodeEnd(name, from) : this.#liquidEnd(code, from);
    if (closing === undefined) return undefined;
    const body = this.#text.slice(from, closing.start);
    if (code === undefined && !CODE_SHORTCODE.test(name)) {
      if (sign === '%' || !isData(body)) return undefined;
      this.isData = true;
    }
    // An odd number of code fences, and one before: the tags only stand in code examples.
    const isOdd = fencesIn(body) % 2 === 1;
    return isOdd && (code === undefined || this.#fencesBefore(from) % 2 === 1) ? undefined : closing.end;
  }

  /** How many code fences stand before an offset; offsets only grow. */
  #fencesBefore(offset: number): number {
    this.#fences += fencesIn(this.#text.slice(this.#counted, offset));
    this.#counted = offset;
    return this.#fences;
  }

  #liquidEnd(name: string, from: number): Place | undefined {
    return this.#find(`\\{%-?\\s{0,9}end${name}\\s{0,9}-?%\\}`, from);
  }

  #shortcodeEnd(name: string, from: number): Place | undefined {
    return this.#find(`\\{\\{[<%]\\s{0,9}/\\s{0,9}${name.replaceAll('.', '\\.')}\\s{0,9}[>%]\\}\\}`, from);
  }

  /** What is found is remembered, so that a text is searched once for each pattern. */
  #find(source: string, from: number): Place | undefined {
    const known = this.#next.get(source);
    if (this.#next.has(source) && (known === undefined || known.start >= from)) return known;
    const pattern = new RegExp(source, 'g');
    pattern.lastIndex = from;
    const match = pattern.exec(this.#text);
    const found = match === null ? undefined : { start: match.index, end: pattern.lastIndex };
    this.#next.set(source, found);
    return found;
  }
}

function fencesIn(text: string): number {
  return text.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Hugo's parameters may stand between backticks: in pairs, in a tag that itself stands in no code. */
function isOutsideCode(text: string, start: number, tag: string): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LONGEST), start);
  return [line, tag].every((part) => part.split('`').length % 2 === 1) && !/``|=\s*`[^`]*[{}]/.test(tag);
}

function bracesOf(rest: string): string {
  return rest.startsWith('{') && rest.includes('}}}') ? '}}}' : '}}';
}
