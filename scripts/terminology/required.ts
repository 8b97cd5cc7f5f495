/** What a target must hold because of the terms in its source. */
import type { RequiredTerm } from '../checks/check.ts';
import { exactHash } from '../project/hash.ts';
import { deprecatedForms, requiredForm, targetForms } from './target-forms.ts';
import type { Concept, TermHit } from './term.ts';

/**
 * The terms that a target must hold, one per concept, in the order of their first hits.
 * @param hits of the source unit, in running text and markup.
 */
export function requiredTerms(hits: readonly TermHit[], source: string, target: string): RequiredTerm[] {
  const byConcept = new Map<Concept, TermHit[]>();
  for (const hit of hits) {
    const seen = byConcept.get(hit.concept);
    if (seen === undefined) byConcept.set(hit.concept, [hit]);
    else seen.push(hit);
  }
  return [...byConcept].flatMap(([concept, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const forms = targetForms(concept, source, target);
    const required = forms === undefined ? [] : [requiredForm(forms.term, first.plural)];
    const accepted = [...new Set([...required, ...(forms?.accepted ?? [])])];
    return {
      concept: concept.id,
      source: first.surface,
      count: found.length,
      accepted,
      deprecated: deprecatedForms(concept, target, accepted),
      caseSensitive: forms?.term.caseSensitive ?? false,
      ...(forms?.doNotTranslate === true ? { doNotTranslate: true } : {}),
    };
  });
}

/**
 * A short hash of the termbase entries that decide a unit's target: it changes exactly when a machine's text must be made
 * again. In it are the required forms, their gender and number, and what is not translated; a note, a part of speech, an
 * admitted or deprecated form changes nothing.
 * @returns a hash, or undefined where no entry applies.
 */
export function termsHash(hits: readonly TermHit[], source: string, target: string): string | undefined {
  const entries = new Set<string>();
  for (const concept of new Set(hits.map((hit) => hit.concept))) {
    const forms = targetForms(concept, source, target);
    if (forms === undefined) continue;
    const { term, doNotTranslate } = forms;
    const grammar = [term.gender ?? '', doNotTranslate, term.caseSensitive];
    entries.add(JSON.stringify([term.term, term.plural ?? '', ...grammar]));
  }
  if (entries.size === 0) return undefined;
  const text = [...entries].toSorted((a, b) => (a < b ? -1 : 1)).join('\n');
  return exactHash(text);
}
