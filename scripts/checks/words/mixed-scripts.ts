import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { isAtEdge, onTexts } from '../on-texts.ts';
import { LATIN, OTHER_LETTER } from '../traits.ts';

/** Letters of one script that look like another's, beside each other in a word. Greek alone counts only where it looks Latin. */
const MIXED =
  /[\p{L}\p{M}]*(?:\p{sc=Latin}\p{sc=Cyrillic}|\p{sc=Cyrillic}\p{sc=Latin}|\p{sc=Latin}[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον]|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον]\p{sc=Latin}|\p{sc=Cyrillic}\p{sc=Greek}|\p{sc=Greek}\p{sc=Cyrillic})[\p{L}\p{M}]*/gu;
/** `т`, `KB` and the like beside each other: an abbreviation and an ending, not a letter in disguise. */
const ENDING = /^\p{Lu}{2,}\p{sc=Cyrillic}{1,3}$/u;

export const mixedScripts: Check = {
  ...WARNS,
  name: 'mixed-scripts',
  description: 'no word mixes letters of scripts that look alike (Latin, Cyrillic, Greek)',
  say: (parameters) => `"${textOf(parameters, 'found')}" mixes letters of two scripts`,
  run: (input) =>
    onTexts(input, OTHER_LETTER, ({ source, target, targetHas }, { targetContent, targetWords }) => {
      if ((targetHas & LATIN) === 0 && !/\p{sc=Greek}/u.test(target)) return undefined;
      const found = [...target.matchAll(MIXED)].filter(
        ({ 0: word, index }) =>
          !source.includes(word) &&
          !ENDING.test(word) &&
          !isAtEdge(targetContent, targetWords, target, [index, index + word.length]),
      );
      return found.map(({ 0: word, index }) => ({
        parameters: { found: word },
        start: index,
        end: index + word.length,
      }));
    }),
};
