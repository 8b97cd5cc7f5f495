import type { Finding } from '../../checks/check.ts';
import type { Inline } from '../../units/unit.ts';
import type { SourceUnit } from '../see/source/read-source.ts';
import type { SourceFile } from '../see/source/sources.ts';
import type { UnitState } from '../see/target/unit-state.ts';

/** Where a unit stands: among which units, of which file. */
export interface ItemSource {
  readonly file: Pick<SourceFile, 'namespace' | 'path'>;
  readonly units: readonly SourceUnit[];
}

/** One unit in one language that needs a translation or a suggestion. */
export interface WorkItem {
  readonly source: ItemSource;
  readonly language: string;
  readonly unit: UnitState;
}

/** What came of an item. */
export type Result =
  | {
      readonly done: true;
      readonly value: string;
      readonly findings: readonly Finding[];
      /** Engine name, `memory` or `source`. */
      readonly origin: string;
      /** Where it came from without an engine: a match class, or undefined for fresh machine text. */
      readonly match?: string;
    }
  | {
      readonly done: false;
      readonly reason: string;
      /**
       * `refusal`: an engine would not go on; `limit`: the budget is spent or the run was stopped: the next run tries again.
       * `waits`: trying again would give the same, until a person, the source, the engine or its options change something.
       */
      readonly why: 'refusal' | 'limit' | 'waits';
      /** Where it is no finding of the rule `translation`. */
      readonly finding?: Finding;
    };

/** An answer that needed no engine. */
export type Recalled = Extract<Result, { done: true }>;

/** What the checks say of a target. */
export interface Verdict {
  readonly value: string;
  readonly findings: readonly Finding[];
  /** True where machine text must not be written. */
  readonly refused: boolean;
}

/**
 * The judge, as the stages before it know it: what would be refused later is kept by none of them. Made by judge/, and
 * handed in.
 */
export interface Judge {
  /** Prints content as a value, reads it again, and judges what was read. */
  readonly target: (
    unit: UnitState,
    content: readonly Inline[],
    from: { readonly origin: string; readonly unknownWords: readonly string[] },
  ) => Verdict;
  /** Judges a value as it stands. */
  readonly value: (unit: UnitState, value: string, isPerson: boolean) => Omit<Verdict, 'value'>;
}
