/**
 * The contract of an output format of `check`: one file that exports one `CheckFormat`; `index.ts` has the table. A
 * format is a pure function of what was found: it sorts, groups and escapes, and reads nothing from disk.
 */
import type { Severity } from '../../checks/check.ts';

/** A finding at the place where a person mends it. */
export interface PlacedFinding {
  /** The check's name, or the sort of gap or damage (`missing`, `stale`, …). */
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the project, with slashes. */
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number | undefined;
  /** From 1, in UTF-16 code units, as editors and forges count. */
  readonly column?: number | undefined;
  /** One past the last column of the place, on the same line. */
  readonly endColumn?: number | undefined;
  readonly key?: string | undefined;
  readonly language?: string | undefined;
  /** One line for a person, without place, key and language. */
  readonly message: string;
  /** The words that the message ends with: of equal warnings in one file they are told together. */
  readonly words?: readonly string[] | undefined;
}

export interface CheckOutcome {
  /** In the order in which they were found: by file, then by unit. */
  readonly findings: readonly PlacedFinding[];
  /** Units looked at, by language. */
  readonly units: ReadonlyMap<string, number>;
  /** One sentence: what was looked at, what was found. */
  readonly summary: string;
  /** Path from the repository's top to the project, empty or ending in a slash: forges count from the top. */
  readonly folder: string;
}

export interface CheckFormat {
  readonly name: string;
  /** What reads it, for the help text. */
  readonly description: string;
  /** The document for stdout, without a last line end; empty: nothing is printed. */
  print(outcome: CheckOutcome): string;
  /** Markdown for the page that GitHub shows beside a step's log. */
  stepSummary?(outcome: CheckOutcome): string;
}
