/**
 * What formats for people's tools carry: the units of a project in one language on their way out, and what comes back.
 * Formats are only writers and readers of this; what becomes of what comes back is decided in merge.ts.
 */
import type { Inline, State, UnitKind } from '../units/unit.ts';

/** What goes out to a translator: one language. */
export interface ExchangeDocument {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly files: readonly ExchangeFile[];
}

export interface ExchangeFile {
  /** The source file, relative to the project. */
  readonly path: string;
  readonly units: readonly ExchangeUnit[];
}

export interface ExchangeUnit {
  readonly key: string;
  readonly kind: UnitKind;
  /** 1-based line of the source file. */
  readonly line: number;
  /** Values in their own inline syntax, for formats that know no codes. */
  readonly source: string;
  readonly target: string | undefined;
  /** Where stale: the source that the target belongs to. */
  readonly previous: string | undefined;
  /** A translation of the source as it is, waiting beside a stale text. */
  readonly suggestion: string | undefined;
  readonly state: State;
  /** Of `state`, `previous` and the whole target: see fingerprint.ts. */
  readonly print: string;
  /** The unit's own text first, then those in its markup that are translated on their own. */
  readonly texts: readonly ExchangeText[];
  readonly notes: readonly ExchangeNote[];
  readonly terms: readonly ExchangeTerm[];
  /** Of a plural form: the key that all forms share, which one it is, and which one of the source it is made from. */
  readonly plural: { readonly base: string; readonly category: string; readonly sourceCategory: string } | undefined;
}

/** A text that a person translates at one go: a unit's own, or an alt text, a title, a branch of a message in it. */
export interface ExchangeText {
  /** 0: the unit's own; else 1-based among the texts in its markup. */
  readonly part: number;
  /** At least one; sentences as the memory cuts them. */
  readonly segments: readonly ExchangeSegment[];
  readonly matches: readonly ExchangeMatch[];
  readonly print: string;
}

export interface ExchangeSegment {
  readonly source: readonly Inline[];
  readonly target: readonly Inline[] | undefined;
  /** White space up to the next segment, in source and target. */
  readonly gap: string;
  readonly targetGap: string;
}

export interface ExchangeMatch {
  readonly source: readonly Inline[];
  readonly target: readonly Inline[];
  /** 0 to 100. */
  readonly similarity: number;
  /** `previous`: what the unit said before its source changed; `suggestion`: what waits for approval. */
  readonly origin: 'previous' | 'suggestion';
}

export interface ExchangeNote {
  readonly category: 'context' | 'reviewer' | 'finding';
  readonly text: string;
}

export interface ExchangeTerm {
  readonly source: string;
  /** Accepted forms, the wanted one first. */
  readonly accepted: readonly string[];
  readonly deprecated: readonly string[];
  readonly note: string | undefined;
}

/** A text as it came back. */
export interface ReturnedText {
  /** The source file as the exchange file calls it. */
  readonly file: string;
  readonly key: string;
  readonly part: number;
  /** 1-based line of the exchange file, where its reader knows. */
  readonly line: number | undefined;
  readonly source: ReturnedContent;
  /** undefined: there is none, or not of all sentences. */
  readonly target: ReturnedContent | undefined;
  /** Some sentences have a target and some have none. */
  readonly isPartial: boolean;
  /** What the file says of it; undefined where it says nothing. */
  readonly state: State | undefined;
  /** The translator has marked the text as not ready since it went out. */
  readonly isDoubtful: boolean;
  readonly print: string | undefined;
  /** Why the text cannot be taken whatever it says: a rule of the format that it breaks. */
  readonly fault: string | undefined;
}

/** Content whose codes have nothing but ids, or a value in the unit's own syntax. */
export type ReturnedContent = readonly Inline[] | string;
