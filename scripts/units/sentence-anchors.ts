import { codes, plainText } from './content.ts';
import type { Inline } from './unit.ts';

/** A source form and its translation, as a termbase has them. */
export type TermPair = readonly [source: string, target: string];

/** Signs in a sentence that its translation has too, with how often they occur. */
export type Anchors = ReadonlyMap<string, number>;

/**
 * The anchors of each sentence of a text and of its translation: numbers, inline codes, given terms, names and other words
 * written alike, question and exclamation marks. Only those that occur equally often in both texts count: a number that
 * became a word in the translation says nothing.
 */
export function sentenceAnchors(
  source: readonly (readonly Inline[])[],
  target: readonly (readonly Inline[])[],
  terms: readonly TermPair[],
): { readonly source: readonly Anchors[]; readonly target: readonly Anchors[] } {
  const inSource = source.map((content) => signs(content, terms, 0));
  const inTarget = target.map((content) => signs(content, terms, 1));
  const left = totals(inSource);
  const right = totals(inTarget);
  const common = (anchors: Map<string, number>): Anchors =>
    new Map([...anchors].filter(([sign]) => left.get(sign) === right.get(sign)));
  return { source: inSource.map(common), target: inTarget.map(common) };
}

/** The sum of several sentences' anchors. */
export function totals(list: readonly Anchors[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const anchors of list) for (const [sign, times] of anchors) sum.set(sign, (sum.get(sign) ?? 0) + times);
  return sum;
}

function signs(content: readonly Inline[], terms: readonly TermPair[], side: 0 | 1): Map<string, number> {
  const found = new Map<string, number>();
  const add = (sign: string): void => void found.set(sign, (found.get(sign) ?? 0) + 1);
  for (const { signature } of codes(content)) add(`code ${signature}`);
  const text = plainText(content).normalize('NFC');
  // Grouping and decimal marks differ between languages: only the digits count.
  for (const [number] of text.matchAll(/\p{Nd}+(?:[.,'’\u00a0\u202f]\p{Nd}+)*/gu))
    add(`number ${number.replace(/\P{Nd}/gu, '')}`);
  for (const [word] of text.matchAll(/[\p{L}\p{M}]{4,}|\p{Lu}{2,3}/gu)) add(`word ${word}`);
  const end = /([?？؟;!！])[\p{P}\s]*$/u.exec(text)?.[1];
  if (end !== undefined) add(/[!！]/.test(end) ? 'exclamation' : 'question');
  const lower = text.toLowerCase();
  for (const [index, pair] of terms.entries()) if (lower.includes(pair[side].toLowerCase())) add(`term ${index}`);
  return found;
}
