/** Signs that come in pairs: what is opened is closed. */

/**
 * The first sign that has no partner, or undefined: closing ones count as they come, whatever stands between.
 * @param signs matches openers and closers, with the flag `g`
 */
export function unpaired(
  text: string,
  signs: RegExp,
  openers: string,
  closers: string,
): { sign: string; at: number } | undefined {
  const open: { kind: number; at: number; sign: string }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(signs)) {
    const opener = openers.indexOf(sign);
    if (opener >= 0) {
      open.push({ kind: opener, at, sign });
      continue;
    }
    const match = open.findLastIndex(({ kind }) => kind === closers.indexOf(sign));
    if (match < 0) return { sign, at };
    open.splice(match, 1);
  }
  return open[0];
}
