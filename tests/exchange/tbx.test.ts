import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printTbx, readTbx } from '../../scripts/exchange/tbx.ts';
import { encodeId, decodeId } from '../../scripts/exchange/xml/ids.ts';
import { printTermRows } from '../../scripts/terminology/csv.ts';
import { loadTermbase } from '../../scripts/terminology/termbase.ts';
import { temporaryProject } from '../commands/temporary-project.ts';
import { GENDERS, STATUSES, type Term, type Termbase } from '../../scripts/terminology/term.ts';

const HEADER = '<tbxHeader><fileDesc><sourceDesc><p>A test</p></sourceDesc></fileDesc></tbxHeader>';
const NAMESPACES =
  'xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"';

/** A file with one concept, or whatever is to stand in its body. */
function tbx(style: 'dca' | 'dct', dialect: string, entry: string, header = HEADER): string {
  const attributes = `type="${dialect}" style="${style}" xml:lang="en" ${NAMESPACES}`;
  return `\uFEFF<?xml version="1.0"?>\n<tbx ${attributes}>\n${header}\n<text><body>\n${entry}\n</body></text></tbx>\n`;
}

function concept(term: string, level = ''): string {
  return `<conceptEntry id="c1">\n${level}<langSec xml:lang="en">\n<termSec>\n${term}\n</termSec>\n</langSec></conceptEntry>`;
}

function rowsOf(termbase: Termbase): string {
  return printTermRows(termbase.concepts.flatMap(({ id, terms }) => terms.map((term) => ({ concept: id, term }))));
}

describe('reading', () => {
  const BASIC_DCA = concept(
    `<term>open
        cluster</term><termNote type="partOfSpeech">noun</termNote><termNote type="usageStatus">superseded</termNote>
      <termNoteGrp><termNote type="grammaticalGender">neuter</termNote><note>x</note></termNoteGrp>
      <descripGrp><descrip type="context">Over 1100.</descrip><admin type="source">a</admin></descripGrp>
      <note>Found in
        the plane.</note>`,
    `<transacGrp><transac type="transactionType">creation</transac><date>2010-04-17</date></transacGrp>
     <descripGrp><descrip type="definition">A group of stars.</descrip><admin type="source">b</admin></descripGrp>`,
  );

  test('a file of TBX-Basic in the style DCA', () => {
    expect(readTbx('a.tbx', tbx('dca', 'TBX-Basic', BASIC_DCA))).toEqual({
      notKept: new Map([
        ['transactionType', 1],
        ['date', 1],
        ['source', 2],
        ['context', 1],
      ]),
      errors: [],
      terms: [
        {
          concept: 'c1',
          term: {
            language: 'en',
            term: 'open cluster',
            gender: 'n',
            status: 'deprecated',
            partOfSpeech: 'noun',
            caseSensitive: false,
            note: 'Found in the plane.\nA group of stars.',
            file: 'a.tbx',
            line: 8,
          },
        },
      ],
    });
  });

  test('the style DCT, TBX-Min and TBX-Core, terms without a status, acronyms', () => {
    const dct = concept(
      '<term>NGC</term><min:partOfSpeech>noun</min:partOfSpeech><basic:termType>acronym</basic:termType>',
    );
    expect(readTbx('a', tbx('dct', 'TBX-Basic', dct)).terms[0]?.term).toMatchObject({
      term: 'NGC',
      caseSensitive: true,
      status: 'preferred',
    });
    const min = concept('<term>a</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>');
    expect(readTbx('a', tbx('dca', 'TBX-Min', min)).terms[0]?.term.status).toBe('admitted');
    const core = concept('<term>a</term><note>n</note></termSec><termSec><term>b</term>');
    const read = readTbx('a', tbx('dca', 'TBX-Core', core));
    expect(read.terms.map(({ term }) => [term.term, term.status])).toEqual([
      ['a', 'preferred'],
      ['b', 'admitted'],
    ]);
  });

  test.each([
    ['a missing end tag', tbx('dca', 'TBX-Min', concept('<term>a')), 9, /Not well-formed/],
    ['an empty term', tbx('dca', 'TBX-Core', concept('<term> </term>')), 8, /no text/],
    [
      'text outside a paragraph',
      tbx('dca', 'TBX-Core', concept('<term>a</term>'), HEADER.replaceAll(/<\/?p>/gu, '')),
      3,
      /p;/,
    ],
    [
      'no language',
      tbx('dca', 'TBX-Core', concept('<term>a</term>').replace(' xml:lang="en"', '')),
      6,
      /attribute xml:lang/,
    ],
    ['two terms', tbx('dca', 'TBX-Core', concept('<term>a</term><term>b</term>')), 7, /exactly one term/],
    ['a term that is not first', tbx('dca', 'TBX-Core', concept('<note>n</note><term>a</term>')), 7, /term first/],
    ['no type', tbx('dca', 'TBX-Core', concept('<term>a</term><admin>x</admin>')), 8, /attribute type/],
    ['an unknown element', tbx('dca', 'TBX-Core', concept('<term>a</term><foo/>')), 7, /<termSec> must hold/],
    [
      'two descriptions in a group',
      tbx(
        'dca',
        'TBX-Core',
        concept('<term>a</term><descripGrp><descrip type="x">1</descrip><descrip type="x">2</descrip></descripGrp>'),
      ),
      8,
      /exactly one description/,
    ],
    [
      'a wrong value',
      tbx('dca', 'TBX-Basic', concept('<term>a</term><termNote type="partOfSpeech">nominal</termNote>')),
      8,
      /"nominal"/,
    ],
    [
      'a wrong level',
      tbx('dca', 'TBX-Basic', concept('<term>a</term><descrip type="definition">d</descrip>')),
      8,
      /"definition" may not/,
    ],
    [
      'a category of another dialect',
      tbx('dca', 'TBX-Min', concept('<term>a</term><descrip type="context">d</descrip>')),
      8,
      /not in TBX-Min/,
    ],
    [
      'an unknown category',
      tbx('dca', 'TBX-Basic', concept('<term>a</term><termNote type="colour">d</termNote>')),
      8,
      /"colour"/,
    ],
    [
      'the other style',
      tbx('dct', 'TBX-Basic', concept('<term>a</term><termNote type="partOfSpeech">noun</termNote>')),
      8,
      /style DCA/,
    ],
    [
      'an unknown language',
      tbx('dca', 'TBX-Core', concept('<term>a</term>').replace('"en"', '"xx"')),
      6,
      /Unknown language "xx"/,
    ],
    ['an empty version 2', '<martif type="TBX"/>', 1, /must hold one tbxHeader/],
    ['another format', '<tmx/>', 1, /root must be <tbx>/],
    ['nothing', '', 1, /Not well-formed|empty/],
    [
      'an entity',
      `<!DOCTYPE tbx [<!ENTITY x "boom">]>${tbx('dca', 'TBX-Core', concept('<term>&x;</term>')).slice(22)}`,
      1,
      /declares entities/,
    ],
    ['an entity from elsewhere', tbx('dca', 'TBX-Core', concept('<term>&x;</term>')), 8, /Not well-formed/],
    ['absurd depth', '<a>'.repeat(5000), 1, /nested too deeply/],
  ])('%s is refused with a reason and a line', (_, text, line, reason) => {
    const { terms, errors } = readTbx('a.tbx', text);
    expect(terms).toEqual([]);
    expect(errors[0]?.place).toEqual({ file: 'a.tbx', line });
    expect(errors.map((error) => error.message).join(' ')).toMatch(reason);
  });
});

describe('writing', () => {
  test.each(['glossary/skincare.csv', 'tests/fixtures/terminology/astronomy.csv'])('%s comes back from TBX', (path) => {
    const text = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
    const { termbase } = loadTermbase([{ path, text }], { sourceLanguage: 'en' });
    const back = readTbx('a.tbx', printTbx(termbase, 'en'));
    expect(back.errors).toEqual([]);
    expect(printTermRows(back.terms)).toBe(rowsOf(termbase));
  });

  test('any termbase comes back, markup, labels and odd ids included', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, '_'));
    const word = words.map((text) => `x${text}y`.replaceAll(/\s/gu, '_').normalize('NFC'));
    const note = fc.oneof(
      words,
      fc.constantFrom('plural: x', 'note: y', 'case: z', '<b>&amp;', 'two\nlines', 'a\r\n  b'),
    );
    const row = fc.record({
      concept: fc.oneof(fc.constantFrom('a', 'stem-cell', '1', '_x41_', 'ä b', '__proto__'), word),
      language: fc.constantFrom('en', 'es', 'pt-BR'),
      term: word,
      plural: fc.option(word, { nil: '' }),
      gender: fc.constantFrom('', ...GENDERS),
      status: fc.constantFrom(...STATUSES),
      speech: fc.constantFrom('', 'noun', 'proper noun', 'interjection'),
      sensitive: fc.boolean(),
      note: note.map((text) => text.trim().normalize('NFC')),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const csv = printTermRows(
          rows.map(
            ({
              concept: id,
              plural,
              gender,
              speech,
              sensitive,
              note: about,
              ...rest
            }): { concept: string; term: Term } => ({
              concept: id,
              term: {
                ...rest,
                ...(plural === '' ? {} : { plural }),
                ...(gender === '' ? {} : { gender }),
                ...(speech === '' ? {} : { partOfSpeech: speech }),
                ...(about === '' ? {} : { note: about }),
                caseSensitive: sensitive,
                file: '',
                line: 0,
              },
            }),
          ),
        );
        const { termbase } = loadTermbase([{ path: 'g.csv', text: csv }], { sourceLanguage: 'en' });
        if (termbase.concepts.length === 0) return;
        const back = readTbx('a.tbx', printTbx(termbase, 'en'));
        expect(back.errors).toEqual([]);
        const grouped = termbase.concepts.map(({ id, terms }) => {
          const languages = [...new Set(terms.map((term) => term.language))];
          return { id, terms: languages.flatMap((language) => terms.filter((term) => term.language === language)) };
        });
        expect(printTermRows(back.terms)).toBe(rowsOf({ concepts: grouped }));
      }),
      { numRuns: 100 },
    );
  });

  test('ids are XML names and come back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 0x2ffff }), { minLength: 1 }), (points) => {
        const id = String.fromCodePoint(...points);
        expect(encodeId(id)).toMatch(/^[A-Za-z_][\w.-]*$/u);
        expect(decodeId(encodeId(id))).toBe(id);
      }),
    );
    expect(encodeId('stem-cell')).toBe('stem-cell');
  });
});

describe('a TBX that says things twice', () => {
  const term = (text: string, status = ''): string =>
    `<termSec><term>${text}</term>${status === '' ? '' : `<termNote type="administrativeStatus">${status}-admn-sts</termNote>`}</termSec>`;

  test.each([
    ['a term', term('heading') + term('heading')],
    ['a term in capitals', term('heading') + term('Heading')],
    ['a term with another status', term('heading', 'preferredTerm') + term('heading', 'deprecatedTerm')],
    ['two preferred terms', term('heading', 'preferredTerm') + term('head', 'preferredTerm')],
  ])('%s: is refused, or is a glossary that every run can use', async (_, terms) => {
    const project = temporaryProject({ 'source/a.md': '# A heading\n' });
    const body = `<conceptEntry id="c"><langSec xml:lang="en">${terms}</langSec></conceptEntry>`;
    project.write('in.tbx', tbx('dca', 'TBX-Basic', body));
    const { code } = await project.run('import', [join(project.root, 'in.tbx')]);
    const run = await project.run('translate');
    expect([code === 0, run.code, run.stderr]).toEqual([code === 0, 0, run.stderr]);
    expect((await project.run('glossary', ['check'])).code).toBe(0);
  });
});
