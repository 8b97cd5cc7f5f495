/** The words of a unit as one string, so that rules about words need not know inline codes. */
import type { Inline, InlineText } from '../../units/unit.ts';

/** Stands in running text for a code without words; is no letter, digit or white space. */
export const CODE_MARK = '\uFFFC';

export interface RunningText {
  /** Text of the content with pairs dissolved; a hard break is a line break, other standing codes are `CODE_MARK`. */
  readonly text: string;
  /** Where each text of the content begins in `text`, in order. */
  readonly pieces: readonly { readonly node: InlineText; readonly start: number }[];
  /** Texts inside markup (alt text, titles), in order: the words there are read apart from the running text. */
  readonly markup: readonly string[];
}

/** The `text` of `runningText` alone, which is most of what is asked for. */
export function shownWords(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'pair') text += shownWords(node.children);
    else text += node.kind === 'break' ? '\n' : CODE_MARK;
  }
  return text;
}

/**
 * Reads content as words.
 * @param content a unit's or a segment's content.
 */
export function runningText(content: readonly Inline[]): RunningText {
  const pieces: { node: InlineText; start: number }[] = [];
  const markup: string[] = [];
  let text = '';
  const read = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        pieces.push({ node, start: text.length });
        text += node.text;
        continue;
      }
      const before = node.type === 'pair' ? node.open : node.markup;
      const after = node.type === 'pair' ? node.close : [];
      for (const part of before) if (typeof part !== 'string') markup.push(part.text);
      if (node.type === 'pair') read(node.children);
      else text += node.kind === 'break' ? '\n' : CODE_MARK;
      for (const part of after) if (typeof part !== 'string') markup.push(part.text);
    }
  };
  read(content);
  return { text, pieces, markup };
}
