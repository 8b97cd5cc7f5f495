import type { Inline, SyntaxName, UnitKind } from '../../../units/unit.ts';
import type { Heading } from '../../links/heading-slugs.ts';
import type { HtmlPart } from '../../html/html-parts.ts';
import type { Survey } from '../inline/content-survey.ts';
import type { Region } from './values.ts';

/** A translatable block or attribute of an article, with its place in the body. */
export interface BlockUnit {
  readonly kind: UnitKind;
  readonly syntax: SyntaxName;
  readonly value: string;
  readonly region: Region;
  readonly survey: Survey;
  /** Index of its block in the outline. */
  readonly entry: number;
  readonly language?: string;
  /** What the value says, where that is known. */
  readonly content?: readonly Inline[];
  /**
   * `line`: a heading or a cell, which has no second line. `label`: words behind a mark on its line, neither.
   * `title`, `attribute`, `parameter`: plain text in quotes. `scalar`: text on one line, in YAML's quotes where it needs them. `html`: a part of a block of raw HTML.
   */
  readonly form: 'block' | 'line' | 'label' | 'title' | 'attribute' | 'string' | 'parameter' | 'scalar' | 'html';
  /** Of the form `html`: what it is there. */
  readonly part?: HtmlPart;
}

/** A heading of a body. */
export interface BlockHeading extends Heading {
  readonly depth: number;
  /** Index of its unit; undefined where it has no words. */
  readonly unit: number | undefined;
}

/** A body as it was read: no tree, only places and strings. */
export interface Blocks {
  readonly units: readonly BlockUnit[];
  /** In the body's order. */
  readonly headings: readonly BlockHeading[];
  /** One entry for each block and each end of a container, in the body's order. */
  readonly outline: readonly string[];
  /** Whether there are definitions or notes, so that text in brackets may be a link or a note. */
  readonly defines: boolean;
  /** What is not translated though a reader sees it, by its offset. */
  readonly warnings: readonly { readonly offset: number; readonly message: string }[];
}
