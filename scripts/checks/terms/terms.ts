import { WARNS, type Check, type RequiredTerm } from '../check.ts';
import { NONE } from '../on-texts.ts';
import { foundTerms, sayTerm, termParameters } from './found-terms.ts';

/** A concept for which the termbase has no form in the target language is not required; names are `do-not-translate`'s. */
export const terms: Check = {
  ...WARNS,
  severity: 'error',
  retries: true,
  name: 'terms',
  description: 'terms of the glossary are there in an accepted form, as often as in the source',
  remedy: 'Correct the text there, or take it as it is with review approve.',
  say: sayTerm,
  run(input) {
    const owed = input.terms.filter(({ accepted, doNotTranslate }) => accepted.length > 0 && doNotTranslate !== true);
    if (owed.length === 0) return NONE;
    const { counts } = foundTerms(input);
    const count = (term: RequiredTerm): number => counts.get(term) ?? 0;
    const severity = input.person ? 'warning' : 'error';
    return owed
      .filter((term) => count(term) < term.count)
      .map((term) => ({ severity, parameters: termParameters(term, count(term)) }));
  },
};
