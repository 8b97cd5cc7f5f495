/** The sentences of a stale unit that keep their translation, a person's or a machine's, because they did not change. */
import { keepsSentences, reuseSentences, type ReuseInput, type ReusePlan } from '../../units/sentence-reuse.ts';
import { parseValue, unitContent } from '../see/values.ts';
import type { WorkItem } from '../plan/work-item.ts';

type Item = Pick<WorkItem, 'unit' | 'language'>;

/** @returns undefined where nothing can be kept, or where it is not sure what. */
export function reusable(item: Item): ReusePlan | undefined {
  const input = inputOf(item);
  return input && reuseSentences(input);
}

/** Whether a new translation lost sentences whose source did not change, because it was not sure which they are. */
export function losesSentences(item: Item, value: string): boolean {
  const input = inputOf(item);
  if (input === undefined) return false;
  return !keepsSentences(parseValue(item.unit.expected.source.syntax, value), reuseSentences(input), input);
}

function inputOf({ unit, language }: Item): ReuseInput | undefined {
  const { line, value, expected, terms } = unit;
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
