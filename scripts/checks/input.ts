/** What every check is handed: the unit as the pipeline has it, its texts pair by pair, and where in the value they stand. */
import type { LanguageDetector } from '../project/text/language-detection.ts';
import { runningText } from '../project/text/running-text.ts';
import type { Inline } from '../units/unit.ts';
import type { CheckInput, JudgedUnit, Span, TextPair } from './check.ts';
import { traitsOf } from './traits.ts';
import { isInSourceLanguage } from './words/source-language.ts';

/** Reads a unit once for all checks. */
export function checkInput(unit: JudgedUnit, detect?: LanguageDetector): CheckInput {
  const texts = [pair(unit.sourceWords, unit.targetWords)];
  if (hasMarkup(unit.sourceContent) || hasMarkup(unit.targetContent)) {
    const sources = runningText(unit.sourceContent).markup;
    const targets = runningText(unit.targetContent).markup;
    // Texts of markup answer each other by their order; where one is lost, none is told to belong to another.
    const isParallel = sources.length === targets.length;
    targets.forEach((target, index) => texts.push(pair(isParallel ? (sources[index] ?? '') : '', target)));
  }
  return {
    ...unit,
    texts,
    spanOf: (index, start, end) => spanIn(unit, texts, index, start, end),
    looksLikeSource: detect === undefined ? undefined : (text) => isInSourceLanguage(text, unit, detect),
  };
}

function pair(source: string, target: string): TextPair {
  return { source, target, sourceHas: traitsOf(source), targetHas: traitsOf(target) };
}

function hasMarkup(content: readonly Inline[]): boolean {
  return content.length > 1 || content[0]?.type !== 'text';
}

/** Finds a part of a text in the value: piece by piece, each behind the one before, as they stand in it. */
function spanIn(
  { target, targetContent }: JudgedUnit,
  texts: readonly TextPair[],
  index: number,
  start: number,
  end: number,
): Span | undefined {
  if (index > 0) {
    const whole = texts[index]?.target ?? '';
    const at = target.indexOf(whole);
    return at < 0 || whole === '' ? undefined : [at + start, at + end];
  }
  let cursor = 0;
  let first: number | undefined;
  let last: number | undefined;
  for (const { node, start: from } of runningText(targetContent).pieces) {
    if (from >= end) break;
    const at = target.indexOf(node.text, cursor);
    if (at < 0) continue;
    cursor = at + node.text.length;
    const to = from + node.text.length;
    if (to <= start) continue;
    first ??= at + Math.max(0, start - from);
    last = at + Math.min(node.text.length, end - from);
  }
  return first === undefined || last === undefined ? undefined : [first, last];
}
