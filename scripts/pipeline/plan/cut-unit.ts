/** A unit cut into what an engine gets: sentences, and texts inside markup; and put together again. */
import { adoptMarkup } from '../../units/code-identity.ts';
import { codes, isOneText, renumber } from '../../units/content.ts';
import { markupTexts, withMarkupTexts } from '../../units/markup-texts.ts';
import { joinSegments, segment } from '../../units/segments.ts';
import { restoreCount, withNumber } from '../../units/plural-count.ts';
import { shownWords } from '../../project/text/running-text.ts';
import type { ReusePlan } from '../../units/sentence-reuse.ts';
import type { Inline, Segment, Unit } from '../../units/unit.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import { parseValue, printValue, syntaxNamed, unitContent } from '../see/values.ts';

/** A unit cut. */
export interface Cut {
  readonly source: Unit;
  /** Sentences that need no engine. */
  readonly reuse: ReusePlan | undefined;
  readonly content: readonly Inline[];
  /** `{{count}}` with a number in its place. */
  readonly replaced: ReturnType<typeof withNumber>;
  readonly sentences: readonly Segment[];
  readonly sentOut: readonly boolean[];
  /** Texts inside markup. */
  readonly texts: readonly string[];
  readonly textOut: readonly boolean[];
  /** What the engine gets, in order. Never empty text. */
  readonly pieces: readonly (readonly Inline[])[];
  /** The first id that no code of the pieces has. */
  readonly nextId: number;
  /** Text around the pieces, where sentences were cut out of their unit. */
  readonly context: string | undefined;
}

const cuts = new WeakMap<Unit, Cut>();

/**
 * Cuts a unit as its target language needs it; one that has no forms of its own there, no number and keeps no sentences only once for all languages.
 * @param numbered a representative number stands in place of `{{count}}` in a plural form.
 * @param reuse sentences that need no engine, because their source did not change.
 */
export function cutUnit({ expected }: UnitState, target: string, numbered: boolean, reuse?: ReusePlan): Cut {
  const { source, count } = expected;
  const number = numbered ? count : undefined;
  const own = syntaxNamed(source.syntax).forLanguage?.(source.value, target);
  if (own !== undefined) return cutContent(source, own, undefined, undefined);
  if (number !== undefined || reuse !== undefined) return cutSource(source, number, reuse);
  const cut = cuts.get(source) ?? cutSource(source, number, reuse);
  cuts.set(source, cut);
  return cut;
}

function cutSource(source: Unit, number: number | undefined, reuse: ReusePlan | undefined): Cut {
  return cutContent(source, unitContent(source), number, reuse);
}

function cutContent(
  source: Unit,
  whole: readonly Inline[],
  number: number | undefined,
  reuse: ReusePlan | undefined,
): Cut {
  const textSyntax = syntaxNamed(source.syntax).texts ?? 'plain';
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
      const piece = renumber(parseValue(textSyntax, text), nextId);
      nextId += codes(piece).length;
      return piece;
    });
  const inText = sentences.filter((_, index) => sentOut[index]).map((sentence) => sentence.content);
  const pieces = [...inText, ...inMarkup];
  const context = reuse === undefined ? undefined : shownWords(content);
  return { source, reuse, content, replaced, sentences, sentOut, texts, textOut, pieces, nextId, context };
}

/**
 * The unit's content in the target language.
 * @param answers one a piece.
 * @returns undefined where a plural's number did not come back exactly once.
 */
export function assemble(
  { source, reuse, content, replaced, sentences, sentOut, texts, textOut }: Cut,
  answers: readonly (readonly Inline[])[],
  target: string,
): readonly Inline[] | undefined {
  const [only] = answers;
  // Without codes there is nothing to be put back.
  if (replaced === undefined && only !== undefined && isOneText(content) && sentOut.length === 1) return only;
  let next = 0;
  const joined = joinSegments(
    sentences.map((sentence, index): Segment => {
      const own = sentOut[index] ? (answers[next++] ?? []) : (reuse?.kept.get(index) ?? sentence.content);
      return { content: own, gap: sentence.gap };
    }),
    { source: source.language, target },
  );
  const translated = texts.map((text, index) =>
    textOut[index]
      ? printValue(syntaxNamed(source.syntax).texts ?? 'plain', answers[next++] ?? [])
      : (reuse?.keptTexts.get(index) ?? text),
  );
  const complete = adoptMarkup(texts.length === 0 ? content : withMarkupTexts(content, translated), joined);
  return replaced === undefined ? complete : restoreCount(complete, replaced);
}

function hasLetters(content: readonly Inline[]): boolean {
  return /\p{L}/u.test(shownWords(content));
}
