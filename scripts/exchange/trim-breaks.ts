import type { Inline } from '../units/unit.ts';

/**
 * A sentence without the white space at its ends that has a line break in it: a tool's indentation, as white space between
 * sentences stands between them.
 * @param ends which of the ends stand beside another sentence.
 */
export function trimBreaks(
  content: readonly Inline[],
  ends: { readonly start: boolean; readonly end: boolean },
): readonly Inline[] {
  const last = content.length - 1;
  return content.flatMap((item, index): Inline[] => {
    if (item.type !== 'text') return [item];
    let { text } = item;
    if (index === 0 && ends.start) text = text.replace(/^[ \t]*[\r\n]\s*/, '');
    if (index === last && ends.end) text = text.replace(/\s*[\r\n][ \t]*$/, '');
    return text === '' ? [] : [{ type: 'text', text }];
  });
}
