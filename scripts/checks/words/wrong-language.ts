import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';

/**
 * A text that is surely in the source's language was not translated. Only that is asked: which other language a text is in
 * nobody can tell of Galician, which detectors take for Spanish or Portuguese. What equals its source is told by
 * `same-as-source`; a person who leaves a sentence as it is has decided so.
 */
export const wrongLanguage: Check = {
  ...WARNS,
  name: 'wrong-language',
  description: 'a text is not in the language of its source',
  say: () => 'is in the language of its source',
  run(input) {
    const { sourceLanguage, targetLanguage, sourceWords, targetWords } = input;
    if (sourceWords === targetWords || baseLanguage(sourceLanguage) === baseLanguage(targetLanguage)) return NONE;
    return input.looksLikeSource(targetWords) ? [{}] : NONE;
  },
};
