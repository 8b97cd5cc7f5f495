/** What a language's table says of full stops that do not end a sentence. All words lower case, without the stop. */
export interface SentenceRules {
  /** Never the last word of a sentence: titles before names, `e.g`. */
  readonly never: ReadonlySet<string>;
  /** May end a sentence, and does where a sentence starter follows: `etc`, `inc`, `a.m`. */
  readonly sometimes: ReadonlySet<string>;
  /** No sentence end before a number: `no. 5`, `fig. 2`. */
  readonly beforeNumber: ReadonlySet<string>;
  /**
   * Words that, with a capital letter after a full stop, surely begin a sentence: pronouns, articles, question words;
   * never a word that also begins a name.
   */
  readonly starters: ReadonlySet<string>;
  /** True where a number with a full stop is an ordinal (`12. Juni`). */
  readonly ordinals: boolean;
}

/** A table written as words with white space between them. */
export function sentenceRules(table: {
  never?: string;
  sometimes?: string;
  beforeNumber?: string;
  starters?: string;
  ordinals?: boolean;
}): SentenceRules {
  return {
    never: words(table.never),
    sometimes: words(table.sometimes),
    beforeNumber: words(table.beforeNumber),
    starters: words(table.starters),
    ordinals: table.ordinals ?? false,
  };
}

function words(list = ''): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
