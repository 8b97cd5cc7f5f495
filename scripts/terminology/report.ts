/** What `glossary check` tells of a termbase: which terms the sources use and where, and what is missing. */
import type { Place } from '../project/errors.ts';
import type { Inline } from '../units/unit.ts';
import { findTerms } from './find.ts';
import { targetForms } from './target-forms.ts';
import type { Concept, Termbase } from './term.ts';

/** A unit of a source file. */
export interface SourceText {
  /** With `file`, `line` and, where there is one, `key`. */
  readonly place: Place;
  readonly language: string;
  readonly content: readonly Inline[];
}

export interface TermUse {
  readonly concept: string;
  /** Forms as written, folded to one spelling each, in the order of their first use. */
  readonly forms: readonly string[];
  readonly count: number;
  /** One for each unit that uses the concept, in order. */
  readonly places: readonly Place[];
}

export interface AmbiguousUse {
  readonly form: string;
  readonly concepts: readonly string[];
  readonly count: number;
  readonly places: readonly Place[];
}

export interface Coverage {
  readonly language: string;
  /** Concepts that have a term here, do-not-translate names included. */
  readonly covered: number;
  /** Concepts that the sources use and that have none. */
  readonly missing: readonly string[];
}

export interface TermReport {
  /** By count, then by concept. */
  readonly used: readonly TermUse[];
  /** Ids of concepts that no source uses, in the termbase's order. */
  readonly unused: readonly string[];
  readonly ambiguous: readonly AmbiguousUse[];
  /** In the order of the languages given. */
  readonly coverage: readonly Coverage[];
}

/**
 * Looks all sources up in the termbase.
 * @param texts in the order in which places are to be listed.
 */
export function termReport(
  termbase: Termbase,
  texts: readonly SourceText[],
  project: { readonly sourceLanguage: string; readonly targetLanguages: readonly string[] },
): TermReport {
  const uses = new Map<Concept, { forms: Map<string, string>; count: number; places: Set<Place> }>();
  const ambiguous = new Map<string, { concepts: readonly string[]; count: number; places: Set<Place> }>();
  for (const { place, language, content } of texts) {
    const found = findTerms(content, termbase, language);
    for (const { concept, surface } of found.hits) {
      const use = uses.get(concept) ?? { forms: new Map(), count: 0, places: new Set() };
      uses.set(concept, use);
      if (!use.forms.has(surface.toLowerCase())) use.forms.set(surface.toLowerCase(), surface);
      use.count += 1;
      use.places.add(place);
    }
    for (const { surface, concepts } of found.ambiguous) {
      const form = surface.toLowerCase();
      const use = ambiguous.get(form) ?? { concepts, count: 0, places: new Set() };
      ambiguous.set(form, use);
      use.count += 1;
      use.places.add(place);
    }
  }
  const used = [...uses].map(([concept, { forms, count, places }]) => ({
    concept: concept.id,
    forms: [...forms.values()],
    count,
    places: [...places],
  }));
  return {
    used: used.toSorted((a, b) => b.count - a.count || compare(a.concept, b.concept)),
    unused: termbase.concepts.filter((concept) => !uses.has(concept)).map((concept) => concept.id),
    ambiguous: [...ambiguous]
      .map(([form, { concepts, count, places }]) => ({ form, concepts, count, places: [...places] }))
      .toSorted((a, b) => b.count - a.count || compare(a.form, b.form)),
    coverage: project.targetLanguages.map((language) => {
      const lacking = termbase.concepts.filter(
        (one) => targetForms(one, project.sourceLanguage, language) === undefined,
      );
      return {
        language,
        covered: termbase.concepts.length - lacking.length,
        missing: lacking.filter((concept) => uses.has(concept)).map((concept) => concept.id),
      };
    }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
