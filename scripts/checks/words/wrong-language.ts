import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { wordsOf } from '../across/plain-form.ts';
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
    if (!input.looksLikeSource(targetWords)) return NONE;
    return NEAR.has(baseLanguage(targetLanguage)) && !isMostly(targetWords, sourceWords) ? NONE : [{}];
  },
};

/** Detectors take these for the language that they are near to. */
const NEAR: ReadonlySet<string> = new Set(['sco', 'pcm', 'jam', 'ang', 'gsw', 'nds', 'bar', 'ksh', 'lb', 'pdc']);
const MOST = 0.7;

/** Whether hardly a word is another one than in the source. */
function isMostly(target: string, source: string): boolean {
  const known = wordsOf(source);
  const words = [...wordsOf(target)];
  return words.filter((word) => known.has(word)).length >= words.length * MOST;
}
