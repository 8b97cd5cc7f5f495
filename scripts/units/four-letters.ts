import { hash } from 'node:crypto';

// Without l, o, 0 and 1, which are easily taken for each other.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * Four letters that stand for a text in a key (`p-7kqd`).
 * @param attempt 0 at first; counted up as long as the letters are taken
 */
export function fourLetters(text: string, attempt: number): string {
  const digest = hash('sha256', `${attempt}\n${text.normalize('NFC')}`, 'buffer');
  return Array.from(digest.subarray(0, 4), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
