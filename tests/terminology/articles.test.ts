/** Whole articles through Apertium: every term there, in agreement with what stands around it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineSession } from '../../scripts/engines/engine.ts';
import { mark } from '../../scripts/terminology/mark.ts';
import { restore } from '../../scripts/terminology/restore.ts';
import { loadTermbase } from '../../scripts/terminology/termbase.ts';
import type { Termbase } from '../../scripts/terminology/term.ts';
import { unitTerms } from '../../scripts/terminology/unit-terms.ts';
import { segment } from '../../scripts/units/segments.ts';
import { text } from './content.ts';
import { drafts, missesOf, openApertium, type Draft } from './drafts.ts';

const TARGETS = ['es', 'it', 'fr', 'pt-BR', 'ca', 'gl'] as const;
type Target = (typeof TARGETS)[number];

let session: EngineSession;
beforeAll(async () => {
  session = await openApertium();
});
afterAll(() => session.close());

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

function glossary(path: string): Termbase {
  const { termbase, errors, warnings } = loadTermbase([{ path, text: read(path) }], { sourceLanguage: 'en' });
  expect([errors, warnings]).toEqual([[], []]);
  return termbase;
}

async function translate(article: string, base: Termbase, target: Target): Promise<Draft[]> {
  const sentences = article
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => segment([text(line)], 'en').map(({ content }) => content));
  return drafts(session, sentences, base, target);
}

function figures(all: readonly Draft[]) {
  return {
    hits: all.reduce((sum, draft) => sum + draft.hits, 0),
    misses: all.flatMap((draft) => draft.misses),
    byToken: all.filter((draft) => draft.byToken).length,
  };
}

/** What the five sentences with a plural term before their verb must hold, then the four compounds. */
const AGREEMENT: Readonly<Record<Target, readonly string[]>> = {
  es: [
    'Los exosomas son partículas minúsculas',
    'Los exosomas son de hecho muy interesantes',
    'los exosomas no son',
    'Los exosomas también están',
    'los exosomas pueden',
    'marcas de cuidado de la piel',
    'rutina de cuidado de la piel',
    'cuidado de la piel más inteligente',
    'tejido de cuero cabelludo',
  ],
  it: [
    'Gli esosomi sono particelle minuscole',
    'Gli esosomi sono di fatto molto interessanti',
    'gli esosomi non sono',
    'Gli esosomi anche stanno',
    'gli esosomi possono',
    'marchi di skincare',
    'di skincare, più',
    'skincare più intelligente',
    'tessuto di cuoio capelluto',
  ],
  fr: [
    'Les exosomes sont des particules minuscules',
    'Les exosomes sont en fait très intéressants',
    'les exosomes ne sont pas',
    'Les exosomes aussi sont',
    'les exosomes peuvent',
    'marques de soins de la peau',
    'routine de soins de la peau',
    'soins de la peau plus intelligents',
    'tissu de cuir chevelu',
  ],
  'pt-BR': [
    'Os exossomos são partículas minúsculas',
    'Os exossomos são de fato muito interessantes',
    'os exossomos não são',
    'Os exossomos também estão',
    'os exossomos podem',
    'marcas de cuidados com a pele',
    'rotina de cuidados com a pele',
    'cuidados com a pele mais inteligentes',
    'tecido de couro cabeludo',
  ],
  ca: [
    'Els exosomes són partícules minúscules',
    'Els exosomes són de fet molt interessants',
    'els exosomes no són',
    'Els exosomes també estan',
    'els exosomes poden',
    'marques de cura de la pell',
    'rutina de cura de la pell',
    'cura de la pell més intel·ligent',
    'teixit de cuir cabellut',
  ],
  gl: [
    'Os exosomas son partículas minúsculas',
    'Os exosomas son de feito moi interesantes',
    'os exosomas non son',
    'Os exosomas tamén están',
    'os exosomas poden',
    'marcas de coidado da pel',
    'rutina de coidado da pel',
    'coidado da pel máis intelixente',
    'tecido de coiro cabeludo',
  ],
};

const TITLES: Readonly<Record<Target, string>> = {
  es: 'Exosomas: la palabra mágica nueva en cuidado de la piel',
  it: 'Esosomi: la parola magica nuova in skincare',
  fr: 'Exosomes\u00A0: le mot magique',
  'pt-BR': 'Exossomos: a palavra mágica nova em cuidados com a pele',
  ca: 'Exosomes: la paraula màgica nova en cura de la pell',
  gl: 'Exosomas: a palabra máxica nova en coidado da pel',
};

/** The article's words, without front-matter syntax and heading marks. */
function articleText(): string {
  const markdown = read('source/esosomi.md');
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(markdown) ?? [];
  const field = (name: string): string => new RegExp(`^${name}: "?(.*?)"?$`, 'mu').exec(front)?.[1] ?? '';
  return [field('title'), field('description'), body.replaceAll(/^#+ /gmu, '')].join('\n');
}

test.each(TARGETS)(
  'the article into %s: 26 of 26 terms, 5 of 5 plural verbs, 4 of 4 compounds',
  async (target) => {
    const all = await translate(articleText(), glossary('glossary/skincare.csv'), target);
    expect(figures(all)).toEqual({ hits: 26, misses: [], byToken: 0 });
    const whole = all.map((draft) => draft.text).join('\n');
    expect(AGREEMENT[target].filter((words) => !whole.includes(words))).toEqual([]);
    expect(all[0]?.text.startsWith(TITLES[target])).toBe(true);
  },
  60_000,
);

test('the article into German, by an engine that knows the terms only through their marks: 26 of 26', () => {
  const base = glossary('glossary/skincare.csv');
  const lines = articleText()
    .split('\n')
    .filter((line) => line !== '');
  const found = lines.map((line) => {
    const terms = unitTerms([text(line)], base, 'en');
    const marked = mark([text(line)], terms, 'token', 'de');
    // The engine gives the English back as it is, its codes included.
    return { terms: terms.required('de'), target: restore(marked.content, marked) ?? [] };
  });
  const misses = found.flatMap(({ terms, target }) => missesOf(terms, target, 'de'));
  expect(misses).toEqual([]);
  expect(found.flatMap(({ terms }) => terms).reduce((sum, term) => sum + term.count, 0)).toBe(26);
  const untouched = found.flatMap(({ terms }, index) => missesOf(terms, [text(lines[index] ?? '')], 'de'));
  expect(untouched.length).toBeGreaterThan(10);
});

/** Agreement in an article that had no part in the choice of stand-ins: verbs, participles, adjectives, elision. */
const UNSEEN: Readonly<Record<Target, readonly string[]>> = {
  es: [
    'una apertura estrecha',
    'Las auroras son causadas',
    'Los agujeros negros son invisibles',
    'las constelaciones del zodíaco',
  ],
  it: [
    "un'apertura stretta",
    'Lo specchio primario',
    'costellazioni dello zodiaco',
    'Gli asteroidi sono',
    'Uno spettroscopio',
  ],
  fr: ['une ouverture étroite', 'les météorites peuvent être touchées', 'Les trous noirs sont invisibles'],
  'pt-BR': ['uma abertura estreita', 'As auroras são causadas', 'Os buracos negros são invisíveis'],
  ca: ['una obertura estreta', "d'anys llum", 'Els forats negres són invisibles', "l'espectre"],
  gl: ['unha abertura estreita', 'Os buracos negros son invisibles', 'As supernovas son'],
};

test.each(TARGETS)(
  'an unseen article on another subject into %s: 42 of 42 terms',
  async (target) => {
    const base = glossary('tests/fixtures/terminology/astronomy.csv');
    expect(base.concepts.length).toBeGreaterThanOrEqual(25);
    const all = await translate(read('tests/fixtures/terminology/astronomy.txt'), base, target);
    expect(figures(all)).toEqual({ hits: 42, misses: [], byToken: 0 });
    const whole = all.map((draft) => draft.text).join('\n');
    expect(UNSEEN[target].filter((words) => !whole.includes(words))).toEqual([]);
  },
  60_000,
);
