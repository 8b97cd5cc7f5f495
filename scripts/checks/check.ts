/**
 * The contract of a check: one rule of quality assurance. One check is one file that exports one `Check`;
 * `checks/index.ts` has the table. A finding is data, never an exception.
 */
import type { Inline, SyntaxName, UnitKind } from '../units/unit.ts';

export type Severity = 'error' | 'warning';

export interface Finding {
  /** The check's name. */
  readonly check: string;
  readonly severity: Severity;
  /** One line for a person: what is wrong, in the words of the text. */
  readonly message: string;
}

/** A concept that the source uses, and what the target must therefore hold. Made by terminology. */
export interface RequiredTerm {
  readonly concept: string;
  /** The form found in the source. */
  readonly source: string;
  /** How often the source uses the concept. */
  readonly count: number;
  /** All accepted target forms, the required one first. Empty: the termbase has none for this language. */
  readonly accepted: readonly string[];
  /** Forms that must not be used. */
  readonly deprecated: readonly string[];
  readonly caseSensitive: boolean;
}

export interface CheckInput {
  readonly kind: UnitKind;
  readonly syntax: SyntaxName;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly source: string;
  readonly target: string;
  readonly sourceContent: readonly Inline[];
  readonly targetContent: readonly Inline[];
  /** Their words as one string; see running-text.ts. */
  readonly sourceWords: string;
  readonly targetWords: string;
  /** Signatures of inline codes that the target lacks, and of those that it has too many. */
  readonly codes: { readonly missing: readonly string[]; readonly extra: readonly string[] };
  readonly terms: readonly RequiredTerm[];
  /** True where a person wrote or approved the target. */
  readonly person: boolean;
  /** What an engine did not know, for machine text of this run. */
  readonly unknownWords: readonly string[];
}

export interface Check {
  readonly name: string;
  readonly description: string;
  /** True where machine text that fails is not written at all: the unit stays `initial` with the finding. */
  readonly refuses: boolean;
  run(input: CheckInput): readonly { readonly severity: Severity; readonly message: string }[];
}
