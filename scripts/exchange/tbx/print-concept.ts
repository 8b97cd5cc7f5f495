import type { Concept, Gender, Term } from '../../terminology/term.ts';
import { encodeId } from '../xml/ids.ts';
import { type LabelledNote, printNote } from './notes.ts';

const GENDERS: Readonly<Record<Gender, string>> = { m: 'masculine', f: 'feminine', n: 'neuter' };
const PARTS_OF_SPEECH: ReadonlySet<string> = new Set(['adjective', 'noun', 'other', 'verb', 'adverb']);

/** A concept as a `conceptEntry` of TBX-Basic, style DCT. */
export function printConcept({ id, terms }: Concept): string {
  const languages = [...new Set(terms.map((term) => term.language))];
  return [
    `      <conceptEntry id="${encodeId(id)}">`,
    ...languages.flatMap((language) => [
      `        <langSec xml:lang="${language}">`,
      ...terms.filter((term) => term.language === language).map(printTerm),
      '        </langSec>',
    ]),
    '      </conceptEntry>',
  ].join('\n');
}

function printTerm(term: Term): string {
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
  return [
    '          <termSec>',
    `            <term>${escapeXml(term.term)}</term>`,
    ...(listed === undefined ? [] : [`            <min:partOfSpeech>${listed}</min:partOfSpeech>`]),
    `            <min:administrativeStatus>${status}Term-admn-sts</min:administrativeStatus>`,
    ...(term.gender === undefined
      ? []
      : [`            <basic:grammaticalGender>${GENDERS[term.gender]}</basic:grammaticalGender>`]),
    ...notes.map((note) => `            <note>${escapeXml(printNote(note))}</note>`),
    '          </termSec>',
  ].join('\n');
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
