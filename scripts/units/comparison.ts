/** What of a source and its target every check looks at: told from their contents, in one place. */
import { shownWords } from '../project/text/running-text.ts';
import { sameCodes } from './code-identity.ts';
import type { Inline } from './unit.ts';

export interface Comparison {
  readonly sourceContent: readonly Inline[];
  readonly targetContent: readonly Inline[];
  /** Their words as one string; see running-text.ts. */
  readonly sourceWords: string;
  readonly targetWords: string;
  /** Signatures of inline codes that the target lacks, and of those that it has too many. */
  readonly codes: ReturnType<typeof sameCodes>;
}

/** Two parsed values side by side: their words, and the codes in which they differ. */
export function compared(sourceContent: readonly Inline[], targetContent: readonly Inline[]): Comparison {
  return {
    sourceContent,
    targetContent,
    sourceWords: shownWords(sourceContent),
    targetWords: shownWords(targetContent),
    codes: sameCodes(sourceContent, targetContent),
  };
}
