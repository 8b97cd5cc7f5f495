/** Paths with placeholders, both ways: `docs/{language}/{path}.md` <-> `docs/es/guide/start.md`. */
import { nearest } from '../nearest.ts';

const PLACEHOLDERS = ['language', 'path', 'name', 'extension'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands in the place of the placeholders. `path`: folders and name; `extension` with its dot. */
export type PathParts = Partial<Record<Placeholder, string>>;

export interface PathPattern {
  /** As it is configured. */
  readonly text: string;
  readonly placeholders: ReadonlySet<Placeholder>;
  /** The folder below which all its files are, relative to the root; empty: the root. */
  readonly folder: string;
  /** Whether a whole folder or file name is the language's: `locales/{language}/…`, `i18n/{language}.json`. */
  readonly hasLanguageName: boolean;
  expand(parts: PathParts): string;
  /**
   * @param languages what may stand for `{language}`; undefined: anything in one name.
   * @returns undefined where the path does not fit
   */
  match(path: string, languages?: readonly string[]): PathParts | undefined;
}

/** What is wrong with a pattern; the caller knows which. */
export class PatternProblem extends Error {}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What a placeholder may be; `path` begins no folder with a dot. */
const SHAPES: Readonly<Record<Placeholder, string>> = {
  language: '[^/]+?',
  path: '(?:[^./][^/]*/)*?[^./][^/]*?',
  name: '[^./][^/]*?',
  extension: '\\.[^./]+',
};

/** @throws PatternProblem for an unknown placeholder, an absolute path, one that leaves the project. */
export function pathPattern(text: string): PathPattern {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => placeholder(name));
  const literal = text.replace(PLACEHOLDER, 'x');
  if (text === '' || /[{}]/.test(literal)) throw new PatternProblem('has a bracket without its partner or is empty');
  if (/^(?:\/|[A-Za-z]:)|\\/.test(literal))
    throw new PatternProblem('is no path with forward slashes below the project');
  if (literal.split('/').some((name) => name === '..' || name === '.' || name === ''))
    throw new PatternProblem('leads out of the project, or has an empty name in it');
  const patterns = new Map<string, RegExp>();
  const literals = text.split(/\{[^{}]*\}/);
  const first = text.search(/\{/);
  const before = first < 0 ? text : text.slice(0, first);
  return {
    text,
    placeholders: new Set(names),
    folder: before.slice(0, Math.max(0, before.lastIndexOf('/'))),
    hasLanguageName: /(?:^|\/)\{language\}(?:\/|\.[\w-]+$|\{extension\}$|$)/.test(text),
    expand(parts) {
      let path = literals[0] ?? '';
      for (const [index, name] of names.entries()) path += `${parts[name] ?? ''}${literals[index + 1] ?? ''}`;
      return path;
    },
    match(path, languages) {
      const key = languages?.join('|') ?? '';
      const pattern = patterns.get(key) ?? expression(text, languages);
      patterns.set(key, pattern);
      const found = pattern.exec(path);
      // A path without placeholders has no parts, and fits nevertheless.
      return found === null ? undefined : (found.groups ?? {});
    },
  };
}

function placeholder(name: string): Placeholder {
  const known = PLACEHOLDERS.find((one) => one === name);
  if (known !== undefined) return known;
  const near = nearest(name, PLACEHOLDERS);
  const hint =
    near === undefined ? `Known: ${PLACEHOLDERS.map((one) => `{${one}}`).join(', ')}` : `Did you mean {${near}}?`;
  throw new PatternProblem(`has the unknown placeholder {${name}}. ${hint}`);
}

function expression(text: string, languages: readonly string[] | undefined): RegExp {
  const seen = new Set<string>();
  const shape = (name: Placeholder): string => {
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    const own = name === 'language' && languages !== undefined ? alternatives(languages) : SHAPES[name];
    return `(?<${name}>${own})`;
  };
  let pattern = '';
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    pattern += escaped(text.slice(at, match.index)) + shape(placeholder(match[1] ?? ''));
    at = match.index + match[0].length;
  }
  return new RegExp(`^${pattern}${escaped(text.slice(at))}$`, 'u');
}

/** Longest first: `zh` must not end where `zh-Hant` goes on. None: nothing fits. */
function alternatives(languages: readonly string[]): string {
  const sorted = languages.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.length === 0 ? '(?!)' : sorted.map(escaped).join('|');
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
