import { expect, test } from 'vitest';
import { findTerms } from '../../scripts/terminology/find.ts';
import { glossaryEntries } from '../../scripts/terminology/native.ts';
import { requiredTerms, termsHash } from '../../scripts/terminology/required.ts';
import { termbase, text } from './content.ts';

const ROWS = [
  'exosome,en,exosome,exosomes',
  'exosome,it,esosoma,esosomi,m',
  'exosome,pt,exossoma,exossomas,m',
  'exosome,pt-BR,exossomo,exossomos,m',
  'exosome,de,Exosom,Exosome,n',
  'exosome,de,Exosoms,Exosomen,n,admitted',
  'exosome,de,Exosömchen,,n,deprecated',
  'pubmed,en,PubMed,,,do-not-translate,,sensitive',
  'serum,en,serum,serums',
  'serum,pt,soro,soros,m',
  'serum,sr,серум',
];
const BASE = termbase(...ROWS);
const hits = (sentence: string, base = BASE) => findTerms([text(sentence)], base, 'en').hits;

test('one requirement a concept, the form in the number of the first hit first, counts over all forms', () => {
  const found = hits('Exosomes on PubMed: an exosome, esosomi.');
  expect(requiredTerms(found, 'en', 'de')).toEqual([
    {
      concept: 'exosome',
      source: 'Exosomes',
      count: 3,
      accepted: ['Exosome', 'Exosom', 'Exosoms', 'Exosomen'],
      deprecated: ['Exosömchen'],
      caseSensitive: false,
    },
    {
      concept: 'pubmed',
      source: 'PubMed',
      count: 1,
      accepted: ['PubMed'],
      deprecated: [],
      caseSensitive: true,
      doNotTranslate: true,
    },
  ]);
});

test('a region has its own terms, else those of the language; never the other way, never another script', () => {
  const accepted = (language: string) =>
    requiredTerms(hits('exosome serum'), 'en', language).map((one) => one.accepted);
  expect(accepted('pt-BR')).toEqual([
    ['exossomo', 'exossomos'],
    ['soro', 'soros'],
  ]);
  expect(accepted('pt')[0]).toEqual(['exossoma', 'exossomas']);
  expect(accepted('it')).toEqual([['esosoma', 'esosomi'], []]);
  expect(accepted('sr-Latn')).toEqual([[], []]);
  expect(accepted('sr-Cyrl')).toEqual([[], ['серум']]);
});

test('the hash changes with what forces another translation, and with nothing else', () => {
  const hash = (...rows: readonly string[]) => termsHash(hits('An exosome.', termbase(...rows)), 'en', 'it');
  const source = 'exosome,en,exosome,exosomes';
  const before = hash(source, 'exosome,it,esosoma,esosomi,m');
  expect(before).toMatch(/^[\w-]{16}$/);
  expect(hash(source, 'exosome,it,esosoma,esosomi,m,,noun,,A note')).toBe(before);
  expect(hash(source, 'exosome,it,esosoma,esosomi,m', 'exosome,it,exosoma,,m,deprecated', 'x,en,y')).toBe(before);
  const others = [
    hash(source, 'exosome,it,exosoma,esosomi,m'),
    hash(source, 'exosome,it,esosoma,exosomi,m'),
    hash(source, 'exosome,it,esosoma,esosomi,f'),
    hash('exosome,en,exosome,exosomes,,do-not-translate'),
  ];
  expect(new Set([before, ...others]).size).toBe(5);
  expect(hash(source)).toBeUndefined();
  expect(termsHash([], 'en', 'it')).toBeUndefined();
});

test('a native glossary holds every form that is looked for, the source language first', () => {
  const { entries } = glossaryEntries(BASE, { source: 'en', target: 'it' });
  expect([...entries]).toEqual([
    ['Exosömchen', 'esosoma'],
    ['PubMed', 'PubMed'],
    ['esosoma', 'esosoma'],
    ['esosomi', 'esosomi'],
    ['exosome', 'esosoma'],
    ['exosomes', 'esosomi'],
    ['exossoma', 'esosoma'],
    ['exossomas', 'esosomi'],
    ['exossomo', 'esosoma'],
    ['exossomos', 'esosomi'],
  ]);
});

test('a form of two concepts is in no native glossary', () => {
  const base = termbase('a,en,cell', 'a,es,célula', 'b,en,prison cell', 'b,en,cell,,,admitted', 'b,es,celda');
  const { entries } = glossaryEntries(base, { source: 'en', target: 'es' });
  expect([...entries.keys()]).toEqual(['celda', 'célula', 'prison cell']);
});

test('a form of the source language wins over the same form of another one', () => {
  const base = termbase('a,en,cura', 'a,es,sanación', 'b,en,care', 'b,it,cura,,f', 'b,es,cuidado');
  expect(glossaryEntries(base, { source: 'en', target: 'es' }).entries.get('cura')).toBe('sanación');
});
