/** Texts compared by what they say. */

const SENTENCE_WORDS = 4;

/** Whether a text has so many words, or characters of a script that sets no words apart, that it is no label. */
export function isSentence(text: string): boolean {
  let at = -1;
  for (let words = 1; words < SENTENCE_WORDS; words += 1) {
    at = text.indexOf(' ', at + 1);
    if (at < 0) return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{8}/u.test(text);
  }
  return true;
}

/** Without case, punctuation and white space. */
export function plainForm(text: string): string {
  return text.toLowerCase().replace(/[\p{P}\s]+/gu, '');
}

export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
