import { expect, it } from 'vitest';
import { readWords, setupId, wordsText, type Setup } from '../../scripts/team/jobs/job-text.ts';

const SETUP: Setup = { engine: 'apertium', options: undefined, glossaries: [], words: new Map(), project: '' };

it('a project’s word list goes along with its jobs, and makes a session of its own', () => {
  const words = new Map([['fr', new Map([['hype', 'battage']])]]);
  expect(readWords(wordsText(words))).toEqual(words);
  expect(setupId({ ...SETUP, words })).not.toBe(setupId(SETUP));
  expect(setupId({ ...SETUP, words })).toBe(setupId({ ...SETUP, words: readWords(wordsText(words)) }));
});
