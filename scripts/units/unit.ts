/**
 * The contract of the whole pipeline: what a translatable string is, and what stands inside it.
 * Types and pure constants only; every station may import this file.
 */

/** What a unit was in its source file. `field`: front matter; `value`: an i18next value; the rest are article blocks. */
export type UnitKind = 'field' | 'value' | 'heading' | 'p' | 'li' | 'quote' | 'cell' | 'note' | 'html';

/** The inline syntax that a value is written in; `formats/syntaxes.ts` has the parser and printer of each. */
export type SyntaxName = 'markdown' | 'mdx' | 'html' | 'plain' | 'i18next' | 'icu' | 'vue-i18n' | 'laravel';

/**
 * What of a value's white space is content. `none`: markup, which wraps as it likes; `breaks`: text whose lines are its own,
 * as a field of front matter; `all`: a string that a program shows as it is, as an i18next value.
 */
export type Spaces = 'none' | 'breaks' | 'all';

/** Where a value stands in its bundle: object keys are strings, array indices numbers. */
export type BundlePath = readonly (string | number)[];

/** A translatable string as a format found it, before it has a key. */
export interface ParsedUnit {
  readonly kind: UnitKind;
  /** The value's fixed address (front-matter field, i18next key). Absent for article blocks: units/ gives those keys. */
  readonly path?: BundlePath;
  /** The text in its inline syntax, container prefixes removed, soft line breaks as one space, hard breaks kept. */
  readonly value: string;
  readonly syntax: SyntaxName;
  /** What the syntax's parser would read in the value, where the format knows it already; its ids are its own. */
  readonly content?: readonly Inline[];
  /** BCP 47 tag where it is declared to differ from the file's language. */
  readonly language?: string;
  /** 1-based line of the source file. */
  readonly line: number;
}

/** A translatable string with its lifelong key. */
export interface Unit extends ParsedUnit {
  /** `path` joined with dots, for example `body.what-are-exosomes.p1`. */
  readonly key: string;
  readonly path: BundlePath;
  /** What the value is translated from: its own declared language, else the file's. */
  readonly language: string;
}

/** What an inline code is. `term` marks are made by terminology and never stand in a bundle. */
export type CodeKind =
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'link'
  | 'image'
  | 'code'
  | 'math'
  | 'break'
  | 'html'
  | 'jsx'
  | 'expression'
  | 'placeholder'
  | 'nesting'
  | 'shortcode'
  | 'directive'
  | 'footnote'
  | 'url'
  | 'other'
  | 'term';

/** Running text, unescaped: what a reader sees. */
export interface InlineText {
  readonly type: 'text';
  readonly text: string;
}

/** Text inside markup that a reader sees and that is translated on its own: alt text, link titles, HTML attributes. */
export interface MarkupText {
  readonly text: string;
  /** Tells the printer how to escape it. */
  readonly role: 'alt' | 'title' | 'attribute' | 'parameter' | 'message' | 'plural-message';
}

/** Markup as written: literal pieces, and translatable texts between them. */
export type Markup = readonly (string | MarkupText)[];

/** An inline code that stands alone: image, code span, placeholder, URL, hard break. */
export interface StandingCode {
  readonly type: 'code';
  /** 1-based, in the order in which codes open in the value; the ids of pairs and standing codes are one series. */
  readonly id: number;
  readonly kind: CodeKind;
  readonly markup: Markup;
  /** What must be equal in source and target whatever marker is used: `code:x`, `{{name}}`, `image:a.png`. */
  readonly signature: string;
}

/** An inline code with content: emphasis, link, inline HTML element. */
export interface PairedCode {
  readonly type: 'pair';
  readonly id: number;
  readonly kind: CodeKind;
  readonly open: Markup;
  readonly close: Markup;
  readonly children: readonly Inline[];
  readonly signature: string;
}

export type Inline = InlineText | StandingCode | PairedCode;

/** One sentence of a unit, with the white space that separates it from the next one. */
export interface Segment {
  readonly content: readonly Inline[];
  /** Text between this segment and the next, mostly one space; empty for the last. */
  readonly gap: string;
}

/** The state of a target, as in XLIFF 2.1. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final';

export const STATES: readonly State[] = ['initial', 'translated', 'reviewed', 'final'];
