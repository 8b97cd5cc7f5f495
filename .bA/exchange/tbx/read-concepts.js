/** Concepts of a valid TBX document as termbase rows. */
import { SourceError } from '../../project/errors.js';
import { canonicalLanguage } from '../../project/languages.js';
import { categoryOf } from './categories.js';
import { decodeId } from './ids.js';
import { readNote } from './notes.js';
import { elementsIn, textIn } from './xml-tree.js';
const GENDERS = new Map([
    ['masculine', 'm'],
    ['feminine', 'f'],
    ['neuter', 'n'],
]);
/**
 * Reads all terms. A term without a status is preferred where it is the first of its language, else admitted; so is a
 * second preferred one. Superseded terms are deprecated; acronyms and abbreviations are case-sensitive. A definition
 * becomes the note of a language's first term.
 * @param verbatim true for Glossa's own files: white space in notes is kept.
 * @throws SourceError for an unknown language.
 */
export function readConcepts(root, file, verbatim) {
    const entries = descendants(root, 'conceptEntry');
    return entries.flatMap((entry, index) => {
        const id = entry.attributes.get('id');
        const concept = id === undefined ? `c${index + 1}` : decodeId(id);
        const seen = new Set();
        return elementsIn(entry)
            .filter((section) => section.name === 'langSec')
            .flatMap((section) => {
            const tag = section.attributes.get('xml:lang') ?? '';
            const language = canonicalLanguage(tag);
            if (language === undefined) {
                throw new SourceError(`Unknown language "${tag}".`, { place: { file, line: section.line } });
            }
            const definition = [...valuesOf(section, 'definition'), ...valuesOf(entry, 'definition')];
            return elementsIn(section)
                .filter((one) => one.name === 'termSec')
                .map((one) => {
                const first = !seen.has(language);
                const extra = first ? definition : [];
                const term = readTerm(one, {
                    language,
                    extra,
                    mayBePreferred: !seen.has(`${language} preferred`),
                    verbatim,
                });
                seen.add(language);
                if (term.status === 'preferred' || term.status === 'do-not-translate')
                    seen.add(`${language} preferred`);
                return { concept, term: { ...term, file, line: one.line } };
            });
        });
    });
}
function readTerm(section, context) {
    const { language, extra, mayBePreferred, verbatim } = context;
    const notes = elementsIn(section)
        .filter((child) => child.name === 'note')
        .map((note) => readNote(verbatim ? textIn(note) : oneLine(textIn(note))));
    const labelled = (label) => notes.find((note) => note.label === label)?.text;
    const [term] = elementsIn(section).filter((child) => child.name === 'term');
    const plural = labelled('plural');
    const gender = GENDERS.get(valuesOf(section, 'grammaticalGender')[0] ?? '');
    const speech = labelled('part of speech') ?? valuesOf(section, 'partOfSpeech')[0];
    const type = valuesOf(section, 'termType')[0];
    const note = [...notes.filter((one) => one.label === 'note').map((one) => one.text), ...extra].join('\n');
    const status = readStatus(section, labelled('status') === 'do-not-translate', mayBePreferred);
    return {
        language,
        term: oneLine(term === undefined ? '' : textIn(term)).normalize('NFC'),
        ...(plural === undefined ? {} : { plural: plural.normalize('NFC') }),
        ...(gender === undefined ? {} : { gender }),
        status,
        ...(speech === undefined ? {} : { partOfSpeech: speech === 'properNoun' ? 'proper noun' : speech }),
        caseSensitive: labelled('case') === 'sensitive' || type === 'acronym' || type === 'abbreviation',
        ...(note === '' ? {} : { note: note.normalize('NFC') }),
    };
}
function readStatus(section, doNotTranslate, mayBePreferred) {
    if (doNotTranslate)
        return 'do-not-translate';
    const written = [...valuesOf(section, 'administrativeStatus'), ...valuesOf(section, 'usageStatus')][0] ?? '';
    const status = written.replace(/Term-admn-sts$/u, '');
    if (status === 'deprecated' || status === 'superseded')
        return 'deprecated';
    if (status === 'admitted')
        return 'admitted';
    return mayBePreferred ? 'preferred' : 'admitted';
}
/** Values of a data category in an element or in its groups, not deeper. */
function valuesOf(element, category) {
    return elementsIn(element).flatMap((child) => {
        if (categoryOf(child) === category)
            return [oneLine(textIn(child))];
        return child.name.endsWith('Grp') ? valuesOf(child, category) : [];
    });
}
function descendants(element, name) {
    return elementsIn(element).flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}
function oneLine(text) {
    return text.replaceAll(/\s+/gu, ' ').trim();
}
