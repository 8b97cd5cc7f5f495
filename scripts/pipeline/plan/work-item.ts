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
      /** An engine's refusal is why. */
      readonly refusal: boolean;
      /** Where it is no finding of the rule `translation`. */
      readonly finding?: Finding;
    };
