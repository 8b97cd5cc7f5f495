import type { Check } from './check.ts';

/** Text must not get lost: a source with words has a target with words. */
export const empty: Check = {
  name: 'empty',
  description: 'a source with words has a target with words',
  refuses: true,
  run({ sourceWords, targetWords }) {
    const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
    if (!hasWords(sourceWords) || hasWords(targetWords)) return [];
    return [{ severity: 'error', message: 'has no words, its source has' }];
  },
};
