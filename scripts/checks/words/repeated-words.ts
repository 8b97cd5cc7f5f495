import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { isAtEdge, NONE, onTexts, type TextFault } from '../on-texts.ts';
import { SPACE } from '../traits.ts';

const REPEATED = /(?<![\p{L}\p{M}\p{N}'’_-])(\p{L}[\p{L}\p{M}]*)[ \u00a0\n]+\1(?![\p{L}\p{M}\p{N}'’_-])/giu;

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
    return onTexts(input, SPACE, ({ source, target }, given) => {
      if (!mayRepeat(target)) return undefined;
      const faults: TextFault[] = [];
      for (const { 0: both, 1: word = '', index } of target.matchAll(REPEATED)) {
        const end = index + both.length;
        if (right?.has(word.toLowerCase()) === true) continue;
        if (isAtEdge(given.targetContent, given.targetWords, target, [index, end])) continue;
        faults.push({ parameters: { found: word }, start: index, end });
      }
      return faults.length === 0 || source.search(REPEATED) >= 0 ? undefined : faults;
    });
  },
};

/** At the first look: two words in a row begin with the same letter and are as long. */
function mayRepeat(text: string): boolean {
  let length = -1;
  let first = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (code !== 32 && code !== 10 && code !== 160) continue;
    if (at > start) {
      const letter = text.charCodeAt(start) | 32;
      // The second may have a mark behind it.
      if (letter === first && length >= 0 && at - start >= length) return true;
      first = letter;
      length = at - start;
    }
    start = at + 1;
  }
  return false;
}
