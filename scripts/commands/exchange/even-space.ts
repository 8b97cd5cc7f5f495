import { mapText, plainText, tidy } from '../../units/content.ts';
import type { Inline } from '../../units/unit.ts';

/**
 * A text without the line breaks that a tool's indentation put into it: where the source has none, no translator writes one.
 * White space at its ends goes only where such a break is in it.
 */
export function likeSource(content: readonly Inline[], source: readonly Inline[]): readonly Inline[] {
  const text = plainText(content);
  if (!/[\n\r]/.test(text) || /[\n\r]/.test(plainText(source))) return content;
  const even = mapText(content, (one) => one.replace(/[ \t]*[\n\r]\s*/g, ' '));
  const [startsOpen, endsOpen] = [/^[ \t]*[\n\r]/.test(text), /[\n\r][ \t]*$/.test(text)];
  const last = even.length - 1;
  return tidy(
    even.map((item, index) => {
      if (item.type !== 'text') return item;
      const start = index === 0 && startsOpen ? item.text.trimStart() : item.text;
      return { type: 'text', text: index === last && endsOpen ? start.trimEnd() : start };
    }),
  );
}
