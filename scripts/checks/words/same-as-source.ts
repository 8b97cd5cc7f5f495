import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';

const WORDS_TO_BE_SURE = 4;
/** Where all words are capitalised it is a list of names. */
const SMALL = /(?<![\p{L}\p{M}\p{N}'’-])\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;
const WORD = /\p{L}{2,}/gu;

/** A sentence that came back as it went out was probably not translated; a name or a label may well be the same. */
export const sameAsSource: Check = {
  ...WARNS,
  name: 'same-as-source',
  description: 'a sentence differs from its source',
  say: () => 'is the same as its source',
  run({ sourceWords, targetWords, sourceLanguage, targetLanguage, person }) {
    if (person || sourceWords.length === 0) return NONE;
    const isSame = sourceWords === targetWords || sourceWords.trim() === targetWords.trim();
    if (!isSame || baseLanguage(sourceLanguage) === baseLanguage(targetLanguage)) return NONE;
    if (CAPITAL.test(sourceWords) && !SMALL.test(sourceWords)) return NONE;
    return (sourceWords.match(WORD)?.length ?? 0) >= WORDS_TO_BE_SURE ? [{}] : NONE;
  },
};
