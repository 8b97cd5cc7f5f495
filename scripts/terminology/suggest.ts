/** Candidate terms: what sources say often, in capitals or in another language, and no concept covers. */
import { baseLanguage } from '../project/languages.ts';
import type { Place } from '../project/errors.ts';
import { CODE_MARK, runningText } from '../project/text/running-text.ts';
import { foldCase, tokenize } from '../project/text/words.ts';
import { findTerms } from './find.ts';
import { countsAsForeign } from './foreign.ts';
import type { SourceText } from './report.ts';
import { isStopWord } from './stop-words.ts';
import type { Termbase } from './term.ts';

/** `unknown`: an engine did not know it; `name`: has a capital inside a sentence; `foreign`: looks like another language. */
export type Reason = 'unknown' | 'name' | 'foreign' | 'frequent';

export interface Suggestion {
  /** As first written. */
  readonly form: string;
  readonly count: number;
  readonly reasons: readonly Reason[];
  /** One for each unit that has it, in order. */
  readonly places: readonly Place[];
}

interface Candidate {
  readonly form: string;
  readonly words: number;
  /** Keys of the shorter phrases in it. */
  readonly parts: readonly string[];
  count: number;
  readonly reasons: Set<Reason>;
  readonly places: Set<Place>;
}

/** Phrases are at most this long. */
const LONGEST = 3;
/** A phrase said less often is no candidate by itself; a single word must be said once more. */
const OFTEN = 2;

/**
 * Collects candidate terms, the likeliest first: by number of reasons, then count, then words, then form.
 * Phrases are words in a row without punctuation or function words at their edges; English plurals count with their
 * singular; a phrase that is only ever part of a longer one is left out. Good lists of function words are there for
 * English only.
 * @param unknown words that engines did not know.
 */
export function suggestTerms(
  termbase: Termbase,
  texts: readonly SourceText[],
  unknown: ReadonlySet<string> = new Set(),
): Suggestion[] {
  const unknownWords = new Set([...unknown].map(foldCase));
  const candidates = new Map<string, Candidate>();
  for (const source of texts) {
    for (const text of uncovered(source, termbase)) collect(text, source, unknownWords, candidates);
  }
  const isOften = (one: Candidate): boolean => one.count >= (one.words === 1 ? OFTEN + 1 : OFTEN);
  const kept = [...candidates].filter(([, one]) => isOften(one) || one.reasons.size > 0);
  /** The most that a longer candidate with these words in it is said. */
  const inLonger = new Map<string, number>();
  for (const [, one] of kept) {
    if (isOften(one)) one.reasons.add('frequent');
    for (const part of one.parts) inLonger.set(part, Math.max(inLonger.get(part) ?? 0, one.count));
  }
  return kept
    .filter(([key, one]) => (inLonger.get(key) ?? 0) < one.count)
    .map(([, one]) => one)
    .toSorted(
      (a, b) => b.reasons.size - a.reasons.size || b.count - a.count || b.words - a.words || (a.form < b.form ? -1 : 1),
    )
    .map(({ form, count, reasons, places }) => ({
      form,
      count,
      reasons: [...reasons].toSorted(),
      places: [...places],
    }));
}

/** The texts of a unit with a mark in the place of each term that is known already. */
function uncovered({ content, language }: SourceText, termbase: Termbase): string[] {
  const { text, markup } = runningText(content);
  const { hits } = findTerms(content, termbase, language);
  return [text, ...markup].map((part, number) => {
    const own = hits.filter((hit) =>
      number === 0 ? hit.place === 'text' : hit.place === 'markup' && hit.index === number - 1,
    );
    return own.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${CODE_MARK}${rest.slice(end)}`, part);
  });
}

interface Word {
  readonly surface: string;
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isStop: boolean;
  /** True where the word before belongs to the same phrase. */
  readonly continues: boolean;
}

function collect(
  text: string,
  { place, language }: SourceText,
  unknown: ReadonlySet<string>,
  candidates: Map<string, Candidate>,
): void {
  const words = readWords(text, baseLanguage(language));
  words.forEach((_, first) => {
    for (let length = 1; length <= LONGEST && first + length <= words.length; length++) {
      const phrase = words.slice(first, first + length);
      const last = phrase.at(-1);
      if (last === undefined || phrase[0]?.isStop !== false || (length > 1 && !last.continues)) break;
      if (last.isStop) continue;
      const key = keyOf(phrase, language);
      const form = phrase.map((word) => word.surface).join(' ');
      const candidate = candidates.get(key) ?? newCandidate(form, phrase, language);
      candidates.set(key, candidate);
      candidate.count += 1;
      candidate.places.add(place);
      if (phrase.every((word) => word.isCapital || word.isStop)) candidate.reasons.add('name');
      if (length === 1 && unknown.has(last.folded)) candidate.reasons.add('unknown');
      if (length === 1 && countsAsForeign(last.surface, language)) candidate.reasons.add('foreign');
    }
  });
}

function readWords(text: string, language: string): Word[] {
  const tokens = tokenize(text);
  const capitals = tokens.filter((token) => /^\p{Lu}/u.test(text.slice(token.start, token.end))).length;
  // Where most words have a capital (headings of some styles), capitals say nothing.
  const isTitle = capitals * 2 > tokens.filter((token) => token.word).length;
  return tokens.flatMap((token, index): Word[] => {
    if (!token.word) return [];
    const surface = text.slice(token.start, token.end);
    const before = tokens[index - 1];
    const gap = before === undefined ? '' : text.slice(before.end, token.start);
    const opensSentence =
      before === undefined || (!before.word && /[.!?:…\u201C"]/u.test(text.slice(before.start, before.end)));
    return [
      {
        surface,
        folded: foldCase(surface),
        isCapital: !isTitle && !opensSentence && /^\p{Lu}/u.test(surface),
        isStop: isStopWord(foldCase(surface), language),
        continues: before?.word === true && /^[ \u00A0]$/u.test(gap),
      },
    ];
  });
}

function singular(word: string, language: string): string {
  if (baseLanguage(language) !== 'en' || word.length < 4 || !/[^siu]s$/u.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function keyOf(phrase: readonly Word[], language: string): string {
  return phrase
    .map(({ folded }, index) => (index === phrase.length - 1 ? singular(folded, language) : folded))
    .join(' ');
}

function newCandidate(form: string, phrase: readonly Word[], language: string): Candidate {
  const parts: string[] = [];
  for (let length = 1; length < phrase.length; length++) {
    for (let first = 0; first + length <= phrase.length; first++) {
      parts.push(keyOf(phrase.slice(first, first + length), language));
    }
  }
  return { form, words: phrase.length, parts, count: 0, reasons: new Set(), places: new Set() };
}
