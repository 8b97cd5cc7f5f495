/** Apertium for real: `npm test` sets it up. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apertium } from '../../scripts/engines/apertium.ts';
import type { EngineSession } from '../../scripts/engines/engine.ts';
import { ConfigurationError, EngineRefusal } from '../../scripts/project/errors.ts';
import { answersTo, content, environment, openApertium, translated } from './apertium-harness.ts';

const TARGETS = ['es', 'it', 'fr', 'pt-BR', 'ca', 'gl'] as const;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let session: EngineSession;
beforeAll(async () => {
  session = await openApertium();
});
afterAll(() => session.close());

describe('routes', () => {
  it.each(TARGETS)('serves %s', async (target) => {
    expect(await apertium.unavailable({ source: 'en', target }, environment)).toBeUndefined();
  });

  it('says what a language lacks', async () => {
    expect(await apertium.unavailable({ source: 'en', target: 'de' }, environment)).toMatch(
      /has no route from en to de/,
    );
    const bare = { ...environment, variables: { PATH: '/nonexistent' } };
    expect(await apertium.unavailable({ source: 'en', target: 'it' }, bare)).toMatch(
      /lt-proc.*apt-get install apertium apertium-eng-spa apertium-spa-ita/,
    );
    const refused = answersTo(session, 'en', 'de', [content('A text.')]);
    await expect(refused).rejects.toBeInstanceOf(EngineRefusal);
  });

  it('refuses options that it does not have', async () => {
    await expect(openApertium({ speed: 3 })).rejects.toBeInstanceOf(ConfigurationError);
    await expect(openApertium({ timeout: 'long' })).rejects.toThrow(/timeout is not a number/);
    await expect(openApertium({ formality: 'high' })).rejects.toThrow(/formality is none of/);
    await expect(openApertium(7)).rejects.toBeInstanceOf(ConfigurationError);
  });

  it('translates from another language than English', async () => {
    expect(await translated(session, 'es', ['La *novità* è importante.'], 'it')).toEqual([
      'La *novedad* es importante.',
    ]);
    expect(await translated(session, 'ca', ['La casa es nueva.'], 'es')).toEqual(['La casa és nova.']);
  });
});

/** What stand-in nouns become, so that terms can take their place: masculine and feminine, also before a vowel. */
const NOUNS: Record<(typeof TARGETS)[number], readonly (readonly [string, string, string])[]> = {
  es: [
    ['castle', 'El _castillo_ es nuevo.', 'Los _castillos_ son nuevos.'],
    ['door', 'La _puerta_ es nueva.', 'Las _puertas_ son nuevas.'],
  ],
  it: [
    ['castle', '_Il castello_ è nuovo.', 'I _castelli_ sono nuovi.'],
    ['door', '_La porta_ è nuova.', 'Le _porte_ sono nuove.'],
    ['tree', "_L'albero_ è nuovo.", '_Gli alberi_ sono nuovi.'],
    ['island', "_L'isola_ è nuova.", 'Le _isole_ sono nuove.'],
  ],
  fr: [
    ['castle', 'Le _château_ est nouveau.', 'Les _châteaux_ sont nouveaux.'],
    ['door', 'La _porte_ est nouvelle.', 'Les _portes_ sont nouvelles.'],
    ['tree', "_L'arbre_ est nouveau.", 'Les _arbres_ sont nouveaux.'],
    ['island', "_L'île_ est nouvelle.", 'Les _îles_ sont nouvelles.'],
  ],
  'pt-BR': [
    ['castle', 'O _castelo_ é novo.', 'Os _castelos_ são novos.'],
    ['door', 'A _porta_ é nova.', 'As _portas_ são novas.'],
  ],
  ca: [
    ['castle', '_El castell_ és nou.', '_Els castells_ són nous.'],
    ['door', '_La porta_ és nova.', '_Les portes_ són noves.'],
    ['tree', "_L'arbre_ és nou.", '_Els arbres_ són nous.'],
    ['island', "_L'illa_ és nova.", '_Les illes_ són noves.'],
  ],
  gl: [
    ['castle', 'O _castelo_ é novo.', 'Os _castelos_ son novos.'],
    ['door', 'A _porta_ é nova.', 'As _portas_ son novas.'],
  ],
};

describe('terms', () => {
  it.each(TARGETS)('agree with stand-in nouns in %s', async (target) => {
    const sentences = NOUNS[target].flatMap(([noun]) => [`The _${noun}_ is new.`, `The _${noun}s_ are new.`]);
    expect(await translated(session, target, sentences)).toEqual(NOUNS[target].flatMap(([, one, many]) => [one, many]));
  });

  it('keep a finished form as a noun of the sentence', async () => {
    const [several, repeated, alone] = await translated(session, 'es', [
      'The function of <suero> is new, and <suero> is old.',
      'Xqzbw and <suero>',
      '<Exosomas>: ',
    ]);
    expect(several).toBe('La función de <suero> es nuevo, y <suero> es viejo.');
    expect(repeated).toBe('Xqzbw y <suero>');
    expect(alone).toBe('<Exosomas>: ');
  });

  it('survive inside markup', async () => {
    expect(await translated(session, 'it', ['Read *the _castle_ study* with *<siero>*.'])).toEqual([
      'Leggere *lo studio _di castello_* con *<siero>*.',
    ]);
  });
});

describe('inline codes', () => {
  it('move with their words, and hold what they held', async () => {
    expect(
      await translated(session, 'es', [
        'Read the *new* *study* by {{name}}.',
        'The *good creams with {x} inside* exist.',
        'The *new study.*',
        'A *{badge}* and *—* are old.',
        ' *Read me.* ',
      ]),
    ).toEqual([
      'Leer el *estudio* *nuevo* por {{name}}.',
      'Las *cremas buenas con {x} interior* existen.',
      'El *estudio nuevo.*',
      'Un *{badge}* y *—* es viejo.',
      ' *Leerme.* ',
    ]);
  });

  it('are there even when the word under them has no translation', async () => {
    expect(await translated(session, 'es', ['They *do* work, {x}.', '*Do* they work?'])).toEqual([
      expect.stringMatching(/^\*.+\*, \{x\}\.$/),
      expect.stringMatching(/^\*.+\* ?.+\?$/),
    ]);
  });
});

describe('text', () => {
  it('comes out clean', async () => {
    expect(
      await translated(session, 'es', [
        '4-month-old mice',
        'A state-of-the-art X-ray from 2020-2021',
        'Many experts suggest it.',
        'You have {n} new messages',
        'Is it new?',
        'A ~ and a # here.',
        'cafe\u0301 “new” — they’re done',
      ]),
    ).toEqual([
      'Ratones de 4 meses',
      'Una radiografía moderna de 2020-2021',
      'Muchos expertos lo sugieren.',
      'Tienes {n} mensajes nuevos',
      '¿Es nuevo?',
      'Un ~ y un # aquí.',
      'La cafetería “nueva” — están hechos',
    ]);
  });

  it('asks for plurals, and addresses readers in one way', async () => {
    const formal = await openApertium({ formality: 'more' });
    const sentences = ['What are exosomes?', 'You can change your password.'];
    const [plain, french, polite] = await Promise.all([
      translated(session, 'es', sentences),
      translated(session, 'fr', sentences),
      translated(formal, 'es', sentences),
    ]);
    await formal.close();
    expect(plain).toEqual(['¿Qué son exosomes?', 'Puedes cambiar tu contraseña.']);
    expect(french[1]).toBe('Vous pouvez changer votre mot de passe.');
    expect(polite[1]).toBe('Puede cambiar su contraseña.');
  });

  it('gives a foreign quotation back as it is', async () => {
    const [quotation] = await translated(session, 'it', ['The label says “Il pane ti parla, basta ascoltarlo”.']);
    expect(quotation).toContain('“Il pane ti parla, basta ascoltarlo”');
  });

  it('says "for" in every language', async () => {
    const all = await Promise.all(
      TARGETS.map((target) => translated(session, target, ['For skin', 'Good for many experts.'])),
    );
    expect(all).toEqual([
      ['Para piel', 'Bueno para muchos expertos.'],
      ['Per pelle', 'Buono per numerosi esperti.'],
      ['Pour peau', "Bon pour beaucoup d'experts."],
      ['Para pele', 'Bom para muitos experientes.'],
      ['Per a pell', 'Bo per a molts experts.'],
      ['Para pel', 'Bo para moitos expertos.'],
    ]);
  });

  it('names the words that Apertium does not know', async () => {
    const [answer] = await answersTo(session, 'en', 'es', [
      content('The zxcvbn skincare has a <suero> and a zxcvbn cat.'),
    ]);
    expect(answer).toMatchObject({ ok: true, unknownWords: ['zxcvbn', 'skincare'] });
  });
});
