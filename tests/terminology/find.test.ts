import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms } from '../../scripts/terminology/find.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { image, pair, standing, termbase, text } from './content.ts';

const BASE = termbase(
  'exosome,en,exosome,exosomes',
  'exosome,it,esosoma,esosomi,m',
  'exosome,fr,exosome,exosomes,m',
  'cell,en,cell,cells',
  'stem-cell,en,stem cell,stem cells',
  'stem-cell,it,cellula staminale,cellule staminali,f',
  'case,it,caso,casi,m',
  'case,en,instance,instances',
  'case,fr,mare',
  'video,en,clip',
  'video,es,video,videos,m',
  'pubmed,en,PubMed Central,,,do-not-translate,,sensitive',
  'serum,en,serum,serums',
  'serum,fr,sérum,sérums,m',
  'a,en,plant',
  'b,en,works',
  'b,en,plant,,,admitted',
  'c,en,C++',
);

function found(content: string | readonly Inline[], language = 'en'): string[] {
  const nodes = typeof content === 'string' ? [text(content)] : content;
  return findTerms(nodes, BASE, language).hits.map((hit) => `${hit.concept.id}${hit.plural ? '+' : ''}:${hit.surface}`);
}

test.each([
  ['Exosomes are tiny.', ['exosome+:Exosomes']],
  ['EXOSOMES and an Exosome', ['exosome+:EXOSOMES', 'exosome:Exosome']],
  ['the exosome’s role, the exosomes’ role', ['exosome:exosome', 'exosome+:exosomes']],
  ['exosome-based, non-exosome', ['exosome:exosome', 'exosome:exosome']],
  ['exosomal exosome2 my_exosome éxosome exosomé', []],
  [
    'stem cells, a stem-cell line, stem\u00A0cell, stem\ncell',
    ['stem-cell+:stem cells', 'stem-cell:stem-cell', 'stem-cell:stem\u00A0cell', 'stem-cell:stem\ncell'],
  ],
  ['stem - cell', ['cell:cell']],
  ['exo\u00ADsomes', ['exosome+:exo\u00ADsomes']],
  ['serum, se\u0301rum', ['serum:serum', 'serum:se\u0301rum']],
  ['PubMed Central, pubmed central, PUBMED CENTRAL', ['pubmed:PubMed Central']],
  ['C++, C, C + +', ['c:C++']],
  ['exosome serum', ['exosome:exosome', 'serum:serum']],
])('%s', (sentence, expected) => {
  expect(found(sentence)).toEqual(expected);
});

test('a form of another language counts, where it cannot be a word of the source language', () => {
  expect(found('Esosomi: the new magic word')).toEqual(['exosome+:Esosomi']);
  expect(found('cellule staminali in Italy')).toEqual(['stem-cell+:cellule staminali']);
  expect(found('the mare, a video, some videos, in caso')).toEqual(['case:caso']);
});

test('a form of the source language beats a longer foreign one at its place', () => {
  const base = termbase('a,en,cura', 'b,en,care', 'b,it,cura della pelle');
  const [hit] = findTerms([text('cura della pelle')], base, 'en').hits;
  expect(hit?.concept.id).toBe('a');
});

test('regions of the source language count as its own', () => {
  const base = termbase('m,en-US,moisturizer,moisturizers', 'm,en-GB,moisturiser,moisturisers', 'm,en,lotion');
  expect(findTerms([text('Moisturisers or moisturizers')], base, 'en').hits).toHaveLength(2);
});

test('a form of two concepts is reported, not guessed', () => {
  const { hits, ambiguous } = findTerms([text('A plant works.')], BASE, 'en');
  expect(hits.map((hit) => hit.concept.id)).toEqual(['b']);
  expect(ambiguous).toEqual([{ surface: 'plant', concepts: ['a', 'b'] }]);
});

test('never in code, placeholders, URLs, addresses, ids', () => {
  expect(
    found([standing(1, 'code', '`exosome`'), text(' or '), standing(2, 'placeholder', '{{exosome}}'), text('!')]),
  ).toEqual([]);
  expect(
    found('https://exosome.com/exosome?q=exosomes, www.exosome.org and (me@exosome.org), exosome@example.org'),
  ).toEqual([]);
  expect(found('exosome.com, exosome.md, node.exosome, #exosome, @exosome')).toEqual([]);
  expect(found('We love exosomes.They are new.')).toEqual(['exosome+:exosomes']);
});

test('in bold, in link text, across the edge of a pair, in alt text', () => {
  expect(found([pair(1, 'link', text('the '), pair(2, 'strong', text('exosome')))])).toEqual(['exosome:exosome']);
  expect(found([text('stem '), pair(1, 'strong', text('cells'))])).toEqual(['stem-cell+:stem cells']);
  const { hits } = findTerms([text('A cell '), image(1, 'An exosome')], BASE, 'en');
  expect(hits.map((hit) => [hit.concept.id, hit.place, hit.start])).toEqual([
    ['cell', 'text', 2],
    ['exosome', 'markup', 3],
  ]);
  expect(found([text('stem '), standing(1, 'placeholder', '{{x}}'), text(' cell')])).toEqual(['cell:cell']);
});

test('scripts without spaces', () => {
  const base = termbase('exosome,en,exosome', 'exosome,ja,エクソソーム');
  const japanese = findTerms([text('このエクソソームは小さい')], base, 'ja').hits;
  expect(japanese.map((hit) => hit.surface)).toEqual(['エクソソーム']);
});

test('what is found is what stands at its offsets, and hits never overlap', () => {
  const words = ['stem', 'cell', 'cells', 'exosome', 'Exosomes', 'serum', 'esosomi', 'the', 'x'];
  const glue = [' ', '-', ', ', '’s ', ' (', ') ', '\n', '/'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...glue))), (parts) => {
      const sentence = parts.flat().join('');
      let end = 0;
      for (const hit of findTerms([text(sentence)], BASE, 'en').hits) {
        expect(sentence.slice(hit.start, hit.end)).toBe(hit.surface);
        expect(hit.start).toBeGreaterThanOrEqual(end);
        end = hit.end;
      }
    }),
  );
});
