import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLanguageDetector, type LanguageDetector } from '../../scripts/project/text/language-detection.ts';

let detect: LanguageDetector;

beforeAll(async () => {
  detect = await loadLanguageDetector(['en', 'es', 'it', 'fr', 'pt-BR', 'ca', 'de']);
});

test.each([
  ['it', 'La nuova parola magica per la cura della pelle'],
  ['it', 'Gli esosomi sono una promessa.'],
  ['it', 'Questo è un paragrafo in italiano.'],
  ['fr', 'Les exosomes sont de minuscules particules produites naturellement par nos cellules.'],
  ['pt-BR', 'Exossomos são partículas minúsculas produzidas naturalmente pelas nossas células.'],
  ['ca', 'Els exosomes són partícules diminutes que produeixen les nostres cèl·lules.'],
  ['de', 'Die Exosomen sind winzige Teilchen, die unsere Zellen herstellen.'],
  ['en', 'Exosomes are tiny particles naturally produced by our cells.'],
])('a sentence is surely %s: %s', (language, text) => {
  expect(detect(text)).toEqual({ language, sure: true });
});

test.each([
  'Esosomi',
  'Read more',
  'Kontakt',
  'Home',
  'OK',
  '',
  '42',
  '😀',
  'npm install --save-dev vitest',
  'https://it.example.org/una/parola/della/pelle',
])('nothing is said about %s', (text) => {
  expect(detect(text)).toBeUndefined();
});

test.each([
  'Leonardo da Vinci, Michelangelo Buonarroti and Raffaello Sanzio worked in Florence.',
  'The restaurant "La Dolce Vita" serves spaghetti alla carbonara, tagliatelle al ragù and tiramisù.',
  'The dermatologist Maria Grazia Bianchi of the Università degli Studi di Milano disagrees.',
  'We flew from Buenos Aires to Rio de Janeiro and São Paulo.',
  'Her book "Cien años de soledad" was a success',
  'INCI: Aqua, Glycerin, Butyrospermum Parkii Butter, Cetearyl Alcohol, Prunus Amygdalus Dulcis Oil',
])('an English sentence full of names is not surely another language: %s', (text) => {
  const detected = detect(text);
  expect(detected?.sure === true && detected.language !== 'en').toBe(false);
});

test('a text is believed that looks like the language that it says, and doubted that surely is in another', () => {
  const italian = 'La nuova parola magica per la cura della pelle';
  expect(detect('Tiny particles naturally produced by our cells', 'en-GB')).toEqual({ language: 'en', sure: true });
  expect(detect(italian, 'en')).toEqual({ language: 'it', sure: true });
  expect(detect('Una pelle', 'en')).toBeUndefined();
});

describe('languages that the detector does not know, or mistakes', () => {
  test('Galician is never surely Portuguese where it is a language of the project', async () => {
    const galician = await loadLanguageDetector(['en', 'gl', 'pt-BR']);
    const text = 'Os exosomas son partículas diminutas que producen as nosas células de xeito natural.';
    expect(galician(text)?.sure).not.toBe(true);
  });

  test('with one language, or with none that is known, nothing is sure', async () => {
    for (const languages of [['en'], ['gl', 'xx'], []]) {
      const some = await loadLanguageDetector(languages);
      expect(some('La nuova parola magica per la cura della pelle')?.sure).not.toBe(true);
    }
  });

  test('a language that is none of the project is not surely one of them', async () => {
    const two = await loadLanguageDetector(['en', 'it']);
    for (const text of [
      'Exossomos são partículas minúsculas produzidas naturalmente pelas nossas células.',
      'Una pieza es un átomo posiblemente seguido por un solo elemento, o por un límite.',
      'Las células de la piel producen partículas diminutas que se llaman exosomas.',
      'Exozomii sunt particule foarte mici care sunt produse în mod natural de celulele noastre.',
    ]) {
      expect(two(text)?.sure).not.toBe(true);
    }
  });

  test('detectors do not disturb one another', async () => {
    const other = await loadLanguageDetector(['en', 'fr']);
    expect(other('La nuova parola magica per la cura della pelle')?.language).not.toBe('it');
    expect(detect('La nuova parola magica per la cura della pelle')?.language).toBe('it');
  });
});

test('no sentence of an English technical text is surely in another language', () => {
  const path = new URL('../../node_modules/commonmark-spec/spec.txt', import.meta.url);
  const sentences = readFileSync(path, 'utf8')
    .replace(/^`{3,}[^]*?^`{3,}/gm, '')
    .split(/\n\s*\n|(?<=[.?!])\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\p{L}{3}/u.test(sentence));
  expect(sentences.length).toBeGreaterThan(500);
  const alarms = sentences.filter((sentence) => {
    const detected = detect(sentence);
    return detected?.sure === true && detected.language !== 'en';
  });
  expect(alarms).toEqual([]);
});

test('a very long text costs no more than its beginning', () => {
  expect(detect('Questo è un paragrafo in italiano. '.repeat(300_000))).toEqual({ language: 'it', sure: true });
});
