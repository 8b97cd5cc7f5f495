import { WARNS, type Check } from '../check.ts';
import { isAtEdge, onTexts } from '../on-texts.ts';
import { ODD_SPACE } from '../traits.ts';

/** Between two other characters; a line break with indentation is layout. */
const DOUBLE = /(?<=[^\s\ufffc])(?: [ \u00a0\u202f]+|[\u00a0\u202f] [ \u00a0\u202f]*)(?=[^\s\ufffc])/g;

export const doubleSpaces: Check = {
  ...WARNS,
  name: 'double-spaces',
  description: 'no two spaces follow each other where the source has none either',
  say: () => 'has two spaces where one is enough',
  run: (input) =>
    onTexts(input, ODD_SPACE, ({ source, target }) => {
      const all = [...target.matchAll(DOUBLE)];
      const found = all.filter(
        ({ 0: spaces, index }) =>
          !isAtEdge(input.targetContent, input.targetWords, target, [index, index + spaces.length]),
      );
      if (found.length === 0 || found.length <= [...source.matchAll(DOUBLE)].length) return undefined;
      return found.slice(0, 1).map(({ 0: spaces, index }) => ({ start: index, end: index + spaces.length }));
    }),
};
