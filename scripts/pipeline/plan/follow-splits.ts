/** A paragraph that was cut in two takes the person's words along into the new one (rule 1). */
import { plainValue } from '../../units/alignment/matching.ts';
import { reuseSentences } from '../../units/sentence-reuse.ts';
import { assemble, cutUnit } from './cut-unit.ts';
import { sourceOf } from './keep-and-return.ts';
import type { SourceState } from '../see/source/read-source.ts';
import { isProtected } from '../see/target/record-lines.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { next, type UnitState } from '../see/target/unit-state.ts';
import type { Judge } from './work-item.ts';
import { parseValue, unitContent } from '../see/values.ts';

/** A person's text whose source was another one, or is gone. */
interface FormerText {
  readonly source: string;
  readonly target: string;
}

/**
 * New units whose sentences all stood in a text that a person had translated get that person's sentences, where it is sure
 * which those are. They count as a match: a person has not read them at their new place.
 */
export function followSplits(
  source: SourceState,
  state: LanguageState,
  judge: Judge,
): { readonly state: LanguageState; readonly units: number } {
  const former = state.units.some(isNew) ? formerTexts(source, state) : [];
  if (former.length === 0) return { state, units: 0 };
  let count = 0;
  const units = state.units.map((unit) => {
    const text = isNew(unit) ? plainValue(unit.expected.source.value) : undefined;
    for (const one of text === undefined ? [] : former) {
      const taken = plainValue(one.source).includes(text ?? '') ? withSentences(unit, one, judge) : undefined;
      if (taken === undefined) continue;
      count++;
      return taken;
    }
    return unit;
  });
  return { state: { ...state, units }, units: count };
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

/** @returns the unit with its words, where all of them are known. */
function withSentences(unit: UnitState, former: FormerText, judge: Judge): UnitState | undefined {
  const { language, expected, terms } = unit;
  const { source } = expected;
  const plan = reuseSentences({
    oldSource: parseValue(source.syntax, former.source),
    oldTarget: parseValue(source.syntax, former.target),
    newSource: unitContent(source),
    sourceLanguage: source.language,
    targetLanguage: language,
    terms: terms.required(language).flatMap(({ source: term, accepted }) => accepted.map((form) => [term, form])),
  });
  if (plan === undefined || plan.sent.length > 0) return undefined;
  const cut = cutUnit(unit, language, false, plan);
  const content = cut.pieces.length === 0 ? assemble(cut, [], language) : undefined;
  if (content === undefined) return undefined;
  const { value, findings, refused } = judge.target(unit, content, { origin: 'memory', unknownWords: [] });
  return refused ? undefined : next(unit, { kind: 'answered', value, findings, origin: 'memory' });
}
