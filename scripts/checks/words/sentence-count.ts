import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';
import { STOP } from '../traits.ts';

/** One sentence more or less is a translator's choice. */
const TOO_MANY = 2;
/** A mark behind a word of two letters at least (`z. B.` has none), with a beginning or nothing behind it. */
const END =
  /(?:(?<=[\p{L}\p{M}]{2}["'”’»)\]]?|[\d\ufffc"”»)\]])[.!?…]+["'”’»)\]]*(?=\s+["'“„«(¿¡\u200f]*[\p{Lu}\p{Lo}\p{N}\ufffc]|\s*$))|[。！？؟۔।]+/gu;

export const sentenceCount: Check = {
  ...WARNS,
  name: 'sentence-count',
  description: 'a text has about as many sentences as its source',
  say: (parameters) => `has ${textOf(parameters, 'target')} sentences, its source has ${textOf(parameters, 'source')}`,
  run({ texts: [text] }) {
    if (text === undefined || ((text.sourceHas | text.targetHas) & STOP) === 0) return NONE;
    // At the first look: whoever has as many marks has as many sentences.
    if (Math.abs(stops(text.source) - stops(text.target)) < TOO_MANY) return NONE;
    const source = Math.max(1, count(text.source));
    const target = Math.max(1, count(text.target));
    return Math.abs(source - target) >= TOO_MANY ? [{ parameters: { source, target } }] : NONE;
  },
};

function count(text: string): number {
  return text.match(END)?.length ?? 0;
}

const STOPS = /[.!?…。！？؟۔।]+/g;

function stops(text: string): number {
  return text.match(STOPS)?.length ?? 0;
}
