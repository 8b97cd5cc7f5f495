/** The terms of one source unit: what the run asks of the termbase. */
import type { RequiredTerm } from '../checks/check.ts';
import type { Inline } from '../units/unit.ts';
import { findTerms, type FoundTerms } from './find.ts';
import { requiredTerms, termsHash } from './required.ts';
import type { Termbase } from './term.ts';

export interface UnitTerms {
  readonly sourceLanguage: string;
  /** What the whole unit holds, texts inside markup included. */
  readonly found: FoundTerms;
  /** The terms of a piece of the unit: a sentence, a text inside markup. */
  find(content: readonly Inline[]): FoundTerms;
  /** What a target in this language must hold. */
  required(target: string): readonly RequiredTerm[];
  /** Short hash of the entries that apply, undefined when none does. */
  hash(target: string): string | undefined;
}

const NONE: readonly RequiredTerm[] = [];

/**
 * Looks a source unit up in the termbase; answers are kept per target language.
 * @param content of the whole unit.
 */
export function unitTerms(content: readonly Inline[], termbase: Termbase, sourceLanguage: string): UnitTerms {
  const found = findTerms(content, termbase, sourceLanguage);
  const find = (piece: readonly Inline[]): FoundTerms => findTerms(piece, termbase, sourceLanguage);
  if (found.hits.length === 0) return { sourceLanguage, found, find, required: () => NONE, hash: () => undefined };
  const required = new Map<string, readonly RequiredTerm[]>();
  return {
    sourceLanguage,
    found,
    find,
    required(target) {
      let terms = required.get(target);
      if (terms === undefined) {
        terms = requiredTerms(found.hits, sourceLanguage, target);
        required.set(target, terms);
      }
      return terms;
    },
    hash: (target) => termsHash(found.hits, sourceLanguage, target),
  };
}
