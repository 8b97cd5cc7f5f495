/** Loads the project's termbase from its glossary files and says, with file and line, what is wrong with them. */
import { type Place, SourceError } from '../project/errors.ts';
import { canonicalLanguage } from '../project/languages.ts';
import { foldCase } from '../project/text/words.ts';
import { readTermRows } from './csv.ts';
import { readsAs } from './languages.ts';
import { readTerm } from './read-term.ts';
import type { Term, Termbase } from './term.ts';

export interface TermbaseWarning {
  readonly place: Place;
  readonly message: string;
}

export interface LoadedTermbase {
  /** All rows that are right; a bad row stops only itself. */
  readonly termbase: Termbase;
  readonly errors: readonly SourceError[];
  readonly warnings: readonly TermbaseWarning[];
}

interface Draft {
  readonly terms: Term[];
  /** Languages with folded forms, to find what is given twice. */
  readonly given: Map<string, Term>;
}

/**
 * Reads glossary files into one termbase; a concept may have its rows in several files.
 *
 * Errors: an unreadable row or header, an empty required field, an unknown language, gender, status or case, a term
 * given twice in a concept and language, two preferred terms in a concept and language, a concept without a term in the
 * source language. Warnings: one form in several concepts of the source language (such a form is never matched), a
 * do-not-translate concept with another form in some language (that form is ignored).
 * @param files in any order; `path` is for messages and decides the order of concepts.
 */
export function loadTermbase(
  files: readonly { readonly path: string; readonly text: string }[],
  project: { readonly sourceLanguage: string },
): LoadedTermbase {
  const errors: SourceError[] = [];
  const drafts = new Map<string, Draft>();
  const damaged = new Set<string>();
  const known = new Map<string, string | undefined>();
  const language = (tag: string): string | undefined => {
    if (!known.has(tag)) known.set(tag, canonicalLanguage(tag));
    return known.get(tag);
  };
  for (const { path: file, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const read = readTermRows(file, text);
    for (const error of read.errors) errors.push(error);
    for (const { line, values } of read.rows) {
      const term = readTerm(values, { file, line }, language);
      const draft: Draft = drafts.get(values.concept) ?? { terms: [], given: new Map() };
      const problem = term instanceof SourceError ? term : conflict(draft, term);
      if (term instanceof SourceError || problem !== undefined) {
        damaged.add(values.concept);
        if (problem !== undefined) errors.push(problem);
        continue;
      }
      drafts.set(values.concept, draft);
      draft.terms.push(term);
      draft.given.set(`${term.language} ${foldCase(term.term)}`, term);
      if (isPreferred(term)) draft.given.set(term.language, term);
    }
  }
  const concepts = [...drafts].map(([id, { terms }]) => ({ id, terms }));
  const source = project.sourceLanguage;
  const isSource = languageTest(source);
  for (const { id, terms } of concepts) {
    const first = terms[0];
    // A refused row may well have been the missing one: one error is enough.
    if (first === undefined || damaged.has(id) || terms.some((term) => isSource(term.language))) continue;
    const message = `The concept "${id}" has no term in the source language ${source}.`;
    const place = { file: first.file, line: first.line };
    errors.push(new SourceError(message, { place, remedy: `Add a row that begins with "${id},${source},".` }));
  }
  const termbase: Termbase = { concepts };
  return { termbase, errors, warnings: [...homonyms(termbase, isSource), ...translatedNames(termbase, isSource)] };
}

/** Whether terms of a language are the source's own; asked once a language. */
function languageTest(source: string): (language: string) => boolean {
  const known = new Map<string, boolean>();
  return (language) => {
    const answer = known.get(language) ?? readsAs(language, source);
    known.set(language, answer);
    return answer;
  };
}

function isPreferred(term: Term): boolean {
  return term.status === 'preferred' || term.status === 'do-not-translate';
}

function conflict(draft: Draft, term: Term): SourceError | undefined {
  const place = { file: term.file, line: term.line, language: term.language };
  const twin = draft.given.get(`${term.language} ${foldCase(term.term)}`);
  if (twin !== undefined) {
    const message = `"${term.term}" is given twice; first in ${twin.file}:${twin.line}.`;
    return new SourceError(message, { place, remedy: 'Remove one of the rows.' });
  }
  const rival = isPreferred(term) ? draft.given.get(term.language) : undefined;
  if (rival === undefined) return undefined;
  const message = `A second preferred term, "${term.term}"; the first is "${rival.term}" in ${rival.file}:${rival.line}.`;
  return new SourceError(message, { place, remedy: 'Give one of them the status "admitted" or "deprecated".' });
}

function homonyms(termbase: Termbase, isSource: (language: string) => boolean): TermbaseWarning[] {
  const owners = new Map<string, { readonly concept: string; readonly term: Term }>();
  const warnings: TermbaseWarning[] = [];
  for (const { id: concept, terms } of termbase.concepts) {
    for (const term of terms) {
      if (!isSource(term.language)) continue;
      for (const form of new Set([foldCase(term.term), foldCase(term.plural ?? term.term)])) {
        const owner = owners.get(form);
        if (owner === undefined) owners.set(form, { concept, term });
        if (owner === undefined || owner.concept === concept) continue;
        const first = `"${owner.concept}" (${owner.term.file}:${owner.term.line})`;
        const message = `"${form}" stands for "${concept}" and for ${first}; it is therefore not looked for.`;
        warnings.push({ place: { file: term.file, line: term.line, language: term.language }, message });
      }
    }
  }
  return warnings;
}

function translatedNames(termbase: Termbase, isSource: (language: string) => boolean): TermbaseWarning[] {
  return termbase.concepts.flatMap(({ terms }) => {
    const name = terms.find((term) => term.status === 'do-not-translate' && isSource(term.language));
    if (name === undefined) return [];
    return terms
      .filter((term) => !isSource(term.language) && term.status !== 'deprecated')
      .filter((term) => foldCase(term.term) !== foldCase(name.term))
      .map((term) => ({
        place: { file: term.file, line: term.line, language: term.language },
        message: `"${term.term}" is ignored: "${name.term}" is not to be translated (${name.file}:${name.line}).`,
      }));
  });
}
