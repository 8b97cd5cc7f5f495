/** What no reader sees as words: comments, programs, code, declarations, tags, character references. */
const NO_WORDS =
  /<!--[^]*?(?:-->|$)|<(script|style|pre|code|kbd|samp|var|textarea|svg|math|template)\b[^]*?(?:<\/\1\s{0,9}>|$)|<[?!][^<>]*>|<\/?[A-Za-z](?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500}>|&#?\w{1,32};|\{\{[^{}]{0,2000}\}\}|\{%[^%]{0,2000}%\}/gi;

/** Whether a block of raw HTML has words that a reader sees. */
export function hasWords(html: string): boolean {
  return /\p{L}/u.test(html) && /\p{L}/u.test(html.replace(NO_WORDS, ' '));
}
