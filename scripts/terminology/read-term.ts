/** One glossary row as a term, or what is wrong with it. */
import { SourceError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { TermRow } from './csv.ts';
import { GENDERS, STATUSES, type Term } from './term.ts';

/**
 * Reads the values of a row.
 * @param place of the row, for messages and for the term.
 * @param canonical the canonical tag of a language, or undefined for an unknown one.
 */
export function readTerm(
  values: TermRow['values'],
  place: { readonly file: string; readonly line: number },
  canonical: (tag: string) => string | undefined,
): Term | SourceError {
  const refuse = (message: string, remedy: string): SourceError => new SourceError(message, { place, remedy });
  for (const column of ['concept', 'language', 'term'] as const) {
    if (values[column] === '') return refuse(`The column "${column}" is empty.`, 'Every row needs it.');
  }
  const language = canonical(values.language);
  if (language === undefined) {
    return refuse(`Unknown language "${values.language}".`, 'Write a BCP 47 tag, such as es or pt-BR.');
  }
  for (const column of ['term', 'plural'] as const) {
    if (values[column] !== '' && !/[\p{L}\p{N}]/u.test(values[column])) {
      return refuse(`"${values[column]}" has no letter and no digit.`, `Write a word in the column "${column}".`);
    }
  }
  const gender = GENDERS.find((name) => name === values.gender.toLowerCase());
  if (gender === undefined && values.gender !== '') {
    return refuse(`Unknown gender "${values.gender}".`, `Write ${GENDERS.join(', ')} or nothing.`);
  }
  const status = values.status === '' ? 'preferred' : STATUSES.find((name) => name === values.status.toLowerCase());
  if (status === undefined) {
    const near = nearest(values.status, STATUSES);
    const hint = near === undefined ? `Write one of ${STATUSES.join(', ')}, or nothing.` : `Did you mean "${near}"?`;
    return refuse(`Unknown status "${values.status}".`, hint);
  }
  if (values.case !== '' && values.case.toLowerCase() !== 'sensitive') {
    return refuse(`Unknown case "${values.case}".`, 'Write "sensitive" or nothing.');
  }
  return {
    language,
    term: values.term,
    ...(values.plural === '' ? {} : { plural: values.plural }),
    ...(gender === undefined ? {} : { gender }),
    status,
    ...(values.part_of_speech === '' ? {} : { partOfSpeech: values.part_of_speech }),
    caseSensitive: values.case !== '',
    ...(values.note === '' ? {} : { note: values.note }),
    ...place,
  };
}
