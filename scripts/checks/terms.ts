/** The termbase in the result: every concept of the source is in the target, as often, in an accepted form. */
import { FormIndex } from '../project/text/form-index.ts';
import { runningText } from '../project/text/running-text.ts';
import type { Check, Fault, JudgedUnit, RequiredTerm, Severity } from './check.ts';
import { textOf, wordsIn } from './finding.ts';

interface Listed {
  readonly term: RequiredTerm;
  readonly accepted: boolean;
}

interface Found {
  readonly surface: string;
  readonly listed: readonly Listed[];
}

/**
 * Counts forms by the rules of `project/text/form-index.ts`: elided and contracted neighbours (`dell'esosoma`) do not hide a
 * form, diacritics count, case does not unless the term is case-sensitive. A place serves one concept only. A concept
 * for which the termbase has no form in the target language is not required.
 */
export const terms: Check = {
  name: 'terms',
  description: 'terms of the glossary are there in an accepted form, as often as in the source; none is deprecated',
  severity: 'error',
  refuses: false,
  retries: true,
  offline: true,
  remedy: 'Correct the text there, or take it as it is with review approve.',
  say(parameters) {
    const deprecated = textOf(parameters, 'deprecated');
    const [first = '', ...others] = wordsIn(parameters, 'accepted');
    if (deprecated !== '') {
      const instead = first === '' ? '' : `; use "${first}"`;
      return `"${deprecated}" is a deprecated term${instead}.`;
    }
    const forms = [first, ...others].map((form) => `"${form}"`).join(' or ');
    const count = textOf(parameters, 'count');
    const times = count === '1' ? 'once' : `${count} times`;
    const instead = count === '1' ? 'it is missing' : `it is there ${textOf(parameters, 'found')} times`;
    return `"${textOf(parameters, 'term')}" must be ${forms}, ${times}; ${instead}.`;
  },
  run(input) {
    if (input.terms.length === 0) return [];
    const found = findForms(input);
    const missing: Severity = input.person ? 'warning' : 'error';
    const counts = countAccepted(input.terms, found);
    return input.terms.flatMap((term) => {
      const findings: Fault[] = [];
      const count = counts.get(term) ?? 0;
      if (term.accepted.length > 0 && count < term.count) {
        findings.push({
          severity: missing,
          parameters: { term: term.source, accepted: term.accepted, count: term.count, found: count },
        });
      }
      for (const surface of new Set(found.filter((one) => isDeprecated(one, term)).map((one) => one.surface))) {
        const accepted = term.accepted.slice(0, 1);
        findings.push({ severity: 'warning', parameters: { deprecated: surface, accepted } });
      }
      return findings;
    });
  },
};

/**
 * How many uses of terms a target owes, and how many it has in an accepted form; what it has beyond that does not count.
 * @param input the terms of the source, and the target's content.
 */
export function countTerms(input: Pick<JudgedUnit, 'terms' | 'targetContent'>): { required: number; found: number } {
  const counts = countAccepted(input.terms, findForms(input));
  const owed = input.terms.filter(({ accepted }) => accepted.length > 0);
  return {
    required: owed.reduce((sum, { count }) => sum + count, 0),
    found: owed.reduce((sum, term) => sum + Math.min(term.count, counts.get(term) ?? 0), 0),
  };
}

function findForms(input: Pick<JudgedUnit, 'terms' | 'targetContent'>): Found[] {
  const index = new FormIndex<Listed>();
  for (const term of input.terms) {
    for (const form of term.accepted) index.add(form, term.caseSensitive, { term, accepted: true });
    for (const form of term.deprecated) index.add(form, term.caseSensitive, { term, accepted: false });
  }
  const { text, markup } = runningText(input.targetContent);
  return [text, ...markup].flatMap((part) =>
    index.find(part).map(({ start, end, values }) => ({ surface: part.slice(start, end), listed: values })),
  );
}

function isDeprecated(found: Found, term: RequiredTerm): boolean {
  return found.listed.every((one) => !one.accepted) && found.listed.some((one) => one.term === term);
}

/** Each place counts for one concept: first for those that have no other place to go. */
function countAccepted(required: readonly RequiredTerm[], found: readonly Found[]): Map<RequiredTerm, number> {
  const counts = new Map<RequiredTerm, number>(required.map((term) => [term, 0]));
  const claims = found
    .map((one) => one.listed.filter((listed) => listed.accepted).map((listed) => listed.term))
    .toSorted((a, b) => a.length - b.length);
  for (const candidates of claims) {
    const needy = candidates.find((term) => (counts.get(term) ?? 0) < term.count) ?? candidates[0];
    if (needy !== undefined) counts.set(needy, (counts.get(needy) ?? 0) + 1);
  }
  return counts;
}
