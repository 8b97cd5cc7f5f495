/** Concepts of a valid TBX document as termbase rows. */
import { SourceError } from '../../project/errors.ts';
import { canonicalLanguage } from '../../project/languages.ts';
import type { Gender, Term, TermStatus } from '../../terminology/term.ts';
import { categoryOf } from './categories.ts';
import { decodeId } from '../xml/ids.ts';
import { type Label, readNote } from './notes.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/xml-tree.ts';

export interface ConceptTerm {
  readonly concept: string;
  readonly term: Term;
}

const GENDERS: ReadonlyMap<string, Gender> = new Map([
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
export function readConcepts(root: XmlElement, file: string, verbatim: boolean): ConceptTerm[] {
  const entries = descendants(root, 'conceptEntry');
  return entries.flatMap((entry, index) => {
    const id = entry.attributes.get('id');
    const concept = id === undefined ? `c${index + 1}` : decodeId(id);
    const seen = new Set<string>();
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
          .map((one): ConceptTerm => {
            const first = !seen.has(language);
            const extra = first ? definition : [];
            const term = readTerm(one, {
              language,
              extra,
              mayBePreferred: !seen.has(`${language} preferred`),
              verbatim,
            });
            seen.add(language);
            if (term.status === 'preferred' || term.status === 'do-not-translate') seen.add(`${language} preferred`);
            return { concept, term: { ...term, file, line: one.line } };
          });
      });
  });
}

interface Context {
  readonly language: string;
  readonly extra: readonly string[];
  readonly mayBePreferred: boolean;
  readonly verbatim: boolean;
}

function readTerm(section: XmlElement, context: Context): Omit<Term, 'file' | 'line'> {
  const { language, extra, mayBePreferred, verbatim } = context;
  const notes = elementsIn(section)
    .filter((child) => child.name === 'note')
    .map((note) => readNote(verbatim ? textIn(note) : oneLine(textIn(note))));
  const labelled = (label: Label): string | undefined => notes.find((note) => note.label === label)?.text;
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

function readStatus(section: XmlElement, doNotTranslate: boolean, mayBePreferred: boolean): TermStatus {
  if (doNotTranslate) return 'do-not-translate';
  const written = [...valuesOf(section, 'administrativeStatus'), ...valuesOf(section, 'usageStatus')][0] ?? '';
  const status = written.replace(/Term-admn-sts$/u, '');
  if (status === 'deprecated' || status === 'superseded') return 'deprecated';
  if (status === 'admitted') return 'admitted';
  return mayBePreferred ? 'preferred' : 'admitted';
}

/** Values of a data category in an element or in its groups, not deeper. */
function valuesOf(element: XmlElement, category: string): string[] {
  return elementsIn(element).flatMap((child) => {
    if (categoryOf(child) === category) return [oneLine(textIn(child))];
    return child.name.endsWith('Grp') ? valuesOf(child, category) : [];
  });
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
