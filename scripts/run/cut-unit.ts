/** A unit cut into what an engine gets: sentences, and texts inside markup; and put together again. */
import { adoptMarkup } from '../units/code-identity.ts';
import { codes, renumber } from '../units/content.ts';
import { markupTexts, withMarkupTexts } from '../units/markup-texts.ts';
import { joinSegments, segment } from '../units/segments.ts';
import { restoreCount, withNumber } from '../units/plural-count.ts';
import { runningText } from '../project/running-text.ts';
import type { ReusePlan } from '../units/sentence-reuse.ts';
import type { Inline, Segment, Unit } from '../units/unit.ts';
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

/** A unit cut: the same for all languages that it is translated into. */
interface Cut {
  readonly content: readonly Inline[];
  /** `{{count}}` with a number in its place. */
  readonly replaced: ReturnType<typeof withNumber>;
  readonly sentences: readonly Segment[];
  readonly sentOut: readonly boolean[];
  /** Texts inside markup. */
  readonly texts: readonly string[];
  readonly textOut: readonly boolean[];
  readonly pieces: readonly (readonly Inline[])[];
  readonly nextId: number;
}

const cuts = new WeakMap<Unit, Cut>();

/**
 * @param language that it is translated into.
 * @param numbered a representative number stands in place of `{{count}}` in a plural form.
 * @param reuse sentences that need no engine, because their source did not change.
 */
export function cutUnit({ expected }: UnitState, language: string, numbered: boolean, reuse?: ReusePlan): CutUnit {
  const { source, count } = expected;
  const number = numbered ? count : undefined;
  const isShared = number === undefined && reuse === undefined;
  const cut = (isShared ? cuts.get(source) : undefined) ?? cutSource(source, number, reuse);
  if (isShared) cuts.set(source, cut);
  return {
    pieces: cut.pieces,
    nextId: cut.nextId,
    context: reuse === undefined ? undefined : runningText(cut.content).text,
    assemble: (answers) => assemble(cut, answers, { source: source.language, target: language }, reuse),
  };
}

function cutSource(source: Unit, number: number | undefined, reuse: ReusePlan | undefined): Cut {
  const whole = parseValue(source.syntax, source.value);
  const replaced = number === undefined ? undefined : withNumber(whole, number);
  const content = replaced?.content ?? whole;
  const sentences = segment(content, source.language);
  const texts = markupTexts(content);
  const sentOut = sentences.map(
    ({ content: sentence }, index) => reuse?.kept.has(index) !== true && hasLetters(sentence),
  );
  const textOut = texts.map((text, index) => reuse?.keptTexts.has(index) !== true && /\p{L}/u.test(text));
  let nextId = codes(content).reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  const inMarkup = texts
    .filter((_, index) => textOut[index])
    .map((text) => {
      const piece = renumber(parseValue('plain', text), nextId);
      nextId += codes(piece).length;
      return piece;
    });
  const inText = sentences.filter((_, index) => sentOut[index]).map((sentence) => sentence.content);
  return { content, replaced, sentences, sentOut, texts, textOut, pieces: [...inText, ...inMarkup], nextId };
}

function assemble(
  { content, replaced, sentences, sentOut, texts, textOut }: Cut,
  answers: readonly (readonly Inline[])[],
  languages: { readonly source: string; readonly target: string },
  reuse: ReusePlan | undefined,
): readonly Inline[] | undefined {
  let next = 0;
  const joined = joinSegments(
    sentences.map((sentence, index): Segment => {
      const own = sentOut[index] ? (answers[next++] ?? []) : (reuse?.kept.get(index) ?? sentence.content);
      return { content: own, gap: sentence.gap };
    }),
    languages,
  );
  const translated = texts.map((text, index) =>
    textOut[index] ? printValue('plain', answers[next++] ?? []) : (reuse?.keptTexts.get(index) ?? text),
  );
  const complete = adoptMarkup(withMarkupTexts(content, translated), joined);
  return replaced === undefined ? complete : restoreCount(complete, replaced);
}

function hasLetters(content: readonly Inline[]): boolean {
  return /\p{L}/u.test(runningText(content).text);
}
