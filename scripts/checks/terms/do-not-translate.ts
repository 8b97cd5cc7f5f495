import { WARNS, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';
import { foundTerms, sayTerm, termParameters } from './found-terms.ts';

export const doNotTranslate: Check = {
  ...WARNS,
  severity: 'error',
  retries: true,
  name: 'do-not-translate',
  description: 'names that the glossary says are not translated stand as they are in the source',
  remedy: 'Correct the text there, or take it as it is with review approve.',
  say: sayTerm,
  run(input) {
    const owed = input.terms.filter((term) => term.doNotTranslate === true && term.accepted.length > 0);
    if (owed.length === 0) return NONE;
    const { counts } = foundTerms(input);
    const severity = input.person ? 'warning' : 'error';
    return owed.flatMap((term) => {
      const found = counts.get(term) ?? 0;
      return found < term.count ? [{ severity, parameters: termParameters(term, found) }] : [];
    });
  },
};
