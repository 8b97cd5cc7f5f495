import { expect, test } from 'vitest';
import { termReport, type SourceText } from '../../scripts/terminology/report.ts';
import { suggestTerms } from '../../scripts/terminology/suggest.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { image, standing, termbase, text } from './content.ts';

const BASE = termbase(
  'exosome,en,exosome,exosomes',
  'exosome,es,exosoma,exosomas,m',
  'serum,en,serum,serums',
  'serum,pt,soro,soros,m',
  'scalp,en,scalp',
  'pubmed,en,PubMed Central,,,do-not-translate,,sensitive',
  'a,en,plant',
  'b,en,works',
  'b,en,plant,,,admitted',
);

function source(line: number, content: string | readonly Inline[], language = 'en'): SourceText {
  const nodes = typeof content === 'string' ? [text(content)] : content;
  return { place: { file: 'source/a.md', line }, language, content: nodes };
}

test('which terms are used and where, which never, what languages lack', () => {
  const texts = [
    source(1, 'Exosomes and an exosome'),
    source(2, [text('A plant, '), image(1, 'exosomes')]),
    source(3, 'The serum on PubMed Central'),
  ];
  const project = { sourceLanguage: 'en', targetLanguages: ['es', 'pt-BR'] };
  const lines = (places: readonly { readonly line?: number }[]) => places.map((place) => place.line);
  const report = termReport(BASE, texts, project);
  expect(report.used.map(({ concept, forms, count, places }) => [concept, forms, count, lines(places)])).toEqual([
    ['exosome', ['Exosomes', 'exosome'], 3, [1, 2]],
    ['pubmed', ['PubMed Central'], 1, [3]],
    ['serum', ['serum'], 1, [3]],
  ]);
  expect(report.unused).toEqual(['scalp', 'a', 'b']);
  expect(report.ambiguous.map(({ form, concepts, places }) => [form, concepts, lines(places)])).toEqual([
    ['plant', ['a', 'b'], [2]],
  ]);
  expect(report.coverage).toEqual([
    { language: 'es', covered: 2, missing: ['serum'] },
    { language: 'pt-BR', covered: 2, missing: ['exosome'] },
  ]);
});

function suggested(texts: readonly SourceText[], unknown?: ReadonlySet<string>): string[] {
  return suggestTerms(BASE, texts, unknown).map(({ form, count, reasons }) => `${form} ${count} ${reasons.join('+')}`);
}

test('frequent phrases are suggested once, in their longest form, singular and plural together', () => {
  const texts = [
    source(1, 'The hair mask is a mask for hair. Hair masks are new, and hair masks work.'),
    source(2, 'A cream. The cream and the creams.'),
  ];
  expect(suggested(texts)).toEqual(['hair 4 frequent', 'mask 4 frequent', 'hair mask 3 frequent', 'cream 3 frequent']);
});

test('names, foreign words and words that engines did not know are suggested once they are seen', () => {
  const texts = [
    source(1, 'We read about Marie Curie, retinolo and wrinkles.'),
    source(2, [text('Never '), standing(1, 'code', '`Wrinkles`'), text(' in code. Also not exosomes. Also Also.')]),
  ];
  expect(suggested(texts, new Set(['Wrinkles']))).toEqual([
    'Marie Curie 1 name',
    'retinolo 1 foreign',
    'wrinkles 1 unknown',
  ]);
});

test('a heading with capitals everywhere is no list of names; what the termbase covers is not suggested', () => {
  expect(suggested([source(1, 'New Ways To Read A Label'), source(2, 'serum, serum, serum, serums')])).toEqual([]);
});

test('the places of a suggestion, one for each unit', () => {
  const texts = [source(1, 'lipid barrier, lipid barrier'), source(2, 'the lipid barrier')];
  const [first] = suggestTerms(BASE, texts);
  expect(first).toMatchObject({ form: 'lipid barrier', count: 3, places: [{ line: 1 }, { line: 2 }] });
});
