import { runningText } from '../project/running-text.ts';
import type { Check } from './check.ts';

/** Text must not get lost: a source with words has a target with words. */
export const empty: Check = {
  name: 'empty',
  description: 'a source with words has a target with words',
  refuses: true,
  run({ sourceContent, targetContent }) {
    const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
    if (!hasWords(runningText(sourceContent).text) || hasWords(runningText(targetContent).text)) return [];
    return [{ severity: 'error', message: 'has no words, its source has' }];
  },
};
