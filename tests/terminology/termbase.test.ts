import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe as sentence } from '../../scripts/project/errors.ts';
import { printTermRows } from '../../scripts/terminology/csv.ts';
import { loadTermbase } from '../../scripts/terminology/termbase.ts';

const HEADER = 'concept,language,term,plural,gender,status,part_of_speech,case,note';

function load(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ path: `glossary/${index}.csv`, text }));
  const { termbase, errors, warnings } = loadTermbase(files, { sourceLanguage: 'en' });
  const terms = termbase.concepts.flatMap((concept) => concept.terms.map((term) => ({ concept: concept.id, term })));
  return { terms, errors: errors.map(sentence), warnings };
}

test('reads every column, with BOM, CRLF, quotes and line breaks in a note', () => {
  const text = `\uFEFF${HEADER}\r\nserum,en,serum,serums,,,noun,,"cosmetic,\r\nnot ""blood"""\r\n\r\nserum,pt-br,sérum,séruns,m,preferred,noun,sensitive,\r\n`;
  const { terms, errors } = load(text);
  expect(errors).toEqual([]);
  expect(terms.map(({ term }) => term)).toEqual([
    {
      language: 'en',
      term: 'serum',
      plural: 'serums',
      status: 'preferred',
      partOfSpeech: 'noun',
      caseSensitive: false,
      note: 'cosmetic,\r\nnot "blood"',
      file: 'glossary/0.csv',
      line: 2,
    },
    {
      language: 'pt-BR',
      term: 'sérum',
      plural: 'séruns',
      gender: 'm',
      status: 'preferred',
      partOfSpeech: 'noun',
      caseSensitive: true,
      file: 'glossary/0.csv',
      line: 5,
    },
  ]);
});

test('mixed line ends, blank lines and notes of several lines do not shift lines', () => {
  const text = `concept,language,term,note\r\na,en,one,"x\ny"\nb,en,two\r\n\n\rc,en,three\n\n\n`;
  const { terms, errors } = load(text);
  expect(errors).toEqual([]);
  expect(terms.map(({ term }) => [term.term, term.line])).toEqual([
    ['one', 2],
    ['two', 4],
    ['three', 7],
  ]);
});

test('needs only three columns, in any order', () => {
  const { terms, errors } = load('term,concept,language\nserum,s,en\nsuero,s,es\n');
  expect(errors).toEqual([]);
  expect(terms.map(({ term }) => [term.language, term.term, term.line])).toEqual([
    ['en', 'serum', 2],
    ['es', 'suero', 3],
  ]);
});

test('a concept may be spread over files', () => {
  const { terms, errors } = load(`${HEADER}\ns,en,serum\n`, `${HEADER}\ns,es,suero\n`);
  expect(errors).toEqual([]);
  expect(terms.map(({ concept, term }) => [concept, term.file])).toEqual([
    ['s', 'glossary/0.csv'],
    ['s', 'glossary/1.csv'],
  ]);
});

const GOOD = `${HEADER}\ns,en,serum,,,,,,\n`;
test.each([
  ['a missing column', 'concept,language\ns,en\n', /0\.csv:1: .*lacks the column "term"/],
  ['another separator', 'concept;language;term\ns;en;serum\n', /0\.csv:1: .*separated by commas/],
  ['an unknown column', 'concept,language,term,gendre\ns,en,serum,m\n', /:1: Unknown column "gendre"\. .*"gender"/],
  ['an empty file', '', /0\.csv:1: .*no header/],
  ['an empty required field', `${GOOD}s,es,,,,,,,\n`, /0\.csv:3: .*"term" is empty/],
  ['an unknown language', `${GOOD}s,xx,suero\n`, /0\.csv:3: Unknown language "xx"/],
  ['a malformed language', `${GOOD}s,e_s,suero\n`, /0\.csv:3: Unknown language "e_s"/],
  ['an unknown status', `${GOOD}s,es,suero,,,prefered\n`, /0\.csv:3: Unknown status "prefered"\. .*"preferred"/],
  ['an unknown gender', `${GOOD}s,es,suero,,x\n`, /0\.csv:3: Unknown gender "x"/],
  ['an unknown case', `${GOOD}s,es,suero,,m,,,upper\n`, /0\.csv:3: Unknown case "upper"/],
  ['too many fields', `${GOOD}s,es,suero,,,,,,a,b\n`, /0\.csv:3: .*10 fields.*has 9/],
  ['a line break in a term', `${GOOD}s,es,"su\nero"\n`, /0\.csv:3: The column "term" holds a line break/],
  ['a term given twice', `${GOOD}s,en,Serum,,,admitted\n`, /0\.csv:3: \[en\] "Serum" is given twice; .*csv:2/],
  ['two preferred terms', `${GOOD}s,en,sera\n`, /0\.csv:3: \[en\] A second preferred term, "sera"/],
  ['no source term', `${GOOD}t,es,suero\n`, /0\.csv:3: The concept "t" has no term in the source language en/],
  ['no word', `${GOOD}s,es,--\n`, /0\.csv:3: .*no letter/],
])('%s is an error with file and line', (_, text, message) => {
  const { errors } = load(text);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(message);
});

test('a bad row stops only itself', () => {
  const { terms, errors } = load(`${HEADER}\na,en,one\na,es,,,,,,,\nb,zz,two\nc,en,three\n`);
  expect(errors).toHaveLength(2);
  expect(terms.map(({ term }) => term.term)).toEqual(['one', 'three']);
});

test('an unclosed quote damages its own row only, wherever the next quote is', () => {
  const { terms, errors } = load(
    `${HEADER}\na,en,"one\nb,en,two,,,,,,x\nc,en,three,,,,,,"a note"\nd,en,"four\ne,en,five\n`,
  );
  expect(errors.map((error) => error.replace(/: .*/s, ''))).toEqual(['glossary/0.csv:2', 'glossary/0.csv:5']);
  expect(terms.map(({ term }) => [term.term, term.line])).toEqual([
    ['two', 3],
    ['three', 4],
    ['five', 6],
  ]);
});

test('a form of two concepts and a translated do-not-translate name are warnings with their place', () => {
  const { errors, warnings } = load(
    `${HEADER}\na,en,cell,cells\nb,en,prison cell\nb,en,Cells,,,admitted\nc,en,PubMed,,,do-not-translate\nc,es,Públicas\n`,
  );
  expect(errors).toEqual([]);
  expect(warnings.map(({ place }) => place.line)).toEqual([4, 6]);
});

test('keys of objects are no danger', () => {
  const { terms, errors } = load(`${HEADER}\n__proto__,en,constructor\n__proto__,es,toString\n`);
  expect(errors).toEqual([]);
  expect(terms.map(({ concept, term }) => [concept, term.term])).toEqual([
    ['__proto__', 'constructor'],
    ['__proto__', 'toString'],
  ]);
});

test('what is written is read back as it was', () => {
  const word = fc.string({ unit: 'grapheme' }).map((text) => `a${text.replaceAll(/[\r\n]/gu, ' ')}b`.normalize('NFC'));
  const note = fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC').trim());
  const row = fc.record({ term: word, plural: word, note, sensitive: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const terms = rows.map(({ term, plural, note: about, sensitive }, line) => ({
        concept: `c${line}`,
        term: {
          language: 'en',
          term,
          plural,
          status: 'preferred' as const,
          caseSensitive: sensitive,
          ...(about === '' ? {} : { note: about }),
          file: '',
          line,
        },
      }));
      const back = load(printTermRows(terms));
      expect(back.errors).toEqual([]);
      const plain = (all: typeof back.terms) =>
        all.map(({ concept, term }) => ({ concept, ...term, file: '', line: 0 }));
      expect(plain(back.terms)).toEqual(plain(terms));
    }),
    { numRuns: 100 },
  );
});
