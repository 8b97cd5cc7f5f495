/** A unit cut into what an engine gets: sentences, and texts inside markup; and put together again. */
import { adoptMarkup } from '../units/code-identity.ts';
import { codes, renumber } from '../units/content.ts';
import { markupTexts, withMarkupTexts } from '../units/markup-texts.ts';
import { joinSegments, segment } from '../units/segments.ts';
import { restoreCount, withNumber } from '../units/plural-count.ts';
import { runningText } from '../project/running-text.ts';
import type { ReusePlan } from '../units/sentence-reuse.ts';
import type { Inline, Segment } from '../units/unit.ts';
import type { UnitState } from './see-language.ts';
import { parseValue, printValue } from './values.ts';

export interface CutUnit {
  /** What the engine gets, in order. Never empty text. */
  readonly pieces: readonly (readonly Inline[])[];
  /** The first id that no code of the pieces has. */
  readonly nextId: number;
  /** Text around the pieces, where sentences were cut out of their unit. */
  readonly context: string | undefined;
  /**
   * The unit's content in the target language.
   * @param answers one a piece.
   * @returns undefined where a plural's number did not come back exactly once.
   */
  assemble(answers: readonly (readonly Inline[])[]): readonly Inline[] | undefined;
}

/**
 * @param language that it is translated into.
 * @param numbered a representative number stands in place of `{{count}}` in a plural form.
 * @param reuse sentences that need no engine, because their source did not change.
 */
export function cutUnit({ expected }: UnitState, language: string, numbered: boolean, reuse?: ReusePlan): CutUnit {
  const kept = reuse?.kept ?? new Map<number, readonly Inline[]>();
  const { source, count } = expected;
  const whole = parseValue(source.syntax, source.value);
  const replaced = numbered && count !== undefined ? withNumber(whole, count) : undefined;
  const content = replaced?.content ?? whole;
  const sentences = segment(content, source.language);
  const texts = markupTexts(content);
  const sentOut = sentences.map(({ content: sentence }, index) => !kept.has(index) && hasLetters(sentence));
  const textOut = texts.map((text, index) => reuse?.keptTexts.has(index) !== true && /\p{L}/u.test(text));
  let nextId = codes(content).reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  const inMarkup = texts
    .filter((_, index) => textOut[index])
    .map((text) => {
      const piece = renumber(parseValue('plain', text), nextId);
      nextId += codes(piece).length;
      return piece;
    });
  return {
    pieces: [...sentences.filter((_, index) => sentOut[index]).map((sentence) => sentence.content), ...inMarkup],
    nextId,
    context: reuse === undefined ? undefined : runningText(content).text,
    assemble(answers) {
      let next = 0;
      const joined = joinSegments(
        sentences.map((sentence, index): Segment => ({
          content: sentOut[index] ? (answers[next++] ?? []) : (kept.get(index) ?? sentence.content),
          gap: sentence.gap,
        })),
        { source: source.language, target: language },
      );
      const translated = texts.map((text, index) =>
        textOut[index] ? printValue('plain', answers[next++] ?? []) : (reuse?.keptTexts.get(index) ?? text),
      );
      const complete = adoptMarkup(withMarkupTexts(content, translated), joined);
      return replaced === undefined ? complete : restoreCount(complete, replaced);
    },
  };
}

function hasLetters(content: readonly Inline[]): boolean {
  return /\p{L}/u.test(runningText(content).text);
}
