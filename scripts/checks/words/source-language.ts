/** Whether a text is in the language of its source. */
import { loadLanguageDetector, type LanguageDetector } from '../../project/text/language-detection.ts';
import { baseLanguage, sameLanguage } from '../../project/languages.ts';
import type { JudgedUnit } from '../check.ts';

/** Beside the project's languages: a language that the detector does not know (Galician) still is not the source's. */
const NEIGHBOURS = ['es', 'pt', 'fr', 'de', 'en'];

/**
 * Loads what tells the project's languages apart; takes some 60 ms and 20 MB.
 * @param languages BCP 47 tags: the project's source and targets
 */
export function judgeDetector(languages: readonly string[]): Promise<LanguageDetector> {
  const bases = new Set(languages.map(baseLanguage));
  return loadLanguageDetector([...languages, ...NEIGHBOURS.filter((one) => !bases.has(one))]);
}

/**
 * Looking closely costs a quarter of a millisecond. An English text has one of these words; a sentence without any is in
 * another language, or too short to be surely in this one.
 */
const ENGLISH =
  /\b(?:the|and|of|that|with|this|from|which|your|you|they|have|when|their|these|is|are|to|for|be|not|can)\b/i;

export function isInSourceLanguage(
  text: string,
  { sourceLanguage, targetLanguage }: Pick<JudgedUnit, 'sourceLanguage' | 'targetLanguage'>,
  detect: LanguageDetector,
): boolean {
  if (baseLanguage(sourceLanguage) === 'en' && !ENGLISH.test(text)) return false;
  const found = detect(text, targetLanguage);
  return found?.sure === true && sameLanguage(found.language, sourceLanguage);
}
