import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { onTexts, NONE } from '../on-texts.ts';
import { STOP } from '../traits.ts';

const ENDS = /[.!?…](?:["'”’»)\]]*)\s*$/u;
/** A sign that is often typed for the danda (`৷`) is no letter. */
const OPEN_END = /[\p{L}\p{Nd}\p{Nl}]\s*$/u;
/** Marks, quotes, brackets, white space: an end is no longer. */
const END_LENGTH = 8;
/** They often end a sentence without a mark, above all in lists and labels. */
const FREE: ReadonlySet<string> = new Set(['ja', 'zh', 'yue', 'th', 'lo', 'km', 'my', 'ko']);
/** A label may lose its stop; a sentence of this many words is none. */
const SENTENCE_WORDS = 10;

/** Sentences only: in Japanese, in labels and in menu paths a lost full stop is often right. */
export const endMark: Check = {
  ...WARNS,
  name: 'end-mark',
  description: 'a sentence that ends with a mark in the source ends with one in the target',
  say: () => 'has no mark at its end, its source has',
  run(input) {
    const { sourceWords, targetLanguage } = input;
    if (FREE.has(baseLanguage(targetLanguage))) return NONE;
    if (!hasWords(sourceWords, SENTENCE_WORDS)) return NONE;
    return onTexts(input, -1, ({ source, target, sourceHas }) => {
      if (
        (sourceHas & STOP) === 0 ||
        !OPEN_END.test(target.slice(-END_LENGTH)) ||
        !ENDS.test(source.slice(-END_LENGTH))
      )
        return undefined;
      const end = target.trimEnd().length;
      return [{ start: Math.max(0, end - 1), end }];
    });
  },
};

function hasWords(text: string, count: number): boolean {
  let at = 0;
  for (let words = 1; words < count; words += 1) {
    at = text.indexOf(' ', at) + 1;
    if (at === 0) return false;
  }
  return true;
}
