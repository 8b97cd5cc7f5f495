import { hash } from 'node:crypto';
/** The first 8 base64url characters (48 bits) of the SHA-256 of a text in NFC: what review records keep of a value. */
export function shortHash(text) {
    return hash('sha256', text.normalize('NFC'), 'base64url').slice(0, 8);
}
// Without l, o, 0 and 1, which are easily taken for each other.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
/**
 * Four letters that stand for a text in a key (`p-7kqd`).
 * @param attempt 0 at first; counted up as long as the letters are taken
 */
export function fourLetters(text, attempt) {
    const digest = hash('sha256', `${attempt}\n${text.normalize('NFC')}`, 'buffer');
    return Array.from(digest.subarray(0, 4), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
