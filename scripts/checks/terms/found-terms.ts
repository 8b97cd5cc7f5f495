/** Forms of the termbase in a target: counted once for all rules about terms. */
import { FormIndex } from '../../project/text/form-index.ts';
import { runningText } from '../../project/text/running-text.ts';
import type { JudgedUnit, Parameters, RequiredTerm } from '../check.ts';
import { textOf, wordsIn } from '../finding.ts';

interface Listed {
  readonly term: RequiredTerm;
  readonly accepted: boolean;
}

interface Found {
  readonly surface: string;
  readonly listed: readonly Listed[];
}

type Terms = Pick<JudgedUnit, 'terms' | 'targetContent'>;

export interface FoundTerms {
  /** How often each concept stands in the target in an accepted form. */
  readonly counts: ReadonlyMap<RequiredTerm, number>;
  /** The deprecated forms of a concept that stand there, as they are written, each once. */
  readonly deprecated: (term: RequiredTerm) => readonly string[];
}

const remembered = new WeakMap<Terms, FoundTerms>();

/**
 * Counts forms by the rules of `project/form-index.ts`: elided and contracted neighbours (`dell'esosoma`) do not hide a
 * form, diacritics count, case does not unless the term is case-sensitive. A place serves one concept only.
 */
export function foundTerms(input: Terms): FoundTerms {
  const known = remembered.get(input);
  if (known !== undefined) return known;
  const found = findForms(input);
  const result: FoundTerms = {
    counts: countAccepted(input.terms, found),
    deprecated: (term) => [...new Set(found.filter((one) => isDeprecated(one, term)).map(({ surface }) => surface))],
  };
  remembered.set(input, result);
  return result;
}

/** What a required term that is missing says of itself. */
export function termParameters(term: RequiredTerm, found: number): Parameters {
  return { term: term.source, accepted: term.accepted, count: term.count, found };
}

/** `"exosome" must be "esosoma" or "esosomi", 3 times; it is there 1 times.` */
export function sayTerm(parameters: Parameters): string {
  const forms = wordsIn(parameters, 'accepted')
    .map((form) => `"${form}"`)
    .join(' or ');
  const count = textOf(parameters, 'count');
  const times = count === '1' ? 'once' : `${count} times`;
  const instead = count === '1' ? 'it is missing' : `it is there ${textOf(parameters, 'found')} times`;
  return `"${textOf(parameters, 'term')}" must be ${forms}, ${times}; ${instead}.`;
}

/**
 * How many uses of terms a target owes, and how many it has in an accepted form; what it has beyond that does not count.
 * @param input the terms of the source, and the target's content.
 */
export function countTerms(input: Terms): { required: number; found: number } {
  const { counts } = foundTerms(input);
  const owed = input.terms.filter(({ accepted }) => accepted.length > 0);
  return {
    required: owed.reduce((sum, { count }) => sum + count, 0),
    found: owed.reduce((sum, term) => sum + Math.min(term.count, counts.get(term) ?? 0), 0),
  };
}

function findForms(input: Terms): Found[] {
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
