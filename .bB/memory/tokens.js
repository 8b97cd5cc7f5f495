/**
 * What the score counts: the tokens of a source text in its canonical form (NFC, white space collapsed, inline codes
 * between the control characters 1 to 4). The rules are written down here and depend on no dictionary or locale:
 * - a word is a run of letters, combining marks and digits with at least one letter; an apostrophe between two of them is
 *   inside the word ("don't", "5th"), a hyphen is not ("well-known" is three tokens);
 * - in scripts written without spaces, and beyond the basic plane, every letter is a word;
 * - a number is a run of digits with single points or commas inside ("1,000.50");
 * - an inline code is one token where it opens and, if it is a pair, one where it closes;
 * - every other character but white space is a token of its own.
 */
import { roomFor } from './growing-array.js';
export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;
export const CODE = 4;
const UNKNOWN = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
/** A character that is a word by itself. */
const IDEOGRAPH = 4;
const OTHER = 5;
const APOSTROPHE = 6;
const SEPARATOR = 7;
const CODE_START = 8;
/** First half of a character beyond the basic plane. */
const SURROGATE = 9;
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;
const space = /\s/u;
/** Classes of the basic plane, filled in when a character is first met. */
const classes = new Uint8Array(0x10000);
function classOf(unit) {
    const known = classes[unit] ?? UNKNOWN;
    if (known !== UNKNOWN)
        return known;
    return (classes[unit] = classify(String.fromCharCode(unit)));
}
function classify(character) {
    if (character === "'" || character === '\u2019')
        return APOSTROPHE;
    if (character === '.' || character === ',')
        return SEPARATOR;
    if (character === '\u0001' || character === '\u0004')
        return CODE_START;
    if (character >= '\ud800' && character <= '\udbff')
        return SURROGATE;
    if (character === '\u0002' || character === '\u0003' || space.test(character))
        return SPACE;
    if (digit.test(character))
        return DIGIT;
    if (unspaced.test(character))
        return IDEOGRAPH;
    return letter.test(character) ? LETTER : OTHER;
}
/** The tokens of one text; kept and filled again, because an index of 100,000 texts has millions of them. */
export class TokenReader {
    /** How many tokens the last text has. */
    count = 0;
    /** `WORD`, `NUMBER`, `MARK` or `CODE`. */
    kinds = new Uint8Array(64);
    /** Token `n` is `text.slice(starts[n], ends[n])`. */
    starts = new Int32Array(64);
    ends = new Int32Array(64);
    /** `hashOf` of each token. */
    hashes = new Int32Array(64);
    hash = 0;
    /** Finds the tokens of a text, in order. */
    read(text) {
        const length = text.length;
        let count = 0;
        let at = 0;
        while (at < length) {
            const start = at;
            const kind = classOf(text.charCodeAt(at++));
            if (kind === SPACE)
                continue;
            let token = MARK;
            if (kind === LETTER) {
                token = WORD;
                at = this.hashWord(text, start);
            }
            else if (kind === DIGIT) {
                const digits = digitsEnd(text, at);
                at = wordEnd(text, at);
                token = at > digits ? WORD : NUMBER;
                if (token === NUMBER)
                    at = numberEnd(text, at);
            }
            else if (kind === CODE_START) {
                token = CODE;
                at = codeEnd(text, at);
            }
            else if (kind === SURROGATE && at < length) {
                token = letter.test(text.slice(start, ++at)) ? WORD : MARK;
            }
            else if (kind === IDEOGRAPH)
                token = WORD;
            if (count === this.kinds.length)
                this.grow();
            this.kinds[count] = token;
            this.starts[count] = start;
            this.hashes[count] = kind === LETTER ? this.hash : hashOf(text, start, at);
            this.ends[count++] = at;
        }
        this.count = count;
    }
    /** `wordEnd` and `hashOf` in one go: nearly all characters stand in words. */
    hashWord(text, start) {
        let hash = HASH_START;
        let at = start;
        for (; at < text.length; at++) {
            const unit = text.charCodeAt(at);
            const kind = classOf(unit);
            if (kind !== LETTER && kind !== DIGIT && (kind !== APOSTROPHE || wordEnd(text, at) === at))
                break;
            hash = Math.imul(hash ^ unit, HASH_FACTOR);
        }
        this.hash = hash ^ (hash >>> 15);
        return at;
    }
    grow() {
        const length = 2 * this.kinds.length;
        this.hashes = roomFor(this.hashes, length);
        this.kinds = roomFor(this.kinds, length);
        this.starts = roomFor(this.starts, length);
        this.ends = roomFor(this.ends, length);
    }
}
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
/** FNV-1a over UTF-16 units, its high bits folded in because tables use the low ones. */
export function hashOf(text, start, end) {
    let hash = HASH_START;
    for (let at = start; at < end; at++)
        hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
    return hash ^ (hash >>> 15);
}
/** Calls `visit` with the kind and place of each token of a text, in order. */
export function eachToken(text, visit) {
    const reader = new TokenReader();
    reader.read(text);
    for (let token = 0; token < reader.count; token++) {
        visit(reader.kinds[token] ?? 0, reader.starts[token] ?? 0, reader.ends[token] ?? 0);
    }
}
function wordEnd(text, from) {
    let at = from;
    for (; at < text.length; at++) {
        const kind = classOf(text.charCodeAt(at));
        if (kind === LETTER || kind === DIGIT)
            continue;
        if (kind !== APOSTROPHE || at + 1 >= text.length)
            break;
        const next = classOf(text.charCodeAt(at + 1));
        if (next !== LETTER && next !== DIGIT)
            break;
    }
    return at;
}
function numberEnd(text, from) {
    let at = from;
    for (; at < text.length; at++) {
        const kind = classOf(text.charCodeAt(at));
        if (kind === DIGIT)
            continue;
        if (kind !== SEPARATOR || at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) !== DIGIT)
            break;
    }
    return at;
}
function digitsEnd(text, from) {
    let at = from;
    while (at < text.length && classOf(text.charCodeAt(at)) === DIGIT)
        at++;
    return at;
}
/** A code's token is its opening control character and its signature. */
function codeEnd(text, from) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) > 4)
        at++;
    return at;
}
