import { languageName } from '../../project/languages.ts';
import { WARNS, type Check, type CheckInput } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';
import { LATIN, OTHER_LETTER } from '../traits.ts';
import { scriptOf } from './scripts.ts';

/** Fewer letters may be a name or a unit. */
const LETTERS_TO_BE_SURE = 12;
/** Names, code and menu paths stay in their script in good texts; small words of a sentence do not. */
const SMALL_WORDS = 3;
const ENOUGH = new RegExp(`(?:\\p{L}\\P{L}*){${LETTERS_TO_BE_SURE}}`, 'u');
const SMALL_WORD = /(?<![\p{L}\p{N}_.-])\p{Ll}{2,}(?![\p{L}\p{N}_.-])/gu;

/** Hardly any letter of the language's script: under a half stands in good Japanese and Russian about programs. */
export const wrongScript: Check = {
  ...WARNS,
  name: 'wrong-script',
  description: 'a text is written in the script of its language',
  say: (parameters) => `has hardly any letter of the script of ${nameOf(textOf(parameters, 'language'))}`,
  run(input) {
    const has = input.texts[0]?.targetHas ?? 0;
    if ((has & (LATIN | OTHER_LETTER)) === 0) return NONE;
    const script = scriptOf(input.targetLanguage);
    if (script === undefined) return NONE;
    // At the first look: a text in Latin letters without others, and one with others alone, where that is right.
    if (script.name === 'Latn' ? (has & LATIN) !== 0 : (has & OTHER_LETTER) !== 0) return NONE;
    return isSentence(input, script.name === 'Latn') ? [{ parameters: { language: input.targetLanguage } }] : NONE;
  },
};

function isSentence({ sourceWords, targetWords }: CheckInput, isLatin: boolean): boolean {
  if (!ENOUGH.test(targetWords)) return false;
  // A foreign name that the source has, too.
  if (isLatin) return !sourceWords.includes(targetWords.trim());
  const words = targetWords.match(SMALL_WORD) ?? [];
  if (words.length < SMALL_WORDS || words.length >= SMALL_WORDS * 2) return words.length >= SMALL_WORDS;
  const known = new Set(sourceWords.split(/\s+/));
  return !words.every((word) => known.has(word));
}

function nameOf(tag: string): string {
  try {
    return languageName(tag);
  } catch {
    return tag;
  }
}
