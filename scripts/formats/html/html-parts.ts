import type { BundlePath, Inline, UnitKind } from '../../units/unit.ts';

/** A translatable span of an HTML file. */
export type HtmlPart = HtmlText | HtmlAttribute | HtmlTitle | HtmlParameter;

interface Span {
  /** Offsets in the file: of a text without the white space around it, of an attribute with its name and quotes. */
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly kind: UnitKind;
  /** Declared by the nearest `lang`. */
  readonly language: string | undefined;
}

/** Running text with inline elements. */
export interface HtmlText extends Span {
  readonly type: 'text';
  readonly content: readonly Inline[];
}

/** The value of an attribute. */
export interface HtmlAttribute extends Span {
  readonly type: 'attribute';
  readonly text: string;
  readonly path: BundlePath | undefined;
}

/** The text of `<title>`: entities, but no elements. */
export interface HtmlTitle extends Span {
  readonly type: 'title';
  readonly text: string;
  readonly path: BundlePath | undefined;
}

/** What a reader sees of a template tag between blocks, or of an expression in an attribute, without its quotes. */
export interface HtmlParameter extends Span {
  readonly type: 'parameter';
  readonly text: string;
  /** Those around it, which would end it. */
  readonly quotes: string;
  readonly path: undefined;
}

/** Places of attributes of `<html>`, with their names and quotes. */
export interface LanguageMarks {
  readonly lang: Place;
  /** `xml:lang` beside it. */
  readonly xml: Place | undefined;
  readonly dir: Place | undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a file holds: its translatable spans, and a line for everything that is no word. */
export interface HtmlFile {
  readonly parts: HtmlPart[];
  readonly outline: string[];
  /** Of `<html lang>`. */
  language: string | undefined;
  /** Where `<html>` says its language and direction. */
  marks: LanguageMarks | undefined;
  /** Where blocks in it say a language, and which. */
  readonly blocks: (Place & { readonly language: string; readonly marks: LanguageMarks })[];
  readonly warnings: { readonly line: number; readonly message: string }[];
}
