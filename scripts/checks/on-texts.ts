/** Rules about texts are tried on each: the running text, then alt texts and titles. */
import { runningText, type RunningText } from '../project/text/running-text.ts';
import type { Inline } from '../units/unit.ts';
import type { CheckInput, Fault, Parameters, Severity, TextPair } from './check.ts';

/** What is wrong in a text, and where in it. */
export interface TextFault {
  readonly parameters?: Parameters;
  readonly severity?: Severity;
  readonly start: number;
  readonly end: number;
}

/** Findings of one rule in one text: who has read so many knows what is wrong. */
const MOST_FAULTS = 100;

export const NONE: readonly Fault[] = [];

/**
 * @param needs flags of traits.ts, of which a target must have one at least to be looked at
 * @param find looks at a pair; most find nothing, so `undefined` does
 */
export function onTexts(
  input: CheckInput,
  needs: number,
  find: (pair: TextPair, input: CheckInput) => readonly TextFault[] | undefined,
): readonly Fault[] {
  let faults: Fault[] | undefined;
  for (let index = 0; index < input.texts.length; index += 1) {
    const pair = input.texts[index];
    if (pair === undefined || (pair.targetHas & needs) === 0) continue;
    const found = find(pair, input);
    if (found === undefined || found.length === 0) continue;
    faults ??= [];
    for (const { start, end, ...rest } of found.slice(0, MOST_FAULTS))
      faults.push({ ...rest, span: input.spanOf(index, start, end) });
  }
  return faults ?? NONE;
}

/** Every match of a pattern (with the flag `g`) as a fault with the words that it found. */
export function matches(text: string, pattern: RegExp, name = 'found'): TextFault[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    parameters: { [name]: found },
    start: index,
    end: index + found.length,
  }));
}

/**
 * Whether a part of a text holds the edge of a pair, such as of bold or of a link.
 * @param content of the unit
 * @param words its running text; a text of markup has no pairs in it
 */
export function isAtEdge(
  content: readonly Inline[],
  words: string,
  text: string,
  [start, end]: readonly [number, number],
): boolean {
  if (text !== words || (content.length === 1 && content[0]?.type === 'text')) return false;
  let known = pieces.get(content);
  if (known === undefined) {
    known = runningText(content).pieces;
    pieces.set(content, known);
  }
  const piece = known[known.findLastIndex(({ start: from }) => from <= start)];
  return piece === undefined || end > piece.start + piece.node.text.length;
}

/** A text may have thousands of pairs, and as many places to ask for. */
const pieces = new WeakMap<readonly Inline[], RunningText['pieces']>();
