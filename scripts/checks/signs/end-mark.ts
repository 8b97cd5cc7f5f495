import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { onTexts, NONE } from '../on-texts.ts';
import { STOP } from '../traits.ts';

const ENDS = /[.!?…](?:["'”’»)\]]*)\s*$/u;
const OPEN_END = /[\p{L}\p{N}]\s*$/u;
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
    if (sourceWords.split(' ', SENTENCE_WORDS).length < SENTENCE_WORDS) return NONE;
    return onTexts(input, -1, ({ source, target, sourceHas }) => {
      if ((sourceHas & STOP) === 0 || !ENDS.test(source) || !OPEN_END.test(target)) return undefined;
      const end = target.trimEnd().length;
      return [{ start: Math.max(0, end - 1), end }];
    });
  },
};
