/** A target, printed in its syntax and judged by every check. */
import { judge } from '../../checks/index.ts';
import { compared } from '../../units/comparison.ts';
import type { Finding, JudgedUnit } from '../../checks/check.ts';
import type { Inline } from '../../units/unit.ts';
import { parseValue, printFaithfully, unitContent } from '../see/values.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import type { Judge, Verdict } from '../plan/work-item.ts';

/**
 * Prints content as a value, reads it again (a strict print where the plain one reads as something else) and judges
 * what was read, so that nothing is believed that is not in the value itself.
 */
export function judgeTarget(
  unit: UnitState,
  content: readonly Inline[],
  from: { readonly origin: string; readonly unknownWords: readonly string[] },
): Verdict {
  const { syntax } = unit.expected.source;
  const value = printFaithfully(syntax, content);
  return { value, ...judgeValue(unit, value, { person: from.origin === 'person', unknownWords: from.unknownWords }) };
}

export interface JudgeOptions {
  readonly person: boolean;
  readonly unknownWords: readonly string[];
  /** The source text that the value belongs to, where the source has changed since. */
  readonly against?: string | undefined;
  /** False where the terms have changed since: what they demand now says nothing of this value. */
  readonly withTerms?: boolean;
}

/** Judges a value as it stands. */
export function judgeValue(
  unit: UnitState,
  value: string,
  { person, unknownWords, against, withTerms = true }: JudgeOptions,
): { readonly findings: readonly Finding[]; readonly refused: boolean } {
  const { language } = unit;
  const { source } = unit.expected;
  const sourceContent = against === undefined ? unitContent(source) : parseValue(source.syntax, against);
  const both = compared(sourceContent, parseValue(source.syntax, value));
  // Spelled out: to spread an object costs more than most checks.
  const judged: JudgedUnit = {
    kind: source.kind,
    syntax: source.syntax,
    sourceLanguage: source.language,
    targetLanguage: language,
    source: against ?? source.value,
    target: value,
    sourceContent: both.sourceContent,
    targetContent: both.targetContent,
    sourceWords: both.sourceWords,
    targetWords: both.targetWords,
    codes: both.codes,
    terms: withTerms ? unit.terms.required(language) : [],
    person,
    unknownWords,
    key: unit.expected.key,
  };
  return judge(judged, unit.judging);
}

/** The judge as the stages before it know it. */
export const JUDGE: Judge = {
  target: judgeTarget,
  value: (unit, value, person) => judgeValue(unit, value, { person, unknownWords: [] }),
};
