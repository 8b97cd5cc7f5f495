import type { BundlePath, ParsedUnit, SyntaxName } from '../../units/unit.ts';
import type { Span } from '../format.ts';
import type { Flavour } from '../../project/flavour.ts';
import { sameLanguage } from '../../project/languages.ts';
import { SourceError } from '../../project/errors.ts';
import { fieldPatterns, isField, isProse } from './field-patterns.ts';
import { findFences } from './fence.ts';
import { isShownField } from './shown-fields.ts';
import type { FilledHead, FrontMatter } from './head.ts';
import { patchHead } from './patch-head.ts';
import { readFencedData } from './read-data.ts';
import type { FrontMatterData, FrontMatterString } from './strings.ts';

/**
 * Reads the front matter of a file: YAML between `---`, TOML between `+++`, JSON between `;;;`, after `---json` or bare.
 * @param options.fields paths to translate, `seo.*` style; `...` stands for the default ones, which are taken if left out
 * @throws SourceError with the line in the file, on broken data, a missing closing fence, a `lang` that is no language, or
 *   front matter that is a program
 */
export function readFrontMatter(
  text: string,
  options: { readonly fields?: readonly string[]; readonly flavour?: Flavour } = {},
): FrontMatter {
  const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const block = findFences(text, offset);
  const data = block === undefined ? undefined : readFencedData(text, block, offset);
  if (block === undefined || data === undefined)
    return new Head(text.slice(0, offset), 0, { strings: [], shape: () => '' }, []);
  return new Head(text.slice(0, block.bodyOffset), block.start, data, fieldPatterns(options.fields, options.flavour));
}

class Head implements FrontMatter {
  readonly language?: string;
  readonly units: readonly ParsedUnit[];
  readonly spans: readonly Span[];
  readonly bodyOffset: number;
  readonly #text: string;
  readonly #start: number;
  readonly #strings: readonly FrontMatterString[];
  readonly #lang: FrontMatterString | undefined;
  /** Made at once, so that the tree of the data need not stay. */
  readonly #outline: string;
  readonly #patterns: readonly string[];
  /** The translatable path of each string that has one. */
  readonly #paths: ReadonlyMap<FrontMatterString, BundlePath>;
  /** Indices of all strings in fields. */
  readonly #fields: ReadonlySet<number>;
  /** Those of them that are units: an alias of another field follows it by itself. */
  readonly #places: readonly number[];

  constructor(text: string, start: number, data: FrontMatterData, patterns: readonly string[]) {
    const { strings } = data;
    this.#text = text;
    this.#start = start;
    this.#strings = strings;
    this.#patterns = patterns;
    this.bodyOffset = text.length;
    const declared = new Map(
      strings.flatMap((string) => string.paths.map((path) => [path.join('.'), string] as const)),
    );
    const language = declared.get('lang');
    this.#lang = language;
    if (language !== undefined) this.language = this.#tag(language);
    this.#paths = new Map(
      strings.flatMap((string) => {
        const path = string.paths.find((one) => isField(one, patterns) && isShownField(one, declared));
        return path === undefined ? [] : [[string, path] as const];
      }),
    );
    const fields = [...strings.entries()].filter(([, string]) => this.#paths.has(string) && isProse(string.value));
    this.#fields = new Set(fields.map(([index]) => index));
    this.#outline = data.shape(
      new Set([...this.#fields, ...(language === undefined ? [] : [strings.indexOf(language)])]),
    );
    const units = fields.filter(([, { aliasOf }]) => aliasOf === undefined || !this.#fields.has(aliasOf));
    this.#places = units.map(([index]) => index);
    const names = new Set(strings.flatMap(({ paths }) => paths.map((path) => String(path[0]))));
    this.spans = units.map(([, { start: from, end }]) => ({ start: start + from, end: start + end }));
    this.units = units.map(([, string]) => this.#unit(string, names, declared));
  }

  #unit(
    string: FrontMatterString,
    names: ReadonlySet<string>,
    declared: ReadonlyMap<string, FrontMatterString>,
  ): ParsedUnit {
    const { value } = string;
    const path = this.#paths.get(string) ?? [];
    const language = declared.get(`l10n.lang.${path.join('.')}`);
    const line = this.#lineOf(string);
    const unit = { kind: 'field', path: freePath(path, names), value, syntax: syntaxOf(value), line } as const;
    return language === undefined ? unit : { ...unit, language: this.#tag(language) };
  }

  #tag(string: FrontMatterString): string {
    try {
      return Intl.getCanonicalLocales(string.value)[0] ?? string.value;
    } catch (cause) {
      const message = `"${string.value}" is no language tag.`;
      const remedy = 'Write a BCP 47 tag such as "it" or "pt-BR".';
      throw new SourceError(message, { place: { line: this.#lineOf(string) }, remedy, cause });
    }
  }

  #lineOf({ start }: FrontMatterString): number {
    return this.#text.slice(0, this.#start + start).split('\n').length;
  }

  addresses(): readonly Span[] {
    return this.#strings.flatMap(({ value, start, end, aliasOf }) => {
      if (aliasOf !== undefined || !/^(?:\/|https?:\/\/)\S*$/.test(value)) return [];
      const from = this.#text.indexOf(value, this.#start + start);
      return from === -1 || from + value.length > this.#start + end ? [] : [{ start: from, end: from + value.length }];
    });
  }

  outline(): string {
    return this.#outline;
  }

  fill(values: ReadonlyMap<number, string>, language?: string): FilledHead {
    const filled = this.#fillFields(values);
    if (language === undefined || this.language === undefined || sameLanguage(this.language, language)) return filled;
    const again = readFrontMatter(filled.text, { fields: this.#patterns });
    return again instanceof Head ? { ...filled, text: again.#inLanguage(language) } : filled;
  }

  #inLanguage(language: string): string {
    const { start = 0, end = 0, write } = this.#lang ?? {};
    if (write === undefined) return this.#text;
    return this.#text.slice(0, this.#start + start) + write(language, false) + this.#text.slice(this.#start + end);
  }

  #fillFields(values: ReadonlyMap<number, string>): FilledHead {
    const changed = new Map<number, string>();
    for (const [index, unit] of this.units.entries()) {
      const value = values.get(index);
      if (value !== undefined && value !== unit.value) changed.set(index, value);
    }
    if (changed.size === 0) return { text: this.#text, refused: [] };
    const places = {
      text: this.#text,
      start: this.#start,
      strings: this.#strings,
      units: this.#places,
      fields: this.#fields,
    };
    const read = (text: string): FrontMatter => readFrontMatter(text, { fields: this.#patterns });
    return patchHead(this, places, changed, read);
  }
}

/** Elements that stand in a sentence; what else is in angle brackets is text. */
const TAG =
  /<\/?(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|p|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/i;

/** Most fields are plain text; code, links and tags in one (a description, a banner) are what they are in articles. */
function syntaxOf(value: string): SyntaxName {
  if (/`[^`\n]+`|\]\([^()\s]+\)|\*\*[^*\s][^*\n]*\*\*/.test(value)) return 'markdown';
  return TAG.test(value) ? 'html' : 'plain';
}

/** A field named `body` would stand where the article's blocks do: it becomes `body-2`. */
function freePath(path: BundlePath, names: ReadonlySet<string>): BundlePath {
  if (path[0] !== 'body') return path;
  let number = 2;
  while (names.has(`body-${number}`)) number++;
  return [`body-${number}`, ...path.slice(1)];
}
