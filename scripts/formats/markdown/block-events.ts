import { parse, preprocess } from 'micromark';
import { subtokenize } from 'micromark-util-subtokenize';
import type { Extension } from 'micromark-util-types';

/** Where the blocks of a body begin and end, down to their markers, and nothing of what stands inside their lines. */
export interface BlockEvents {
  /** The kind of each event, by number; equal numbers are equal kinds in all bodies. */
  readonly kinds: Uint16Array;
  readonly offsets: Int32Array;
  /** Whether text in brackets may be a link or a note here. */
  readonly defines: boolean;
}

const numbers = new Map<string, number>();

/** The number of a kind of event: what begins (`enter`) or ends (`exit`) there. */
export function eventKind(side: 'enter' | 'exit', type: string): number {
  let number = numbers.get(type);
  if (number === undefined) numbers.set(type, (number = 2 * numbers.size));
  return side === 'enter' ? number : number + 1;
}

const DEFINITIONS: readonly number[] = ['definition', 'gfmFootnoteDefinition'].map((type) => eventKind('enter', type));

/**
 * Reads blocks alone: micromark's first passes, at a quarter of the cost of a whole parse. Text and strings inside blocks
 * are not looked into.
 */
export function readBlockEvents(text: string, extensions: Extension[]): BlockEvents {
  const events = parse({ extensions })
    .document()
    .write(preprocess()(text, undefined, true));
  do {
    for (const [, token] of events)
      if (token.contentType === 'text' || token.contentType === 'string') delete token.contentType;
  } while (!subtokenize(events));
  const kinds = new Uint16Array(events.length);
  const offsets = new Int32Array(events.length);
  for (const [index, [side, token]] of events.entries()) {
    // A table's cell of several words begins as a chunk and ends as data.
    kinds[index] = eventKind(side, token.type === 'data' ? 'chunkText' : token.type);
    offsets[index] = side === 'enter' ? token.start.offset : token.end.offset;
  }
  return { kinds, offsets, defines: DEFINITIONS.some((kind) => kinds.includes(kind)) };
}
