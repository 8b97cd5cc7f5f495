import { reuseSentences, type ReusePlan } from '../units/sentence-reuse.ts';
import { parseValue } from './values.ts';
import type { WorkItem } from './work-item.ts';

/** The sentences of a stale unit that keep their translation, a person's or a machine's, because they did not change. */
export function reusable({ unit, language }: WorkItem): ReusePlan | undefined {
  const { line, value, expected, terms } = unit;
  const { source, count } = expected;
  if (value === undefined || line?.previous === undefined || count !== undefined) return undefined;
  return reuseSentences({
    oldSource: parseValue(source.syntax, line.previous),
    oldTarget: parseValue(source.syntax, value),
    newSource: parseValue(source.syntax, source.value),
    sourceLanguage: source.language,
    targetLanguage: language,
    terms: terms.required(language).flatMap((term) => term.accepted.map((form) => [term.source, form] as const)),
  });
}
