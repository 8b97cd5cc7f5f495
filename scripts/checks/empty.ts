import type { Check } from './check.ts';

/** Text must not get lost: a source with words has a target with words. */
export const empty: Check = {
  name: 'empty',
  description: 'a source with words has a target with words',
  severity: 'error',
  refuses: true,
  retries: true,
  offline: true,
  remedy: 'Correct the text there.',
  say: () => 'has no words, its source has',
  run({ sourceWords, targetWords }) {
    const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
    if (!hasWords(sourceWords) || hasWords(targetWords)) return [];
    return [{}];
  },
};
