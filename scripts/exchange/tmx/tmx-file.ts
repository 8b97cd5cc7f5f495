import type { Inline } from '../../units/unit.ts';

/** A translation memory as TMX 1.4b holds it. */
export interface TmxFile {
  /** BCP 47, or `*all*` where any language of a unit may be the source. */
  readonly sourceLanguage: string;
  /** What the segments are: whole units of Glossa are paragraphs. */
  readonly segments: 'block' | 'paragraph' | 'sentence' | 'phrase';
  readonly units: readonly TmxUnit[];
}

/** One text in several languages. */
export interface TmxUnit {
  readonly id?: string;
  /** Where it is another than the file's. */
  readonly sourceLanguage?: string;
  readonly properties: readonly TmxProperty[];
  readonly notes: readonly string[];
  /** In the file's order. */
  readonly variants: readonly TmxVariant[];
}

export interface TmxVariant {
  /** BCP 47, in canonical spelling where the file's tag is well-formed. */
  readonly language: string;
  readonly properties: readonly TmxProperty[];
  readonly notes: readonly string[];
  readonly content: readonly Inline[];
}

/** A named value. Names of our own begin with `x-`, as TMX asks for. */
export interface TmxProperty {
  readonly type: string;
  readonly value: string;
}

/** The property of a variant with the signatures of its codes in the order in which they open: TMX has no place for them. */
export const SIGNATURES = 'x-signatures';
