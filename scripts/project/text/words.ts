/**
 * What a word is, for every rule that looks for words:
 * - Unicode letters, marks, digits, `_` and the Catalan middle dot make words; apostrophes and hyphens end them
 *   (`l'exosoma`, `exosome-based`);
 * - in scripts that do not set words apart (Han, kana, Thai, Lao, Khmer, Burmese) or glue particles to them (Hangul),
 *   every character is a word.
 */

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
}

const SPACE = 1;
const WORD = 2;
const SYMBOL = 3;
const SINGLE = 4;

const SPACE_LIKE = /\s/u;
const WORD_LIKE = /[\p{L}\p{N}\p{M}_\u00B7\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const SINGLE_LIKE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}\u30FC\uFF70]/u;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
export const APOSTROPHE = /^['\u2018\u2019\u02BC\uFF07]$/u;
export const HYPHEN = /^[-\u2010\u2011]$/u;

const classes = new Uint8Array(0x10000);

function classOf(codePoint: number): number {
  const known = codePoint < 0x10000 ? classes[codePoint] : 0;
  if (known !== undefined && known !== 0) return known;
  const character = String.fromCodePoint(codePoint);
  let found = SYMBOL;
  if (SINGLE_LIKE.test(character)) found = SINGLE;
  else if (APOSTROPHE.test(character)) found = SYMBOL;
  else if (WORD_LIKE.test(character)) found = WORD;
  else if (SPACE_LIKE.test(character)) found = SPACE;
  if (codePoint < 0x10000) classes[codePoint] = found;
  return found;
}

/** Reads a text word by word and symbol by symbol, without keeping what is behind it. */
export class WordCursor {
  start = 0;
  end = 0;
  /** False for a symbol. */
  word = false;
  readonly #text: string;

  constructor(text: string, from = 0) {
    this.#text = text;
    this.end = from;
  }

  /** Moves to the next word or symbol behind the present one; false at the end of the text. */
  next(): boolean {
    const text = this.#text;
    let at = this.end;
    let kind = SPACE;
    while (at < text.length && kind === SPACE) {
      this.start = at;
      const codePoint = text.codePointAt(at) ?? 0;
      at += codePoint > 0xffff ? 2 : 1;
      kind = classOf(codePoint);
    }
    if (kind === SPACE) return false;
    while (kind === WORD && at < text.length) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (classOf(codePoint) !== WORD) break;
      at += codePoint > 0xffff ? 2 : 1;
    }
    this.end = at;
    this.word = kind !== SYMBOL;
    return true;
  }
}

/** Splits a text into words and single symbols; white space is the gap between them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const cursor = new WordCursor(text);
  while (cursor.next()) tokens.push({ start: cursor.start, end: cursor.end, word: cursor.word });
  return tokens;
}

/** Latin letters whose lower case is not their case folding, and the soft hyphen: ß, İ, ŉ, ſ, ǰ. */
const SPECIAL: ReadonlySet<number> = new Set([0xad, 0xdf, 0x130, 0x149, 0x17f, 0x1f0]);

/** Case folding over NFC: what two spellings of one word have in common. */
export function foldCase(word: string): string {
  let isPlain = true;
  for (let i = 0; i < word.length && isPlain; i++) {
    const code = word.charCodeAt(i);
    isPlain = code < 0x250 && !SPECIAL.has(code);
  }
  if (isPlain) return word.toLowerCase();
  const visible = word.normalize('NFC').replace(INVISIBLE, '');
  return visible.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** A spelling without differences that a reader does not see: NFC, one space for white space and hyphens, one apostrophe. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u02BC\uFF07]/gu, "'")
    .replace(/[\s\u2010\u2011-]+/gu, ' ');
}
