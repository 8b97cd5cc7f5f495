import { WARNS, type Check, type TextPair } from '../check.ts';
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
  run({ texts: [text], person }) {
    if (text === undefined || ((text.sourceHas | text.targetHas) & STOP) === 0) return NONE;
    // At the first look: whoever has as many marks has as many sentences.
    if (Math.abs(stops(text.source) - stops(text.target)) < TOO_MANY) return NONE;
    const source = Math.max(1, count(text.source));
    const target = Math.max(1, count(text.target));
    if (Math.abs(source - target) < TOO_MANY || (person && saysAsMuch(text, source, target))) return NONE;
    return [{ parameters: { source, target } }];
  },
};

/** A person may say in one sentence what the source says in three: then nothing of it is missing. */
function saysAsMuch({ source, target }: TextPair, before: number, now: number): boolean {
  const ratio = weightOf(target) / Math.max(1, weightOf(source));
  return now < before ? ratio > AS_MUCH : ratio < 1 / AS_MUCH;
}

const AS_MUCH = 0.7;

/** About as many Latin letters as a text would have; signs of words say more. */
function weightOf(text: string): number {
  return text.length + WIDE_EXTRA * (text.match(WIDE)?.length ?? 0);
}

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const WIDE_EXTRA = 1.2;

function count(text: string): number {
  return text.match(END)?.length ?? 0;
}

const STOPS = /[.!?…。！？؟۔।]+/g;

function stops(text: string): number {
  return text.match(STOPS)?.length ?? 0;
}
