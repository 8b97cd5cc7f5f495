import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { matches, NONE, onTexts } from '../on-texts.ts';
import { CJK } from '../traits.ts';

/** An ASCII mark right behind a character of the script, and no name, number or address behind it. */
const WESTERN =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[.,?!](?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\s|$)/gu;

export const cjkStops: Check = {
  ...WARNS,
  name: 'cjk-stops',
  description: 'in Chinese and Japanese sentences end with 。 and its like, not with ASCII marks',
  say: (parameters) => `has the ASCII mark ${textOf(parameters, 'found')} behind a Chinese or Japanese character`,
  run(input) {
    const base = baseLanguage(input.targetLanguage);
    if (base !== 'ja' && base !== 'zh' && base !== 'yue') return NONE;
    return onTexts(input, CJK, ({ target }) => matches(target, WESTERN));
  },
};
