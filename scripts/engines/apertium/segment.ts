/** Translates one segment through the legs of a route, codes included. */
import type { Inline } from '../../units/unit.ts';
import { assemble } from './assemble.ts';
import { finish } from './finish.ts';
import { fillIn } from './listed-words.ts';
import type { RunningLeg } from './leg.ts';
import { openQuestion } from './opening-marks.ts';
import type { Knowledge } from './rules/knowledge.ts';
import { codesIn, decode, encode, hasWords, pairsIn, textIn, type Encoding } from './stream.ts';
import { closeGaps } from './tidy.ts';

/** A segment's translation, or why there is none. */
export type SegmentAnswer =
  { readonly content: readonly Inline[]; readonly unknown: readonly string[] } | { readonly problem: string };

/**
 * Pairs go as wordbound blanks at first; if one is lost or pulled apart, as superblanks, which stay (at about the right
 * place); then the terms, too. What is lost even so, because its words have no translation of their own (`they *do* work`),
 * is translated piece by piece.
 *
 * @param listed the project's own for words that no dictionary knows.
 * @throws StageFailure when the processes give no answer.
 */
export async function translateSegment(
  content: readonly Inline[],
  legs: readonly RunningLeg[],
  listed: ReadonlyMap<string, string> = new Map(),
): Promise<SegmentAnswer> {
  if (!hasWords(textIn(content))) return { content, unknown: [] };
  const pairs = pairsIn(content);
  const markup = new Set(pairs.filter((pair) => pair.kind !== 'term').map((pair) => pair.id));
  const all = new Set(pairs.map((pair) => pair.id));
  const words = standIns(content);
  const passes: Encoding[] = [{ fixed: new Set(), words }];
  if (markup.size > 0) passes.push({ fixed: markup, words });
  if (all.size > markup.size || words.size > 0) passes.push({ fixed: all, words: new Map() });

  let answer: SegmentAnswer = { problem: '' };
  for (const encoding of passes) {
    answer = await pass(content, encoding, legs);
    if ('content' in answer) break;
  }
  if ('problem' in answer && pairs.length > 0) answer = await pieceByPiece(content, legs);
  if ('problem' in answer) return answer;
  const target = legs.at(-1)?.to ?? '';
  const filled = fillIn(answer.content, answer.unknown, listed);
  const finished = finish(filled.content, content, target);
  return { ...filled, content: target === 'es' ? openQuestion(finished) : finished };
}

/** Each text between two marks on its own: no mark can get lost, but grammar sees less. */
async function pieceByPiece(content: readonly Inline[], legs: readonly RunningLeg[]): Promise<SegmentAnswer> {
  const result: Inline[] = [];
  const unknown: string[] = [];
  for (const one of content) {
    if (one.type === 'code' || !hasWords(textIn([one]))) {
      result.push(one);
      continue;
    }
    const inner = one.type === 'pair' ? one.children : [one];
    const answer = await (one.type === 'pair' ? pieceByPiece(inner, legs) : pass(inner, PLAIN, legs));
    if ('problem' in answer) return answer;
    unknown.push(...answer.unknown);
    result.push(...(one.type === 'pair' ? [{ ...one, children: answer.content }] : answer.content));
  }
  return { content: result, unknown };
}

const PLAIN: Encoding = { fixed: new Set(), words: new Map() };

/**
 * One way through all legs. Unknown words are the source's, and those of the language between that the second leg
 * did not know either: they stand in the answer as they are.
 */
async function pass(
  content: readonly Inline[],
  encoding: Encoding,
  legs: readonly RunningLeg[],
): Promise<SegmentAnswer> {
  const sent = encode(content, encoding);
  const own = new Set([...encoding.words.values()].map((word) => word.toLowerCase()));
  const unknown: string[] = [];
  let stream = sent;
  let former: Knowledge | undefined;
  for (const leg of legs) {
    const isLast = leg === legs.at(-1);
    const answer = await leg.translate(stream, isLast, former);
    stream = answer.stream;
    if (!isLast) former = await answer.knowledge();
    for (const word of answer.unknown) {
      const folded = word.toLowerCase();
      if (own.has(folded)) continue;
      own.add(folded);
      unknown.push(word);
    }
  }
  const pieces = decode(closeGaps(stream, sent));
  if (pieces === undefined) return { problem: 'the answer has codes that were never sent' };
  const assembled = assemble(content, encoding, pieces);
  return 'problem' in assembled ? assembled : { ...assembled, unknown };
}

/**
 * Words that stand for term codes: letters only (digits would be split off), in no dictionary, unlike any text of
 * the segment. Grammar takes them for nouns.
 */
function standIns(content: readonly Inline[]): ReadonlyMap<number, string> {
  const text = textIn(content).toLowerCase();
  const words = new Map<number, string>();
  let number = 0;
  for (const code of codesIn(content)) {
    if (code.kind !== 'term') continue;
    let word = '';
    do word = `Xqz${letters(number++)}w`;
    while (text.includes(word.toLowerCase()));
    words.set(code.id, word);
  }
  return words;
}

/** 0 is `b`, 20 is `bb`: consonants only, so that no word comes out; of fixed width within one order of magnitude. */
function letters(number: number): string {
  const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
  const rest = Math.floor(number / CONSONANTS.length);
  return (rest === 0 ? '' : letters(rest - 1)) + CONSONANTS.charAt(number % CONSONANTS.length);
}
