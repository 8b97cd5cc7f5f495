import type { Concept, Gender, Term } from '../../terminology/term.ts';
import { encodeId } from '../xml/ids.ts';
import { type LabelledNote, printNote } from './notes.ts';

const GENDERS: Readonly<Record<Gender, string>> = { m: 'masculine', f: 'feminine', n: 'neuter' };
const PARTS_OF_SPEECH: ReadonlySet<string> = new Set(['adjective', 'noun', 'other', 'verb', 'adverb']);

/** How a dialect calls its elements, and how it carries a data category. */
export interface Wording {
  readonly concept: string;
  readonly language: string;
  readonly term: string;
  readonly category: (module: 'min' | 'basic', name: string, value: string) => string;
}

/** TBX 3 (ISO 30042:2019) in the style DCT. */
export const TBX3: Wording = {
  concept: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
  category: (module, name, value) => `<${module}:${name}>${value}</${module}:${name}>`,
};

/** TBX 2 (ISO 30042:2008), which older tools read. */
export const TBX2: Wording = {
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
  category: (_, name, value) => `<termNote type="${name}">${value}</termNote>`,
};

/** A concept as TBX-Basic. */
export function printConcept({ id, terms }: Concept, wording: Wording): string {
  const languages = [...new Set(terms.map((term) => term.language))];
  return [
    `      <${wording.concept} id="${encodeId(id)}">`,
    ...languages.flatMap((language) => [
      `        <${wording.language} xml:lang="${language}">`,
      ...terms.filter((term) => term.language === language).map((term) => printTerm(term, wording)),
      `        </${wording.language}>`,
    ]),
    `      </${wording.concept}>`,
  ].join('\n');
}

function printTerm(term: Term, { term: element, category }: Wording): string {
  const speech = term.partOfSpeech;
  const isListed = speech === undefined || PARTS_OF_SPEECH.has(speech);
  const listed = isListed ? speech : /\bnoun\b/u.test(speech) ? 'noun' : 'other';
  const status = term.status === 'do-not-translate' ? 'preferred' : term.status;
  const notes: LabelledNote[] = [];
  if (term.plural !== undefined) notes.push({ label: 'plural', text: term.plural });
  if (term.caseSensitive) notes.push({ label: 'case', text: 'sensitive' });
  if (term.status === 'do-not-translate') notes.push({ label: 'status', text: term.status });
  if (!isListed) notes.push({ label: 'part of speech', text: speech });
  if (term.note !== undefined) notes.push({ label: 'note', text: term.note });
  const lines = [
    `<term>${escapeXml(term.term)}</term>`,
    ...(listed === undefined ? [] : [category('min', 'partOfSpeech', listed)]),
    category('min', 'administrativeStatus', `${status}Term-admn-sts`),
    ...(term.gender === undefined ? [] : [category('basic', 'grammaticalGender', GENDERS[term.gender])]),
    ...notes.map((note) => `<note>${escapeXml(printNote(note))}</note>`),
  ];
  return [`          <${element}>`, ...lines.map((line) => `            ${line}`), `          </${element}>`].join(
    '\n',
  );
}

/** Characters that XML cannot hold at all (control characters) are left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
