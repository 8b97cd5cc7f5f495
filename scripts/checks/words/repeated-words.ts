import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { isAtEdge, NONE, onTexts, type TextFault } from '../on-texts.ts';
import { ALIKE, SPACE } from '../traits.ts';

const REPEATED = /(?<![\p{L}\p{M}\p{N}'’/_-])(\p{L}[\p{L}\p{M}]*)[ \u00a0\n]+\1(?![\p{L}\p{M}\p{N}'’_-])/giu;

/** Words that stand twice in good texts, from 288,000 human pairs; what is not listed was wrong there. */
const RIGHT: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'sie die der das den dem',
    fr: 'vous nous',
    gl: 'se',
    ca: 'la',
    en: 'had that',
    nl: 'die dat',
    it: 'via man',
    ru: 'чуть еле',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);
/** They say many things by saying them twice. */
const DOUBLING: ReadonlySet<string> = new Set(
  'tr az uz kk ky ug vi id ms jv su tl fil hi bn ur ta te mr gu pa ml kn ne or as si th km lo my fa ku ckb ps sd bal bgn lrc azb eu sw ha mi haw'.split(
    ' ',
  ),
);

/** A code between two words parts them, and so does the edge of bold or of a link. */
export const repeatedWords: Check = {
  ...WARNS,
  name: 'repeated-words',
  description: 'no word stands twice in a row',
  say: (parameters) => `"${textOf(parameters, 'found')}" stands twice in a row`,
  run(input) {
    const base = baseLanguage(input.targetLanguage);
    if (DOUBLING.has(base)) return NONE;
    const right = RIGHT.get(base);
    return onTexts(input, ALIKE, ({ source, target, targetHas }, given) => {
      if ((targetHas & SPACE) === 0) return undefined;
      const faults: TextFault[] = [];
      for (const { 0: both, 1: word = '', index } of target.matchAll(REPEATED)) {
        const end = index + both.length;
        if (right?.has(word.toLowerCase()) === true) continue;
        // A letter and a word of one letter: `de la A a la Z`.
        if (word.length === 1 && !both.endsWith(word)) continue;
        if (isAtEdge(given.targetContent, given.targetWords, target, [index, end])) continue;
        faults.push({ parameters: { found: word }, start: index, end });
      }
      return faults.length === 0 || source.search(REPEATED) >= 0 ? undefined : faults;
    });
  },
};
