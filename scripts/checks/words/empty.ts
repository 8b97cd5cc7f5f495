import { REFUSES, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';
import { DIGIT, LATIN, OTHER_LETTER } from '../traits.ts';

const WORDS = LATIN | OTHER_LETTER | DIGIT;
const WORD = /[\p{L}\p{N}]/u;
const WORDS_OF = /[\p{L}\p{N}]+/gu;
/** `as {role}`, `{start} of {end}`: a person may say so little by a sign, or by nothing beside what is filled in. */
const SMALL_WORDS = 2;

/** Text must not get lost: a source with words has a target with words. */
export const empty: Check = {
  ...REFUSES,
  name: 'empty',
  description: 'a source with words has a target with words',
  say: () => 'has no words, its source has',
  run({ texts: [text], person, codes, targetContent }) {
    if (text === undefined || (text.targetHas & WORDS) !== 0 || (text.sourceHas & WORDS) === 0) return NONE;
    if (!WORD.test(text.source) || WORD.test(text.target)) return NONE;
    const isFilled = person && codes.missing.length === 0 && targetContent.some(({ type }) => type === 'code');
    return isFilled && (text.source.match(WORDS_OF)?.length ?? 0) <= SMALL_WORDS ? NONE : [{}];
  },
};
