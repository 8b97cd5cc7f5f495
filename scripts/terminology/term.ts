/** What a termbase holds. Concepts have terms, terms have a language: the model of TBX. */

export const STATUSES = ['preferred', 'admitted', 'deprecated', 'do-not-translate'] as const;
export type TermStatus = (typeof STATUSES)[number];

export const GENDERS = ['m', 'f', 'n'] as const;
export type Gender = (typeof GENDERS)[number];

/** One row of a glossary: a form of a concept in one language. Texts are NFC. */
export interface Term {
  /** Canonical BCP 47 tag. */
  readonly language: string;
  readonly term: string;
  /** Absent: no plural. Equal to `term`: plural in form, takes plural agreement. */
  readonly plural?: string;
  readonly gender?: Gender;
  readonly status: TermStatus;
  readonly partOfSpeech?: string;
  readonly caseSensitive: boolean;
  readonly note?: string;
  /** Where the row stands; not part of the term's meaning. */
  readonly file: string;
  readonly line: number;
}

export interface Concept {
  readonly id: string;
  /** In the order of the rows. */
  readonly terms: readonly Term[];
}

/** All concepts of a project, in the order of their first rows, files sorted by path. */
export interface Termbase {
  readonly concepts: readonly Concept[];
}

/** A term of the termbase found in a text. */
export interface TermHit {
  readonly concept: Concept;
  readonly term: Term;
  /** True where the plural form was found, or the form is plural by nature. */
  readonly plural: boolean;
  /** As written in the text. */
  readonly surface: string;
  /** `text`: `start` and `end` are offsets in the running text; `markup`: in the `index`-th text inside markup. */
  readonly place: 'text' | 'markup';
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A form that several concepts claim: reported, never guessed. */
export interface AmbiguousForm {
  readonly surface: string;
  /** Ids, in the termbase's order. */
  readonly concepts: readonly string[];
}
