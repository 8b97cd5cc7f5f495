import type { Code, Construct, Effects, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types';
import type { FoundMark } from './block-mark.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    markContainer: 'markContainer';
    markIndent: 'markIndent';
    markLine: 'markLine';
    markSource: 'markSource';
    markTitle: 'markTitle';
  }

  interface ContainerState {
    /** How far the lines inside are indented. */
    markIndent?: number;
  }
}

/** The lines of a parser's text that look like marks, and the fences of directives that are open. */
interface Marks {
  readonly lines: ReadonlyMap<number, FoundMark>;
  readonly fences: { readonly sign: string; readonly size: number }[];
  /** The fences that were told already: a line may be tried more than once. */
  readonly told: Set<number>;
}

const known = new WeakMap<ParseContext, Marks>();

/** Tells what may be marks in a text, before it is parsed. Whether a line is one, the parser decides. */
export function prepareMarks(parser: ParseContext, marks: readonly FoundMark[]): void {
  const lines = new Map(marks.map((mark) => [mark.start, mark]));
  known.set(parser, { lines, fences: [], told: new Set() });
}

function markHere(context: TokenizeContext): FoundMark | undefined {
  return known.get(context.parser)?.lines.get(context.now().offset);
}

/** A line of its own: the mark before a title, the title, the mark behind it; or data over several lines. */
const line: Construct = {
  name: 'markLine',
  concrete: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      const mark = markHere(this);
      if (mark === undefined || mark.indent !== undefined || mark.fence !== undefined) return nok(code);
      if (mark.isTags === true && isInTable(this)) return nok(code);
      return consumeMark(this, mark, effects, ok)(code);
    };
  },
};

/** The fence of a directive whose inside is Markdown, as MyST has them: its beginning, and its end if one is open. */
const fence: Construct = {
  name: 'markFence',
  tokenize(effects, ok, nok) {
    return (code) => {
      const mark = markHere(this);
      const marks = known.get(this.parser);
      if (mark?.fence === undefined || marks === undefined) return nok(code);
      const { sign, size, opens } = mark.fence;
      if (!marks.told.has(mark.start)) {
        const top = marks.fences.at(-1);
        if (opens) marks.fences.push({ sign, size });
        else if (top === undefined || top.sign !== sign || top.size > size) return nok(code);
        else marks.fences.pop();
        marks.told.add(mark.start);
      }
      return consumeMark(this, mark, effects, ok)(code);
    };
  },
};

/** A mark whose text is indented below it, empty lines and all: Python-Markdown's admonitions and tabs, definitions. */
const container: Construct = {
  name: 'markContainer',
  tokenize(effects, ok, nok) {
    return (code) => {
      const mark = markHere(this);
      if (mark?.indent === undefined || this.containerState === undefined) return nok(code);
      this.containerState.markIndent = mark.indent;
      effects.enter('markContainer', { _container: true });
      return consumeMark(this, mark, effects, ok)(code);
    };
  },
  continuation: {
    tokenize(effects, ok, nok) {
      const indent = this.containerState?.markIndent ?? 0;
      let size = 0;
      const next: State = (code) => {
        if (size < indent && (code === -2 || code === -1 || code === 32)) {
          if (size === 0) effects.enter('markIndent');
          size++;
          effects.consume(code);
          return next;
        }
        if (size > 0) effects.exit('markIndent');
        return size === indent || code === null || isLineEnd(code) ? ok(code) : nok(code);
      };
      return next;
    },
  },
  exit(effects) {
    effects.exit('markContainer');
  },
};

/** Consumes a mark with its title, which is text, and the white space behind it. */
function consumeMark(context: TokenizeContext, mark: FoundMark, effects: Effects, ok: State): State {
  const isTitle = (): boolean => {
    const { offset } = context.now();
    return offset >= mark.titleStart && offset < mark.titleEnd;
  };
  /** Inside a character that takes several columns the offset stands still. */
  const isBehind = (code: Code): boolean => context.now().offset >= mark.end && code !== -1;
  const begin: State = (code) => {
    effects.enter('markLine');
    return piece(code);
  };
  const piece: State = (code) => {
    if (code === null || (isBehind(code) && mark.titleEnd <= mark.end)) return leave(code);
    if (isLineEnd(code)) return effects.attempt(nextLine, piece, leave)(code);
    if (!isTitle() || code === -1) {
      effects.enter('markSource');
      return source(code);
    }
    effects.enter('markTitle');
    effects.enter('chunkText', { contentType: 'text' });
    return title(code);
  };
  const source: State = (code) => {
    if (code === null || isLineEnd(code) || isBehind(code) || (isTitle() && code !== -1)) {
      effects.exit('markSource');
      return piece(code);
    }
    effects.consume(code);
    return source;
  };
  const title: State = (code) => {
    if (code === null || isLineEnd(code) || !isTitle()) {
      effects.exit('chunkText');
      effects.exit('markTitle');
      return piece(code);
    }
    effects.consume(code);
    return title;
  };
  const leave: State = (code) => {
    effects.exit('markLine');
    return mark.indent !== undefined && mark.titleStart === mark.titleEnd && mark.end > mark.start && !isLineEnd(code)
      ? ok(code)
      : trailing(code);
  };
  const trailing: State = (code) => {
    if (code !== -2 && code !== -1 && code !== 32) return ok(code);
    effects.enter('whitespace');
    return space(code);
  };
  const space: State = (code) => {
    if (code === -2 || code === -1 || code === 32) {
      effects.consume(code);
      return space;
    }
    effects.exit('whitespace');
    return ok(code);
  };
  return begin;
}

/** The end of a line inside a mark, if the next line is in the same containers. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (this.parser.lazy[this.now().line] === true ? nok(next) : ok(next));
    };
  },
};

function isLineEnd(code: Code): boolean {
  return code === -5 || code === -4 || code === -3;
}

/** Whether the line before is a row. */
function isInTable({ events }: TokenizeContext): boolean {
  const before = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')?.[1].type;
  return before === 'tableHead' || before === 'tableRow';
}

/** The same for a term of a glossary, whatever it begins with. */
function ofTerms(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return (code) =>
        markHere(this)?.isTerm === true ? construct.tokenize.call(this, effects, ok, nok)(code) : nok(code);
    },
  };
}

function startingWith(construct: Construct, signs: string): Record<number, Construct> {
  return Object.fromEntries([...signs].map((sign) => [sign.charCodeAt(0), construct]));
}

/** The signs that marks begin with; what they are is told before. */
export const markSyntax: Extension = {
  document: startingWith(container, '!?=:~(#'),
  flow: { ...startingWith(line, ':{[*/-<(%@+^#;!i.\\T|'), ...startingWith(fence, '`~') },
};

/** What a text needs beside them that has a glossary: its terms may begin with any sign. */
export const termSyntax: Extension = {
  document: { null: [ofTerms(container)] },
  flow: { null: [ofTerms(line)] },
};
