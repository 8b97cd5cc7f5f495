/** What is evaluated: texts with a reference, and what each system made of them. */
import { CODE_MARK, shownWords } from '../../project/text/running-text.ts';
import type { SyntaxName } from '../../units/unit.ts';
import type { WorkItem } from '../../pipeline/plan/work-item.ts';
import { parseValue } from '../../pipeline/see/values.ts';

/** A text with its translation by a person. */
export interface ReferenceText {
  readonly language: string;
  /** The reference's words, in one line. */
  readonly reference: string;
  /** What an engine gets; undefined where only finished translations are compared. */
  readonly item: WorkItem | undefined;
  /** The inline syntax of reference and outputs. */
  readonly syntax: SyntaxName;
  /** The engine whose draft the reference is, approved as it was. */
  readonly draftOf?: string;
}

/** An engine, or a file with translations that are there already. */
export interface EvaluatedSystem {
  /** Its name in a language: a project may have another engine for each. */
  readonly name: (language: string) => string;
  /** The words of the texts that it could do. */
  readonly outputs: ReadonlyMap<ReferenceText, string>;
}

/** A value's words as a reader sees them: codes are left out, because they come back exactly or not at all. */
export function wordsOf(syntax: SyntaxName, value: string): string {
  return shownWords(parseValue(syntax, value)).replaceAll(CODE_MARK, '').replace(/\s+/g, ' ').trim();
}
