import type { Finding } from '../../checks/check.ts';
import type { LanguageState, UnitState } from '../see/see-language.ts';
import type { SourceState } from '../see/read-source.ts';

/** One unit in one language that needs a translation or a suggestion. */
export interface WorkItem {
  readonly source: SourceState;
  readonly state: LanguageState;
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
