import { baseLanguage } from '../project/languages.ts';
import type { Check } from './check.ts';

const WORDS_TO_BE_SURE = 4;

/** A sentence that came back as it went out was probably not translated; a name or a label may well be the same. */
export const sameAsSource: Check = {
  name: 'same-as-source',
  description: 'a sentence differs from its source',
  severity: 'warning',
  refuses: false,
  retries: false,
  offline: true,
  remedy: 'Correct the text there.',
  say: () => 'is the same as its source',
  run({ sourceWords, targetWords, sourceLanguage, targetLanguage, person }) {
    if (person || baseLanguage(sourceLanguage) === baseLanguage(targetLanguage)) return [];
    const source = sourceWords.trim();
    if (source !== targetWords.trim()) return [];
    const isSentence = (source.match(/\p{L}{2,}/gu)?.length ?? 0) >= WORDS_TO_BE_SURE;
    if (!isSentence) return [];
    return [{}];
  },
};
