import { hash } from 'node:crypto';
/** Fingerprint of a file's bytes; line ends do not count, so that a CRLF checkout changes nothing. */
export function fileHash(content) {
    const carriageReturn = typeof content === 'string' ? content.includes('\r') : content.includes(13);
    const plain = carriageReturn ? content.toString('utf8').replaceAll('\r\n', '\n') : content;
    return hash('sha1', plain, 'base64url').slice(0, 12);
}
