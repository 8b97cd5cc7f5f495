import { expect, it } from 'vitest';
import { readWishes, readWords, setupId, wishesText, wordsText, type Setup } from '../../scripts/team/jobs/job-text.ts';

const SETUP: Setup = { engine: 'apertium', options: undefined, glossaries: [], words: new Map(), project: '' };

it('a project’s word list goes along with its jobs, and makes a session of its own', () => {
  const words = new Map([['fr', new Map([['hype', 'battage']])]]);
  expect(readWords(wordsText(words))).toEqual(words);
  expect(setupId({ ...SETUP, words })).not.toBe(setupId(SETUP));
  expect(setupId({ ...SETUP, words })).toBe(setupId({ ...SETUP, words: readWords(wordsText(words)) }));
});

it('wishes come back as they were, and so do those that share a unit', () => {
  const unit = {
    article: 'a "b"',
    segments: [[{ type: 'text', text: 'line\nend' } as const]],
    terms: new Map([['hype', 'battage']]),
    former: { source: 'a', target: 'b' },
  };
  const wishes = ['one', 'two'].map((key, index) => ({ key, unit, characters: index }));
  expect(readWishes(wishesText(wishes))).toEqual(wishes);
  // A job is a line among others.
  expect(wishesText(wishes)).not.toContain('\n');
});
