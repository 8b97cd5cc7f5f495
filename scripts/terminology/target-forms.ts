/** What a concept is called in a target language. */
import { plain } from '../project/text/words.ts';
import { readsAs, servingLanguages } from './languages.ts';
import type { Concept, Term } from './term.ts';

export interface TargetForms {
  /** The required term: preferred, else the first admitted one; for a do-not-translate concept the source's own. */
  readonly term: Term;
  readonly doNotTranslate: boolean;
  /** All accepted forms, the required term's first. */
  readonly accepted: readonly string[];
}

/** The name that a concept keeps in every language, if it is one that is not translated. */
export function fixedName(concept: Concept, source: string): Term | undefined {
  const names = concept.terms.filter((term) => term.status === 'do-not-translate');
  return names.find((term) => readsAs(term.language, source)) ?? names[0];
}

/**
 * The forms of a concept in a target language, taken from the nearest serving language that has a usable term; undefined
 * where the termbase has none.
 * @param source the language of the text, whose do-not-translate terms hold everywhere.
 */
export function targetForms(concept: Concept, source: string, target: string): TargetForms | undefined {
  const name = fixedName(concept, source);
  if (name !== undefined) return { term: name, doNotTranslate: true, accepted: formsOf([name]) };
  for (const language of servingLanguages(target)) {
    const usable = concept.terms.filter((term) => term.language === language && term.status !== 'deprecated');
    const term = usable.find((one) => one.status === 'preferred') ?? usable[0];
    if (term !== undefined) return { term, doNotTranslate: false, accepted: formsOf([term, ...usable]) };
  }
  return undefined;
}

/** Forms that must not be used in a target language; what is accepted there is never among them. */
export function deprecatedForms(concept: Concept, target: string, accepted: readonly string[]): readonly string[] {
  const serving = servingLanguages(target);
  const terms = concept.terms.filter((term) => term.status === 'deprecated' && serving.includes(term.language));
  const allowed = new Set(accepted.map((form) => plain(form).toLowerCase()));
  return formsOf(terms).filter((form) => !allowed.has(plain(form).toLowerCase()));
}

/** The required form for a hit: plural for plural where the language has one. */
export function requiredForm(term: Term, plural: boolean): string {
  return plural ? (term.plural ?? term.term) : term.term;
}

function formsOf(terms: readonly Term[]): string[] {
  const forms = terms.flatMap((term) => (term.plural === undefined ? [term.term] : [term.term, term.plural]));
  return [...new Set(forms)];
}
