import { parse, preprocess } from 'micromark';
import { subtokenize } from 'micromark-util-subtokenize';
import type { Event, Extension, ParseContext, Point, Token } from 'micromark-util-types';
import { editQuickly } from './quick-edits.ts';

/** A micromark parser that is used again and again: making one costs as much as parsing a paragraph. */
export interface Parser {
  /**
   * @param prepare tells the parser before it begins what it has to know of the text
   * @returns the events of a whole body
   */
  readonly blocks: (text: string, prepare: (parser: ParseContext) => void) => readonly Event[];
  /**
   * @param defines tells the parser before it begins what the text may refer to
   * @returns the events of the inside of one paragraph
   */
  readonly inline: (text: string, defines: (parser: ParseContext) => void) => readonly Event[];
}

const START: Point = { line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: -1 };

/** What may be markup inside a text, in any part of the grammar; `:` and `.` only where more follows. */
const MARKUP = /[\\`*_[\]<>&!~${}@\0]|:[:/A-Za-z]|www\./i;
const STRING_MARKUP = /[\\&\n\r\0]/;
const HARD_BREAK = / {2}(?:\r\n|[\n\r])$/;

/** @param extensions of the grammar */
export function createParser(extensions: Extension[]): Parser {
  const parser = parse({ extensions });
  joinsData(parser);
  editQuickly();
  const own = new Set(Object.keys(parser));
  /** Forgets the text before; extensions keep what they have found there in fields of their own. */
  const begin = (): void => {
    for (const field of Object.keys(parser)) if (!own.has(field)) Object.assign(parser, { [field]: undefined });
    parser.defined = [];
    parser.lazy = {};
  };
  return {
    blocks(text, prepare) {
      begin();
      prepare(parser);
      const events = parser.document().write(preprocess()(text, undefined, true));
      keepWhole(events);
      // Containers end where their last line does: the first pass sees to that, so there is one at least.
      subtokenize(events);
      return settled(events);
    },
    inline(text, defines) {
      begin();
      defines(parser);
      return settled(parser.text(START).write(preprocess()(text, undefined, true)));
    },
  };
}

/**
 * Joins words that stand side by side as they are read: `<` that begins no tag takes a text apart, and micromark joins
 * afterwards, moving all that follows at each place.
 */
function joinsData(parser: ParseContext): void {
  const { text } = parser;
  parser.text = (from) => {
    const tokenizer = text(from);
    const { events } = tokenizer;
    events.push = (event: Event) => {
      const before = events.at(-2)?.[1];
      if (event[0] !== 'exit' || !isPlain(event[1]) || before === undefined || !isPlain(before)) {
        events[events.length] = event;
        return events.length;
      }
      before.end = event[1].end;
      return (events.length -= 1);
    };
    return tokenizer;
  };
}

function isPlain({ type, contentType }: Token): boolean {
  return type === 'data' && contentType === undefined;
}

/** Reads what is inside the events, down to the last. */
function settled(events: Event[]): readonly Event[] {
  while (keepWhole(events)) subtokenize(events);
  return events;
}

/**
 * Text without markup stays as it is, which is most of it.
 * @returns whether anything is left to be read
 */
function keepWhole(events: Event[]): boolean {
  let isLeft = false;
  // By index: there are thousands of events, looked at several times.
  for (let index = 0; index < events.length; index++) {
    const event = events[index];
    if (event === undefined || event[0] !== 'enter') continue;
    const [, token, source] = event;
    if (token.contentType === undefined) continue;
    if (token.previous === undefined) keepLines(token, source);
    if (token.contentType !== undefined) isLeft = true;
    // A table's cell of several words begins with its first and ends with its last.
    else events[index + 1] = ['exit', token, source];
  }
  return isLeft;
}

/** Lets the tokenizer pass over a row of lines that holds no markup. */
function keepLines(first: Token, source: Event[2]): void {
  const { contentType } = first;
  if (contentType !== 'text' && contentType !== 'string') return;
  if (first._contentTypeTextTrailing === true) return;
  for (let line: Token | undefined = first; line !== undefined; line = line.next) {
    const text = source.sliceSerialize(line);
    if (contentType === 'string' ? STRING_MARKUP.test(text) : MARKUP.test(text)) return;
    if (line.next !== undefined && HARD_BREAK.test(text)) return;
  }
  for (let line: Token | undefined = first; line !== undefined; line = line.next) line.contentType = undefined;
}
