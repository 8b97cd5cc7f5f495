import { roomFor } from './growing-array.ts';
import { TokenReader, WORD } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/** Token sequences of many texts, one after the other. */
export interface Sequences {
  /** Text `t` has `tokens[starts[t] .. starts[t + 1])`. */
  readonly starts: Int32Array;
  readonly tokens: Int32Array;
}

/** Many texts as numbers, ready for lookups. Texts are numbered as given; places order them by their count of words. */
export interface IndexedTexts {
  readonly vocabulary: Vocabulary;
  /** Lower-case words. */
  readonly words: Sequences;
  readonly all: Sequences;
  /** Place -> text. */
  readonly order: Int32Array;
  /** Count of words -> first place with as many; ends with the number of texts. */
  readonly firstPlaces: Int32Array;
  /** For each word the ascending places of the texts that hold it, once for each time. */
  readonly postings: Sequences;
}

/** Reads texts in canonical form. */
export function indexTexts(texts: readonly string[]): IndexedTexts {
  const vocabulary = new Vocabulary();
  const reader = new TokenReader();
  const words = new SequenceWriter(texts.length);
  const all = new SequenceWriter(texts.length);
  for (const text of texts) {
    reader.read(text);
    for (let token = 0; token < reader.count; token++) {
      const number = vocabulary.addToken(text, reader, token);
      all.push(number);
      if (reader.kinds[token] === WORD) words.push(vocabulary.folded(number));
    }
    all.end();
    words.end();
  }
  const { order, firstPlaces } = orderByLength(words);
  return { vocabulary, words, all, order, firstPlaces, postings: listPlaces(words, order, vocabulary.size) };
}

/** Writes sequences one after the other. */
class SequenceWriter implements Sequences {
  readonly starts: Int32Array;
  tokens = new Int32Array(1 << 12);
  private sequence = 0;
  private length = 0;

  constructor(sequences: number) {
    this.starts = new Int32Array(sequences + 1);
  }

  push(token: number): void {
    if (this.length === this.tokens.length) this.tokens = roomFor(this.tokens, this.length + 1);
    this.tokens[this.length++] = token;
  }

  end(): void {
    this.starts[++this.sequence] = this.length;
  }
}

/** The first place whose text has `count` words or more. */
export function firstPlace({ firstPlaces, order }: IndexedTexts, count: number): number {
  return firstPlaces[Math.max(count, 0)] ?? order.length;
}

/** How often a word is in the texts; 0 for -1, a word that none has. */
export function frequency({ postings }: IndexedTexts, word: number): number {
  return word < 0 ? 0 : (postings.starts[word + 1] ?? 0) - (postings.starts[word] ?? 0);
}

/** Counting sort: linear, and texts of one length stay as given. */
function orderByLength({ starts }: Sequences): { order: Int32Array; firstPlaces: Int32Array } {
  const count = starts.length - 1;
  const length = (text: number) => (starts[text + 1] ?? 0) - (starts[text] ?? 0);
  let longest = 0;
  for (let text = 0; text < count; text++) longest = Math.max(longest, length(text));
  const firstPlaces = new Int32Array(longest + 2);
  for (let text = 0; text < count; text++) increment(firstPlaces, length(text) + 1);
  accumulate(firstPlaces);
  const next = firstPlaces.slice();
  const order = new Int32Array(count);
  for (let text = 0; text < count; text++) order[increment(next, length(text))] = text;
  return { order, firstPlaces };
}

function listPlaces({ starts, tokens }: Sequences, order: Int32Array, vocabulary: number): Sequences {
  const length = starts[order.length] ?? 0;
  const ends = new Int32Array(vocabulary + 1);
  for (let at = 0; at < length; at++) increment(ends, (tokens[at] ?? 0) + 1);
  accumulate(ends);
  const places = new Int32Array(length);
  const next = ends.slice();
  for (let place = 0; place < order.length; place++) {
    const text = order[place] ?? 0;
    const end = starts[text + 1] ?? 0;
    for (let at = starts[text] ?? 0; at < end; at++) places[increment(next, tokens[at] ?? 0)] = place;
  }
  return { starts: ends, tokens: places };
}

/** @returns the value before. */
function increment(counts: Int32Array, index: number): number {
  const value = counts[index] ?? 0;
  counts[index] = value + 1;
  return value;
}

function accumulate(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index++) counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
}
