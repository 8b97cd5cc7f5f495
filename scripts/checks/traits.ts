/** What kinds of characters a text has: one look at each character, so that a rule costs nothing where it cannot apply. */

export const DIGIT = 1;
export const QUOTE = 2;
export const BRACKET = 4;
/** White space other than a single space between two other characters; zero-width characters; what is no character. */
export const ODD_SPACE = 8;
/** Characters that steer the direction of writing. */
export const BIDI = 16;
/** `. ! ? …` and their like in other scripts. */
export const STOP = 32;
export const QUESTION = 64;
/** `; : ! ?`, as French spaces them. */
export const HIGH_MARK = 128;
export const LATIN = 256;
/** Letters of any other script. */
export const OTHER_LETTER = 512;
/** Han, kana, Hangul and the punctuation that goes with them. */
export const CJK = 1024;
export const CAPITAL = 2048;
/** An inline code (`\uFFFC`). */
export const CODE = 4096;
export const SPACE = 8192;
/** `://`, `www.` or `@` may be there. */
export const ADDRESS = 16384;
/** A word begins with the letter of the one before it and is no shorter: it may be the same. */
export const ALIKE = 65536;

const FLAGS = new Uint16Array(0x10000);
const UNKNOWN = 32768;
FLAGS.fill(UNKNOWN);

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{Nd}/u, DIGIT],
  [/["'“”„‟«»‹›‘’‚‛「」『』＂]/u, QUOTE],
  [/[()[\]{}（）［］｛｝【】〔〕]/u, BRACKET],
  [
    /[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff\u00ad]/u,
    ODD_SPACE,
  ],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, BIDI],
  [/[.!?…。．！？؟۔।॥։።჻‼⁇⁈⁉]/u, STOP],
  [/[?？؟\u037e]/u, QUESTION],
  [/[;:!?]/u, HIGH_MARK],
  [/\p{sc=Latin}/u, LATIN],
  [/(?!\p{sc=Latin})\p{L}/u, OTHER_LETTER],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef]/u, CJK],
  [/\p{Lu}/u, CAPITAL],
  [/\ufffc/u, CODE],
  [/ /u, SPACE],
  [/[@:]/u, ADDRESS],
];

function classify(code: number): number {
  const character = String.fromCharCode(code);
  let flags = 0;
  // Halves of pairs: emoji, rare letters; whoever needs them looks for them.
  if (code >= 0xd800 && code < 0xe000) flags = OTHER_LETTER;
  else for (const [pattern, flag] of CLASSES) if (pattern.test(character)) flags |= flag;
  FLAGS[code] = flags;
  return flags;
}

/** The flags of all characters of a text, joined; `ODD_SPACE` also where two spaces meet or one stands at an end. */
export function traitsOf(text: string): number {
  let all = 0;
  let before = 32;
  let start = 0;
  let [letter, length] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const known = FLAGS[code] ?? 0;
    all |= known === UNKNOWN ? classify(code) : known;
    if (code === 32 || code === 10 || code === 160) {
      if (code === 32 && before === 32) all |= ODD_SPACE;
      if (at > start) {
        const first = text.charCodeAt(start) | 32;
        if (first === letter && at - start >= length) all |= ALIKE;
        letter = first;
        length = at - start;
      }
      start = at + 1;
    }
    before = code;
  }
  // The last may have a mark behind it.
  if (start < text.length && (text.charCodeAt(start) | 32) === letter && text.length - start >= length) all |= ALIKE;
  return before === 32 && text !== '' ? all | ODD_SPACE : all;
}
