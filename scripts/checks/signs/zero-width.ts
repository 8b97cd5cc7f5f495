import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts } from '../on-texts.ts';
import { ODD_SPACE } from '../traits.ts';

/** Joiners (U+200C, U+200D) are letters of Persian and Hindi, and hold emoji together; the soft hyphen hyphenates. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g;
/** They break lines with it. */
const UNSPACED: ReadonlySet<string> = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz', 'ja', 'zh']);

export const zeroWidth: Check = {
  ...WARNS,
  name: 'zero-width',
  description: 'no space that nobody sees stands in a text whose source has none',
  say: (parameters) => `has an invisible character, ${textOf(parameters, 'found')}`,
  run: (input) =>
    onTexts(input, ODD_SPACE, ({ source, target }) => {
      const at = target.search(INVISIBLE);
      if (at < 0 || source.search(INVISIBLE) >= 0 || UNSPACED.has(baseLanguage(input.targetLanguage))) return undefined;
      const found = `U+${target.charCodeAt(at).toString(16).toUpperCase()}`;
      return [{ parameters: { found }, start: at, end: at + 1 }];
    }),
};
