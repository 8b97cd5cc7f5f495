import { SourceError } from '../../project/errors.ts';

/**
 * Refuses a text with a NUL byte: it is UTF-16 or no text at all, and parsers would drop or replace it.
 * @param what the file should be, for the message
 * @throws SourceError with the line
 */
export function refuseNul(text: string, what: string): void {
  const at = text.indexOf('\0');
  if (at === -1) return;
  throw new SourceError(`The file holds a NUL byte: it is not ${what}.`, {
    place: { line: text.slice(0, at).split('\n').length },
    remedy: 'Save it as UTF-8.',
  });
}
