import type { Check } from './check.ts';

const SHOWN = 8;

/** What the engine did not know was left as it was or guessed: the reviewer looks there first. */
export const unknownWords: Check = {
  name: 'unknown-words',
  description: 'the engine knew every word',
  refuses: false,
  run({ unknownWords: words }) {
    if (words.length === 0) return [];
    const shown = [...new Set(words)].slice(0, SHOWN).join(', ');
    return [{ severity: 'warning', message: `the engine did not know: ${shown}` }];
  },
};
