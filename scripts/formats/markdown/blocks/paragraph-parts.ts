import type { PhrasingContent } from 'mdast';
import { splitAtMarks } from '../marks/mark-lines.ts';
import type { MaskedText, Span } from '../marks/masks.ts';
import { splitAtTagLines } from '../marks/tag-lines.ts';

/** A stretch of a paragraph: text, the title behind a mark, text that cannot be cut, or what stays as it is. */
export type ParagraphPart =
  | { readonly type: 'text' | 'title' | 'lost'; readonly nodes: readonly PhrasingContent[] }
  | (Span & { readonly type: 'mark' | 'tags' });

/**
 * Cuts a paragraph at the lines that speak to the site builder.
 * @param line a heading or a cell: all of it is one line
 */
export function paragraphParts(
  nodes: readonly PhrasingContent[],
  text: MaskedText,
  line: boolean,
): readonly ParagraphPart[] {
  if (text.masks.length === 0) return [{ type: 'text', nodes }];
  if (line || !text.hasMarks) return splitAtTagLines(nodes, text);
  return splitAtMarks(nodes, text).flatMap((part): readonly ParagraphPart[] =>
    part.type === 'text' ? splitAtTagLines(part.nodes, text) : [part],
  );
}
