/** A mark at the beginning of a line, as it speaks to the site builder: `::: tip`, `[!NOTE]`, `!!! note`, `{: .class}`. */
export interface BlockMark {
  /** How much of the line it takes. */
  readonly head: number;
  /** How much of the line's end belongs to it too: the quote behind a title. What is between is text. */
  readonly tail: number;
  /** The lines that belong to it are indented as far. */
  readonly indent?: number;
  /** A line of template tags: in a table it is a row. */
  readonly isTags?: true;
  /** The beginning or end of a fence whose inside is Markdown. */
  readonly fence?: { readonly sign: string; readonly size: number; readonly opens: boolean };
}

/** Where a line stands, as far as it counts for marks. */
export interface MarkPlace {
  /** Whether it stands in a quote. */
  readonly quoted: boolean;
  /** Whether options of a directive may stand here. */
  readonly options?: boolean;
  /** Whether a table stands before or behind it. */
  readonly caption?: boolean;
}

/** What may be a mark, by its place in the text; whether it is one, the parser decides. */
export interface FoundMark {
  readonly start: number;
  /** The title stands between these; equal where there is none. */
  readonly titleStart: number;
  readonly titleEnd: number;
  /** Behind the last line that belongs to it. */
  readonly end: number;
  readonly indent?: number;
  readonly isTags?: true;
  readonly fence?: NonNullable<BlockMark['fence']>;
  /** A term of a glossary: its whole line is text, and may begin with anything. */
  readonly isTerm?: true;
}
