/** An HTML tag in which a template tag stands outside of quotes: `<li{% if x %} class="a"{% endif %}>`. */
const TAG =
  /<(?=[A-Za-z])(?:[^<>"'`\n]|"[^"\n]{0,1000}"|'[^'\n]{0,1000}'){0,200}\{\uFDD0(?:[^<>"'`\n]|"[^"\n]{0,1000}"|'[^'\n]{0,1000}'){0,500}>/g;
const PIECE = /"[^"]*"|'[^']*'|\{\uFDD0+\}/g;

/** The size of a picture, as markdown-it-imsize and Azure DevOps have it: `![alt](a.png =100x20)`. */
const SIZE = /(\]\([^()\s]{1,300}(?:[ \t]+"[^"\n]{0,300}")?)([ \t]+=\d{0,5}%?x\d{0,5}%?)(?=[ \t]*\))/g;

/** Whether a text may have such a picture. */
export function maySetSize(text: string): boolean {
  return text.includes('=') && /[ \t]=\d{0,5}%?x\d{0,5}%?[ \t]*\)/.test(text);
}

/** The text with such sizes hidden as space. Offsets do not change. */
export function withSizes(masked: string): string {
  if (!maySetSize(masked)) return masked;
  return masked.replace(SIZE, (_, before: string, size: string) => before + ' '.repeat(size.length));
}

/**
 * The text with such template tags hidden in another way, so that the tag is one for Markdown, too: as space, or as a part of
 * the name or value that they stand in. Offsets do not change.
 */
export function withTagsInTags(masked: string): string {
  if (!/<[A-Za-z][^<>\n]*\{\uFDD0/.test(masked)) return masked;
  return masked.replace(TAG, (tag) =>
    tag.replace(PIECE, (piece, at: number) => {
      if (!piece.startsWith('{')) return piece;
      const isPart = /[=\w-]/.test(tag.charAt(at - 1)) && !/^<[\w-]+$/.test(tag.slice(0, at));
      return (isPart ? '_' : ' ').repeat(piece.length);
    }),
  );
}
