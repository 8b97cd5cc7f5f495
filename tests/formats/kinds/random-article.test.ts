/** Random articles of all flavours: nothing that is syntax changes, and every word that readers see is offered. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pseudoFile } from './pseudo-file.ts';
import { articles, CODE, SEEN } from './random-article.ts';

const count = (text: string, word: string): number => text.toLowerCase().split(word).length - 1;

it('holds for blocks of every kind, with codes of every kind, in containers of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (text) => {
      const filled = await pseudoFile(text);
      expect([count(filled, CODE), count(filled, SEEN)]).toEqual([count(text, CODE), 0]);
    }),
    { numRuns: 300, seed: 1 },
  );
});
