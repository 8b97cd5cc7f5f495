/**
 * Apertium's stream as a row of words. After analysis a word has its surface and readings (`^works/work<n><pl>/work<vblex>…$`),
 * after the dictionary its source and translations, after transfer its lemma with tags alone.
 * https://wiki.apertium.org/wiki/Apertium_stream_format
 */

export interface Word {
  /** What stands between the word before and this one: blanks, codes, marks. */
  readonly before: string;
  /** The surface, the source, or lemma and tags. */
  readonly text: string;
  /** Empty after transfer. */
  readonly readings: readonly string[];
}

export interface Sentence {
  readonly words: readonly Word[];
  /** What stands after the last word. */
  readonly after: string;
}

const WORD = /\^(?<text>(?:[^\\^$/]|\\[^])*)(?<readings>(?:\/(?:[^\\^$/]|\\[^])*)*)\$/gu;
const READING = /\/((?:[^\\/]|\\[^])*)/gu;

/** Reads a stream; `written` gives it back byte for byte. */
export function sentenceOf(stream: string): Sentence {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: whole, index, groups = {} } of stream.matchAll(WORD)) {
    const readings = [...(groups['readings'] ?? '').matchAll(READING)].map(([, reading = '']) => reading);
    words.push({ before: stream.slice(end, index), text: groups['text'] ?? '', readings });
    end = index + whole.length;
  }
  return { words, after: stream.slice(end) };
}

export function written({ words, after }: Sentence): string {
  return words.map(({ before, text, readings }) => `${before}^${[text, ...readings].join('/')}$`).join('') + after;
}
