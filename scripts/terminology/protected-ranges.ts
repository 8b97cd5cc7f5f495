/** Parts of plain text that are no words although they look like some: URLs, e-mail addresses, host and file names. */

const ADDRESS = /^(?:[\p{L}][\p{L}\p{N}+.-]*:\/\/|www\.)/u;
const EDGES = /^[("'<[{\u2018\u201C]+|[)"'>\]},;:.!?\u2019\u201D]+$/gu;

/**
 * Tells which ranges of a text are no running words. Formats make URLs inline codes where the syntax has them; plain
 * strings may still hold some.
 * @returns whether a range, given by its offsets, lies in such a part.
 */
export function protectedRanges(text: string): (start: number, end: number) => boolean {
  const addresses = /:\/\/|www\.|@/u.test(text) ? addressRanges(text) : [];
  return (start, end) => {
    if (addresses.some((range) => start >= range.start && end <= range.end)) return true;
    // `exosome.com`, `serum.md`, `exosome.count`; a sentence that begins without a space has a capital.
    if (text.charAt(end) === '.' && /^\.[\p{Ll}\p{N}]/u.test(text.slice(end, end + 3))) return true;
    // Asked for each term of a text: a slice only where it can matter.
    if (start === 0 || !'.@#$\\'.includes(text.charAt(start - 1))) return false;
    return /[\p{L}\p{N}]\.$|[@#$\\]$/u.test(text.slice(Math.max(0, start - 3), start));
  };
}

function addressRanges(text: string): { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const word = match[0].replace(EDGES, '');
    const at = word.indexOf('@');
    if (ADDRESS.test(word) || (at > 0 && word.indexOf('.', at) > at)) {
      ranges.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return ranges;
}
