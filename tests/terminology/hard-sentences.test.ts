/** Twelve places where term handling usually breaks, through Apertium into six languages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '../../scripts/engines/engine.ts';
import { findTerms } from '../../scripts/terminology/find.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { pair, standing, termbase, text } from './content.ts';
import { drafts, openApertium } from './drafts.ts';

const BASE = termbase(
  'exosome,en,exosome,exosomes',
  'exosome,es,exosoma,exosomas,m',
  'exosome,it,esosoma,esosomi,m',
  'exosome,fr,exosome,exosomes,m',
  'exosome,pt-BR,exossomo,exossomos,m',
  'exosome,ca,exosoma,exosomes,m',
  'exosome,gl,exosoma,exosomas,m',
  'serum,en,serum,serums',
  'serum,es,sérum,sérums,m',
  'serum,it,siero,sieri,m',
  'serum,fr,sérum,sérums,m',
  'serum,pt-BR,sérum,séruns,m',
  'serum,ca,sèrum,sèrums,m',
  'serum,gl,soro,soros,m',
  'stem,en,stem cell,stem cells',
  'stem,es,célula madre,células madre,f',
  'stem,it,cellula staminale,cellule staminali,f',
  'stem,fr,cellule souche,cellules souches,f',
  'stem,pt-BR,célula-tronco,células-tronco,f',
  'stem,ca,cèl·lula mare,cèl·lules mare,f',
  'stem,gl,célula nai,células nai,f',
  'water,en,micellar water,micellar waters',
  'water,es,agua micelar,aguas micelares,f',
  'water,it,acqua micellare,acque micellari,f',
  'water,fr,eau micellaire,eaux micellaires,f',
  'water,pt-BR,água micelar,águas micelares,f',
  'water,ca,aigua micel·lar,aigües micel·lars,f',
  'water,gl,auga micelar,augas micelares,f',
);

interface Hard {
  readonly name: string;
  readonly source: readonly Inline[];
  readonly hits: number;
  /** Where the words around the term can be expected to be right. */
  readonly expected?: Readonly<Record<string, string>>;
}

const SENTENCES: readonly Hard[] = [
  {
    name: 'possessive',
    source: [text('The exosome’s membrane is thin.')],
    hits: 1,
    expected: {
      es: 'La membrana del exosoma es delgada.',
      it: "La membrana dell'esosoma è sottile.",
      fr: "La membrana de l'exosome est maigre.",
      'pt-BR': 'A membrana do exossomo é delgada.',
      ca: "La membrana de l'exosoma és prima.",
      gl: 'A membrana do exosoma é delgada.',
    },
  },
  {
    name: 'plural possessive',
    source: [text('The exosomes’ membranes are thin.')],
    hits: 1,
    expected: {
      es: 'Las membranas de los exosomas son delgadas.',
      it: 'Le membrane degli esosomi sono sottili.',
      'pt-BR': 'As membranas dos exossomos são delgadas.',
      ca: 'Les membranes dels exosomes són primes.',
      gl: 'As membranas dos exosomas son delgadas.',
    },
  },
  {
    name: 'hyphen compound',
    source: [text('Exosome-derived creams are new.')],
    hits: 1,
    expected: { es: 'Las cremas de exosomas son nuevas.', ca: "Les cremes d'exosomes són noves." },
  },
  {
    name: 'all capitals',
    source: [text('EXOSOMES ARE NEW')],
    hits: 1,
    expected: { es: 'LOS EXOSOMAS SON NUEVOS', it: 'GLI ESOSOMI SONO NUOVI', fr: 'LES EXOSOMES SONT NOUVEAUX' },
  },
  {
    name: 'sentence start',
    source: [text('Exosomes are new.')],
    hits: 1,
    expected: { es: 'Los exosomas son nuevos.', it: 'Gli esosomi sono nuovi.', ca: 'Els exosomes són nous.' },
  },
  {
    name: 'two terms side by side',
    source: [text('The exosome serum is new.')],
    hits: 2,
    expected: {
      es: 'El sérum de exosoma es nuevo.',
      it: "Il siero d'esosoma è nuovo.",
      gl: 'O soro de exosoma é novo.',
    },
  },
  { name: 'in a link', source: [text('Read '), pair(1, 'link', text('our exosome guide')), text(' today.')], hits: 1 },
  { name: 'in bold', source: [text('They use '), pair(1, 'strong', text('exosomes')), text(' daily.')], hits: 1 },
  {
    name: 'in code',
    source: [text('Type '), standing(1, 'code', '`exosome`'), text(' to find exosomes.')],
    hits: 1,
  },
  {
    name: 'in a heading, each word with a capital',
    source: [text('Exosomes and Stem Cells')],
    hits: 2,
    expected: { es: 'Exosomas y Células madre', it: 'Esosomi e Cellule staminali' },
  },
  {
    name: 'in alt text, a piece of its own',
    source: [text('An exosome under the microscope')],
    hits: 1,
    expected: { es: 'Un exosoma bajo el microscopio', it: 'Un esosoma sotto il microscopio' },
  },
  {
    name: 'in a quoted foreign sentence',
    source: [text('The Italian text says “Gli esosomi sono la novità” in its title.')],
    hits: 1,
    expected: { it: 'Il testo italiano dice “Gli esosomi sono la novità” nel suo titolo.' },
  },
  {
    name: 'across the edge of bold',
    source: [text('The stem '), pair(1, 'strong', text('cell')), text(' test is new.')],
    hits: 1,
    expected: { es: 'La prueba de célula madre es nueva.' },
  },
  {
    name: 'feminine with a stressed a',
    source: [text('The micellar water is new and the micellar waters are new.')],
    hits: 2,
    expected: {
      es: 'El agua micelar es nueva y las aguas micelares son nuevas.',
      it: "L'acqua micellare è nuova e le acque micellari sono nuove.",
      fr: "L'eau micellaire est nouvelle et les eaux micellaires sont nouvelles.",
      gl: 'A auga micelar é nova e as augas micelares son novas.',
    },
  },
  {
    name: 'beside the stand-in nouns themselves',
    source: [text('The castle and the garden are new, the exosomes are new.')],
    hits: 1,
    expected: { es: 'El castillo y el jardín son nuevos, los exosomas son nuevos.' },
  },
];

let session: EngineSession;
beforeAll(async () => {
  session = await openApertium();
});
afterAll(() => session.close());

describe.each(['es', 'it', 'fr', 'pt-BR', 'ca', 'gl'])('into %s', (target) => {
  test.each(SENTENCES)(
    '$name',
    async ({ source, hits, expected }) => {
      expect(findTerms(source, BASE, 'en').hits).toHaveLength(hits);
      const [draft] = await drafts(session, [source], BASE, target);
      expect(draft).toMatchObject({ hits, misses: [] });
      const wanted = expected?.[target];
      if (wanted !== undefined) expect(draft?.text).toBe(wanted);
    },
    60_000,
  );
});
