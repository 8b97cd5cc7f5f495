/**
 * Words between white space. Which characters are white space is what Python's `str.split` says, so that counts are
 * sacreBLEU's: no-break spaces are, the byte order mark is not, and the information separators (U+001C to U+001F) are.
 */
const WHITE_SPACE = /[\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const AT_THE_END = new RegExp(`${WHITE_SPACE.source}$`);

export function splitAtSpaces(text: string): string[] {
  return text.split(WHITE_SPACE).filter((word) => word !== '');
}

export function withoutSpacesAtTheEnd(text: string): string {
  return text.replace(AT_THE_END, '');
}
