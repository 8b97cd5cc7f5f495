import type { ParsedUnit } from '../../units/unit.ts';
import type { Span } from '../format.ts';

/** What stands before an article's body. A file without front matter has no units and an empty head. */
export interface FrontMatter {
  /** The file's own language (`lang`). */
  readonly language?: string;
  /** Fields to translate, of kind `field`; `l10n.lang` gives them another language than the file's. */
  readonly units: readonly ParsedUnit[];
  /** Where they are written: offsets in the file. */
  readonly spans: readonly Span[];
  /** Where the body begins; before it stand the byte order mark and the front matter. */
  readonly bodyOffset: number;
  /** Where strings stand that are addresses: of an action, an alias, the page itself. */
  addresses(): readonly Span[];
  /** The data without the fields' texts and without `lang`. */
  outline(): string;
  /**
   * The head with other values, by index into `units`; other indices are ignored. The result is read again: where the data
   * would not come back as meant, the field keeps its bytes and is refused.
   * @param language `lang` becomes this tag, unless it says the same language already
   */
  fill(values: ReadonlyMap<number, string>, language?: string): FilledHead;
}

export interface FilledHead {
  readonly text: string;
  readonly refused: readonly { readonly unit: number; readonly reason: string }[];
}
