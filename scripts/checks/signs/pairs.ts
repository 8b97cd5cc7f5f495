/** Signs that come in pairs: what is opened is closed. */

/** The first sign that has no partner, or undefined: closing ones count as they come, whatever stands between. */
export function unpaired(text: string, openers: string, closers: string): { sign: string; at: number } | undefined {
  const open: { kind: number; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const opener = openers.indexOf(sign);
    if (opener >= 0) {
      open.push({ kind: opener, at });
      continue;
    }
    const closer = closers.indexOf(sign);
    if (closer < 0) continue;
    const match = open.findLastIndex(({ kind }) => kind === closer);
    if (match < 0) return { sign, at };
    open.splice(match, 1);
  }
  const left = open[0];
  return left === undefined ? undefined : { sign: text.charAt(left.at), at: left.at };
}
