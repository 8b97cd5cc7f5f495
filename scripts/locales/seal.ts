/**
 * The seal of a record: what lets a run with nothing to do skip parsing (DESIGN, Words).
 *
 * It is a fingerprint of all files that belong together, cut into shares that stand on the lines of the record and add up
 * by exclusive or. A run that changes a unit puts what is missing on that unit's line, which changes anyway, so that no
 * line changes with every change and two branches that touch different units merge by git alone. After such a merge the
 * shares add up to something else, which means "parse". Where no unit's line changed, the share stands on a line of its own.
 */
import { hash } from 'node:crypto';

/** What a seal says; each part is base64url, and its own sum. */
export interface Seal {
  /** Of all files: source, bundles, article, record, and of the settings that say how they are read. */
  readonly files: string;
  /** Of what the targets were judged by: checks and terms, and the engines where a unit waits for others. */
  readonly judged: string;
  /** Of the rendered article alone. */
  readonly article: string;
  /** Of the structure of the article, and of the keys in their order. */
  readonly outline: string;
}

/** Characters: 72 bits for what decides whether a text is the same, 48 for what only says what must be judged or read. */
const FILES = 12;
const JUDGED = 8;
const ARTICLE = 12;
const OUTLINE = 8;
const LENGTH = FILES + JUDGED + ARTICLE + OUTLINE;

const SHARE = /"seal":"([\w-]{40})"/g;

/** A share on a line of its own, with the number and the empty line that belong to it. */
const LOOSE = /\d+,\n\{"seal":"[\w-]{40}"\},\n\n/g;

const ON_A_LINE = /,"seal":"[\w-]{40}"\}/g;

const MARK = '"seal":"';

/** The fingerprint of things that belong together, in their order. @param part of the seal that it is for. */
export function fingerprint(part: keyof Seal, things: readonly string[]): string {
  const length = part === 'files' || part === 'article' ? FILES : JUDGED;
  return hash('sha256', things.join('\n'), 'base64url').slice(0, length);
}

/** A seal as one share. @param seal parts as `fingerprint` makes them. */
export function shareOf({ files, judged, article, outline }: Seal): string {
  return `${files}${judged}${article}${outline}`;
}

/** Two shares added; undefined counts as nothing. @returns undefined where they cancel each other. */
export function addShares(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one === other) return undefined;
  const bytes = Buffer.from(one, 'base64url');
  for (const [index, byte] of Buffer.from(other, 'base64url').entries()) bytes[index] = (bytes[index] ?? 0) ^ byte;
  return bytes.toString('base64url');
}

/** What the shares in a record's text add up to; undefined where there are none. */
export function sealOf(text: string): Seal | undefined {
  let sum: string | undefined;
  for (const [, share] of text.matchAll(SHARE)) sum = addShares(sum, share);
  return sum === undefined ? undefined : sealFrom(sum);
}

export function sealFrom(sum: string): Seal {
  return {
    files: sum.slice(0, FILES),
    judged: sum.slice(FILES, FILES + JUDGED),
    article: sum.slice(FILES + JUDGED, FILES + JUDGED + ARTICLE),
    outline: sum.slice(FILES + JUDGED + ARTICLE),
  };
}

/** A record's text without its shares: part of what the seal is the fingerprint of. */
export function withoutSeal(text: string): string {
  return text.includes('"seal":') ? text.replace(LOOSE, '').replace(ON_A_LINE, '}') : text;
}

/**
 * A record as what its shares add up to, and all the rest. Most have one share, of the run that wrote them: such a record is
 * not taken apart as text, for a run with nothing to do spends its time here.
 * @param bytes of the record; the share is taken out of them.
 * @param text the same, with line feeds alone.
 */
export function splitSeal(bytes: Buffer, text: string): { readonly seal: Seal | undefined; readonly body: Buffer } {
  const at = text.indexOf(MARK);
  const end = at + MARK.length + LENGTH + 1;
  // A character a byte: places in the one are places in the other.
  const isOnly = at > 0 && text.length === bytes.length && text.indexOf(MARK, end) < 0;
  const share = isOnly ? text.slice(at - 1, end + 1) : '';
  if (/^,"seal":"[\w-]{40}"\}$/.test(share)) {
    const body = bytes.copyWithin(at - 1, end).subarray(0, bytes.length - (end - at + 1));
    return { seal: sealFrom(share.slice(MARK.length + 1, -2)), body };
  }
  return { seal: sealOf(text), body: Buffer.from(withoutSeal(text)) };
}
