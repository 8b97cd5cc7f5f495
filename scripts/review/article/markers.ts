/** Marks around the values of an article, so that each is found again in what it is rendered to. */

/**
 * Characters of private use, then one that Markdown takes for punctuation: emphasis that begins or ends a value is still read
 * as emphasis.
 */
const START = '\ue0f0';
const END = '\ue0f1';
const EDGE = '\u2e28';
const CLOSE = '\u2e29';

/** @param index of the unit. */
export function marked(value: string, index: number): string {
  return `${START}${index}${EDGE}${value}${CLOSE}${END}`;
}

export const OPENING = new RegExp(`${START}(\\d+)${EDGE}`);
export const CLOSING = `${CLOSE}${END}`;

/** A text without any mark. */
export function unmarked(text: string): string {
  return text.replaceAll(CLOSING, '').replace(new RegExp(OPENING.source, 'g'), '');
}
