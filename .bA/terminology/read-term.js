/** One glossary row as a term, or what is wrong with it. */
import { SourceError } from '../project/errors.js';
import { nearest } from '../project/nearest.js';
import { GENDERS, STATUSES } from './term.js';
/**
 * Reads the values of a row.
 * @param place of the row, for messages and for the term.
 * @param canonical the canonical tag of a language, or undefined for an unknown one.
 */
export function readTerm(values, place, canonical) {
    const refuse = (message, remedy) => new SourceError(message, { place, remedy });
    for (const column of ['concept', 'language', 'term']) {
        if (values[column] === '')
            return refuse(`The column "${column}" is empty.`, 'Every row needs it.');
    }
    const language = canonical(values.language);
    if (language === undefined) {
        return refuse(`Unknown language "${values.language}".`, 'Write a BCP 47 tag, such as es or pt-BR.');
    }
    for (const column of ['term', 'plural']) {
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
