import { REFUSES, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';
import { DIGIT, LATIN, OTHER_LETTER } from '../traits.ts';

const WORDS = LATIN | OTHER_LETTER | DIGIT;
const WORD = /[\p{L}\p{N}]/u;

/** Text must not get lost: a source with words has a target with words. */
export const empty: Check = {
  ...REFUSES,
  name: 'empty',
  description: 'a source with words has a target with words',
  say: () => 'has no words, its source has',
  run({ texts: [text] }) {
    if (text === undefined || (text.targetHas & WORDS) !== 0 || (text.sourceHas & WORDS) === 0) return NONE;
    return WORD.test(text.source) && !WORD.test(text.target) ? [{}] : NONE;
  },
};
