import type { Check, Finding } from './check.ts';
import { textOf, wordsIn } from './finding.ts';

const SHOWN = 8;
const MESSAGE = 'the engine did not know: ';

/** What the engine did not know was left as it was or guessed: the reviewer looks there first. */
export const unknownWords: Check = {
  name: 'unknown-words',
  description: 'the engine knew every word',
  severity: 'warning',
  refuses: false,
  retries: false,
  offline: false,
  remedy: 'Correct the text there.',
  say: (parameters) => `${MESSAGE}${textOf(parameters, 'words')}`,
  run({ unknownWords: words }) {
    if (words.length === 0) return [];
    const shown = [...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)).slice(0, SHOWN);
    return [{ parameters: { words: shown } }];
  },
};

/** The words of an earlier finding: sentences that are kept when another one changes keep their unknown words. */
export function wordsOf(findings: readonly Finding[]): readonly string[] {
  const { parameters = {} } = findings.find(({ rule }) => rule === unknownWords.name) ?? {};
  const prose = textOf(parameters, 'said');
  return prose.startsWith(MESSAGE) ? prose.slice(MESSAGE.length).split(', ') : wordsIn(parameters, 'words');
}
