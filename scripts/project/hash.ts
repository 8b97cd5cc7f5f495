/** Hashes that decide whether a text is the same. */
import { hash } from 'node:crypto';

/**
 * The first 16 base64url characters (96 bits) of a SHA-256: so many that nobody can look for two texts with one hash, and
 * few enough for a line of a record.
 */
const LENGTH = 16;

/** What records of the first version held: 48 bits, of which two texts with one hash are found in seconds. */
const FORMER_LENGTH = 8;

/** The hash of a text in NFC: what review records keep of a value. */
export function shortHash(text: string): string {
  return exactHash(text.normalize('NFC'));
}

/** The same of a text as it is spelled. */
export function exactHash(text: string | Uint8Array): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

/** Whether a hash is one of those that the first version recorded. */
export function isFormerHash(recorded: string): boolean {
  return recorded.length === FORMER_LENGTH;
}

/** What the first version recorded of a text with this hash. */
export function formerHash(hash: string): string {
  return hash.slice(0, FORMER_LENGTH);
}

/** Whether a recorded hash is this one; a shorter one, of the first version, is where it begins like it. */
export function isSameHash(recorded: string | undefined, hash: string | undefined): boolean {
  if (recorded === undefined || hash === undefined || !isFormerHash(recorded)) return recorded === hash;
  return recorded === formerHash(hash);
}
