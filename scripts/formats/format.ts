/**
 * The contract of a source format: text -> units + skeleton -> text. Pure: the disk is elsewhere.
 * One format is one file that exports one `BundleFormat` or `ArticleFormat`; `formats/index.ts` has the table.
 */
import type { JsonScalar } from '../project/json-number.ts';
import type { Reading } from '../project/reading.ts';
import type { Inline, ParsedUnit, Spaces, SyntaxName, BundlePath } from '../units/unit.ts';

/** How a project's sources are read: its settings, and what is known of its site. */
export type ParseOptions = Reading;

interface FormatName {
  readonly name: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
}

/** Files of strings by key: their translations are bundles, and nothing is rendered. */
export interface BundleFormat extends FormatName {
  readonly kind: 'bundle';
  /**
   * Reads a file; every unit has a path.
   * @throws SourceError with the line, when the file cannot be read without guessing.
   */
  parse(text: string, options: ParseOptions): ParsedBundle;
}

/** Files of text: each has a bundle and a rendered article in every language. */
export interface ArticleFormat extends FormatName {
  readonly kind: 'article';
  /**
   * Reads a file. Line ends may be CRLF and a BOM may lead: both are kept by `fill`.
   * @throws SourceError with the line, when the file cannot be read without guessing.
   */
  parse(text: string, options: ParseOptions): ParsedArticle;
}

export type Format = BundleFormat | ArticleFormat;

interface ParsedUnits {
  /** The file's own language where it declares one. */
  readonly language?: string;
  /** In the order of the file. A `heading` unit opens a section. */
  readonly units: readonly ParsedUnit[];
  /** Things worth telling the author that are no error, with their line. */
  readonly warnings: readonly { readonly line: number; readonly message: string }[];
}

/** A value that is no text: it is copied into every bundle. */
export interface ParsedLiteral {
  readonly path: BundlePath;
  readonly value: JsonScalar;
  /** How many units stand before it. */
  readonly after: number;
}

export interface ParsedBundle extends ParsedUnits {
  readonly kind: 'bundle';
  /** In the order of the file. */
  readonly literals: readonly ParsedLiteral[];
}

export interface ParsedArticle extends ParsedUnits {
  readonly kind: 'article';
  /** Where each unit is written, in the order of `units`: offsets in the file. */
  readonly spans: readonly Span[];
  /**
   * What the file is apart from its words: blocks, levels, list counts, protected bytes, inline codes.
   * Two files with one outline differ only in words and layout (markers, wraps, table padding).
   */
  outline(): string;
  /** The ids that a site gives its headings, in their order; absent where a format has none. */
  headingIds?(): readonly string[];
  /** Where the addresses of links and pictures stand, in their order, as they are written; absent where a format has none. */
  addresses?(): readonly Span[];
  /**
   * The file with values in the place of units. A unit without a value, or whose value is its own, keeps its bytes.
   * The result is parsed again and compared: a unit that would change the structure is printed more strictly, and
   * where that does not help it is refused and keeps its source text.
   * @param values by index into `units`, in the unit's inline syntax.
   */
  fill(values: ReadonlyMap<number, string>, options?: FillOptions): Filled;
}

/** A place in a file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ParsedFile = ParsedBundle | ParsedArticle;

export interface FillOptions {
  /** The ids that headings are to have, in their order; the file's own if left out. */
  readonly headingIds?: readonly string[];
  /** BCP 47 tag of what the values are in: marks of the file's own language (`lang`, `dir`) become its. */
  readonly language?: string;
  /** Reads values: the caller's way, where that remembers what it has read. */
  readonly parse?: (syntax: SyntaxName, value: string) => readonly Inline[];
}

export interface Filled {
  readonly text: string;
  readonly refused: readonly { readonly unit: number; readonly reason: string }[];
}

/** An inline syntax: a value -> inline codes and text -> a value. */
export interface InlineSyntax {
  readonly name: SyntaxName;
  /** Surely says of a text that it is written as it is, and read as what it is; absent where nothing is that simple. */
  isPlain?(text: string): boolean;
  /**
   * Writes content whose value surely is read as this very content, ids included; undefined where that is not sure. Absent
   * where nothing is that simple.
   */
  printSurely?(content: readonly Inline[]): string | undefined;
  /** What of a value's white space is content; none of it if left out. */
  readonly spaces?: Spaces;
  /** What the texts in its markup are written in; plain text if left out. */
  readonly texts?: SyntaxName;
  /** What a value needs to say in another language (its plural forms), before it is translated; the value's own content if absent. */
  forLanguage?(value: string, language: string): readonly Inline[];
  /** Never throws: what it does not understand is text. */
  parse(value: string): readonly Inline[];
  /**
   * Writes content as a value, escaping text so that it stays text; every code's literal markup comes back exactly.
   * @param strict escape everything that could be markup, not only what surely is.
   */
  print(content: readonly Inline[], strict?: boolean): string;
}
