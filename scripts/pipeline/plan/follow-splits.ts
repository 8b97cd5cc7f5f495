/** A paragraph that was cut in two takes the person's words along into the new one (rule 1). */
import { plainValue } from '../../units/matching.ts';
import { reuseSentences } from '../../units/sentence-reuse.ts';
import { applyResult } from '../judge/apply-result.ts';
import { assemble, cutUnit } from '../ask/cut-unit.ts';
import { judgeTarget } from '../judge/judge-target.ts';
import { sourceOf } from './keep-and-return.ts';
import type { SourceState } from '../see/read-source.ts';
import { isProtected } from '../see/record-lines.ts';
import type { LanguageState, UnitState } from '../see/see-language.ts';
import { parseValue, unitContent } from '../see/values.ts';

/** A person's text whose source was another one, or is gone. */
interface FormerText {
  readonly source: string;
  readonly target: string;
}

/**
 * New units whose sentences all stood in a text that a person had translated get that person's sentences, where it is sure
 * which those are. They count as a match: a person has not read them at their new place.
 * @param tell is called for each.
 */
export function followSplits(source: SourceState, state: LanguageState, tell: (language: string) => void): void {
  const open = state.units.filter(isNew);
  const former = open.length === 0 ? [] : formerTexts(source, state);
  for (const unit of open) {
    const text = plainValue(unit.expected.source.value);
    for (const one of former) {
      if (!plainValue(one.source).includes(text) || !takeSentences(unit, one, state)) continue;
      tell(state.language);
      break;
    }
  }
}

function isNew({ work, value, line, expected }: UnitState): boolean {
  return (
    (work === 'translate' || work === 'wait') &&
    value === undefined &&
    line?.target === undefined &&
    expected.count === undefined
  );
}

function formerTexts(source: SourceState, { units, gone }: LanguageState): FormerText[] {
  const changed = units.flatMap(({ line, value }) =>
    line?.previous !== undefined && value !== undefined && isProtected(line)
      ? [{ source: line.previous, target: value }]
      : [],
  );
  const left = gone
    .filter(({ line }) => line === undefined || isProtected(line))
    .map((one) => ({ source: sourceOf(one, source), target: one.value }));
  return [...changed, ...left];
}

/** @returns whether the unit has its words now. */
function takeSentences(unit: UnitState, former: FormerText, { language }: LanguageState): boolean {
  const { source } = unit.expected;
  const plan = reuseSentences({
    oldSource: parseValue(source.syntax, former.source),
    oldTarget: parseValue(source.syntax, former.target),
    newSource: unitContent(source),
    sourceLanguage: source.language,
    targetLanguage: language,
    terms: unit.terms.required(language).flatMap(({ source: term, accepted }) => accepted.map((form) => [term, form])),
  });
  if (plan === undefined || plan.sent.length > 0) return false;
  const cut = cutUnit(unit, language, false, plan);
  const content = cut.pieces.length === 0 ? assemble(cut, [], language) : undefined;
  if (content === undefined) return false;
  const { value, findings, refused } = judgeTarget({ unit, language }, content, { origin: 'memory', unknownWords: [] });
  if (refused) return false;
  applyResult(unit, language, { done: true, value, findings, origin: 'memory', match: 'kept' }, '');
  unit.work = 'none';
  return true;
}
