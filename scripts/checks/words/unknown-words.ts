import { WARNS, type Check, type Finding } from '../check.ts';
import { textOf, wordsIn } from '../finding.ts';
import { NONE } from '../on-texts.ts';

const SHOWN = 8;
const MESSAGE = 'the engine did not know: ';

/** What the engine did not know was left as it was or guessed: the reviewer looks there first. */
export const unknownWords: Check = {
  ...WARNS,
  name: 'unknown-words',
  description: 'the engine knew every word',
  offline: false,
  say: (parameters) => `${MESSAGE}${textOf(parameters, 'words')}`,
  run({ unknownWords: words }) {
    if (words.length === 0) return NONE;
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
