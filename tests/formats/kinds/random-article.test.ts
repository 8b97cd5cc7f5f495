/** Random articles of all flavours: nothing that is syntax changes, and every word that readers see is offered. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pseudoFile } from './pseudo-file.ts';
import { articles, CODE, mdxArticles, SEEN } from './random-article.ts';

const count = (text: string, word: string): number => text.toLowerCase().split(word).length - 1;

it.each([
  ['md', articles, 300],
  ['mdx', mdxArticles, 100],
] as const)(
  'holds in %s for blocks of every kind, with codes and in containers of every kind',
  async (extension, texts, numRuns) => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const filled = await pseudoFile(text, extension);
        expect([count(filled, CODE), count(filled, SEEN)]).toEqual([count(text, CODE), 0]);
      }),
      { numRuns, seed: 1 },
    );
  },
);
