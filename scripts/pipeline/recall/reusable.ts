/** The sentences of a stale unit that keep their translation, a person's or a machine's, because they did not change. */
import { keepsSentences, reuseSentences, type ReuseInput, type ReusePlan } from '../../units/sentence-reuse.ts';
import { parseValue, unitContent } from '../see/values.ts';
import type { UnitState } from '../see/target/unit-state.ts';

/** @returns undefined where nothing can be kept, or where it is not sure what. */
export function reusable(unit: UnitState): ReusePlan | undefined {
  const input = inputOf(unit);
  return input && reuseSentences(input);
}

/** Whether a new translation lost sentences whose source did not change, because it was not sure which they are. */
export function losesSentences(unit: UnitState, value: string): boolean {
  const input = inputOf(unit);
  if (input === undefined) return false;
  return !keepsSentences(parseValue(unit.expected.source.syntax, value), reuseSentences(input), input);
}

function inputOf({ line, value, expected, terms, language }: UnitState): ReuseInput | undefined {
  const { source, count } = expected;
  if (value === undefined || line?.previous === undefined || count !== undefined) return undefined;
  return {
    oldSource: parseValue(source.syntax, line.previous),
    oldTarget: parseValue(source.syntax, value),
    newSource: unitContent(source),
    sourceLanguage: source.language,
    targetLanguage: language,
    terms: terms.required(language).flatMap((term) => term.accepted.map((form) => [term.source, form] as const)),
  };
}
