import { exactHash } from '../project/hash.ts';

/** Fingerprint of a file's bytes; line ends do not count, so that a CRLF checkout changes nothing. */
export function fileHash(content: Buffer | string): string {
  const carriageReturn = typeof content === 'string' ? content.includes('\r') : content.includes(13);
  return exactHash(carriageReturn ? content.toString('utf8').replaceAll('\r\n', '\n') : content);
}
