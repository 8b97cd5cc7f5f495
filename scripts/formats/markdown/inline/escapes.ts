import { endOfBraces, endOfWikiLink } from '../marks/inline-masks.ts';
import { isFormula } from '../marks/latex.ts';
import { isFormulaAt } from '../marks/masks.ts';

/** How the text that is being written has to be escaped. */
export interface EscapeRules {
  /** MDX: `{`, `}` and `<` are always syntax. */
  readonly mdx: boolean;
  /** Everything that could be markup, not only what surely is. */
  readonly strict: boolean;
}

/** A stretch of a value that is being written; all stretches together are the value before escaping. */
export interface Stretch {
  readonly value: string;
  readonly role: 'literal' | 'text' | 'bracketed' | 'alt' | 'title' | 'attribute' | 'parameter';
}

const SPECIAL = /[\\`*_[\]<>&!~${}:|]/g;
const LINE_END = /[\n\r]/;
const REFERENCE = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;
const DIRECTIVE = /:[A-Za-z][\w-]{0,100}[[{]/y;
const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Writes stretches as one value, each escaped for its role, seen together with what stands around it. */
export function escapeStretches(stretches: readonly Stretch[], rules: EscapeRules): string {
  const whole = stretches.map(({ value }) => value).join('');
  let result = '';
  let at = 0;
  let delimiter = '';
  for (const { value, role } of stretches) {
    if (role === 'literal') result += value;
    else if (role === 'title') result += escapeTitle(value, delimiter);
    else if (role === 'parameter') result += escapeParameter(value, delimiter);
    else if (role === 'attribute') result += escapeAttribute(value, delimiter);
    else result += escapeText(value, whole, at, { ...rules, role });
    delimiter = value.at(-1) ?? '';
    at += value.length;
  }
  return result;
}

/** A title's text between its quotes. @param open `"`, `'` or `(` */
export function escapeTitle(text: string, open: string): string {
  const special = open === '(' ? /[()\\]/g : open === "'" ? /['\\]/g : /["\\]/g;
  return oneLine(text)
    .replace(special, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

const WIKI_SIGNS: Readonly<Record<string, string>> = { '[': '(', ']': ')', '|': '/' };

/** A shortcode's parameter: there is no escape that all site builders know, so quotes become typographic. */
export function escapeParameter(text: string, quote: string): string {
  // A wiki link's text knows no escapes at all.
  if (quote === '|') return oneLine(text).replace(/[[|\]]/g, (sign) => WIKI_SIGNS[sign] ?? sign);
  if (quote === '`') return oneLine(text).replaceAll('`', '\u2019');
  const line = oneLine(text).replaceAll('\\', '\u2216');
  return quote === "'" ? line.replaceAll("'", '\u2019') : line.replaceAll('"', '\u201d');
}

/** A no-break space is a character as any other. */
function oneLine(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

/** An attribute's text between its quotes. @param quote `"` or `'` */
export function escapeAttribute(text: string, quote: string): string {
  const line = oneLine(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
  return quote === "'" ? line.replaceAll("'", '&#39;') : line.replaceAll('"', '&quot;');
}

function escapeText(text: string, whole: string, offset: number, rules: EscapeRules & Pick<Stretch, 'role'>): string {
  const line = LINE_END.test(text) ? text.replace(/\s*[\n\r]\s*/g, ' ') : text;
  return line.replace(SPECIAL, (character, index: number) => {
    const needed = rules.strict || isMarkup(character, whole, offset + index, rules);
    if (!needed) return character;
    return opensFormula(whole, offset + index) ? `&#${character.charCodeAt(0)};` : `\\${character}`;
  });
}

function isMarkup(
  character: string,
  whole: string,
  at: number,
  { mdx, role }: EscapeRules & Pick<Stretch, 'role'>,
): boolean {
  const next = whole.charAt(at + 1);
  const bracketed = role !== 'text';
  switch (character) {
    case '\\':
      return next === '' || /[!-/:-@[-`{-~\n]/.test(next);
    case '`':
      return true;
    case '*':
    case '_':
    case '~':
      // CriticMarkup: `{~~old~>new~~}`.
      return !(next === '>' && whole.includes('{~~')) && isDelimiter(character, whole, at);
    case '[':
      return bracketed || next === '^' || (next === '[' && endOfWikiLink(whole, at) !== undefined);
    case ']':
      return bracketed || next === '(' || (next === '[' && whole.charAt(at + 2) !== '^');
    case '<':
      return mdx || /[A-Za-z/!?]/.test(next);
    case '{':
      // Template tags in an alternative text are what the source has there.
      return mdx || (role !== 'alt' && /[{%]/.test(next)) || endOfBraces(whole, at) !== undefined;
    case '}':
      return mdx;
    case '!':
      return next === '[';
    case '&':
      return matchesAt(REFERENCE, whole, at);
    case ':':
      return matchesAt(DIRECTIVE, whole, at);
    case '$':
      return next === '{' || next === '$' || whole.charAt(at - 1) === '$' || isFormulaAt(whole, at);
    default:
      return false;
  }
}

/** Whether a backslash before a character would make one of LaTeX's brackets: `\\[ x \\]`, `\\\\( x \\\\)`. */
function opensFormula(whole: string, at: number): boolean {
  const slash = whole[at] === '\\' ? '\\' : '';
  const bracket = whole.charAt(at + slash.length);
  if (bracket !== '[' && (slash === '' || bracket !== '(')) return false;
  const from = at + slash.length + 1;
  const closing = slash + (bracket === '[' ? ']' : ')');
  // Which of them will have a backslash is not known yet.
  for (let end = whole.indexOf(closing, from); end !== -1 && end < from + 500; end = whole.indexOf(closing, end + 1))
    if (isFormula(whole.slice(from, end))) return true;
  return false;
}

/** Whether a run of `*`, `_` or `~` could open or close emphasis: not between spaces, `_` not inside a word, never alone. */
function isDelimiter(character: string, whole: string, at: number): boolean {
  if (whole.indexOf(character) === whole.lastIndexOf(character)) return false;
  const before = whole.charAt(at - 1);
  const after = whole.charAt(at + 1);
  if (before === character || after === character) return true;
  if (/^\s?$/.test(before) && /^\s?$/.test(after)) return false;
  return !(character === '_' && WORD.test(before) && WORD.test(after));
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
