/** Writing and reading Apertium's stream, without Apertium. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../scripts/engines/apertium/assemble.ts';
import { openQuestion } from '../../scripts/engines/apertium/opening-marks.ts';
import { packagesFor, reachable, routeBetween } from '../../scripts/engines/apertium/routes.ts';
import { decode, encode, pairsIn, type Encoding } from '../../scripts/engines/apertium/stream.ts';
import {
  closeGaps,
  knownToItalian,
  openCompounds,
  separateProclitics,
  unknownIn,
} from '../../scripts/engines/apertium/tidy.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { content, shown } from './apertium-harness.ts';

const bound: Encoding = { fixed: new Set(), words: new Map() };
const fixed = (inlines: readonly Inline[]): Encoding => ({
  fixed: new Set(pairsIn(inlines).map((pair) => pair.id)),
  words: new Map(),
});

/** What comes back when a pipeline answers with a stream. */
function answer(source: string, stream: string, encoding: Encoding = bound): string {
  const inlines = content(source);
  const result = assemble(inlines, encoding, decode(stream) ?? []);
  return 'content' in result ? shown(result.content) : `!${result.problem}`;
}

describe('the stream', () => {
  it('escapes its own characters and marks words', () => {
    expect(encode(content('Read the *new study* by {x}.'), bound)).toBe('Read the [[t:g:1]]new study[[/]] by [c2].');
    expect(encode([{ type: 'text', text: 'a[b]~{c}\\/@^$<>*#\0e\u0301' }], bound)).toBe(
      'a\\[b\\][kt]\\{c\\}\\\\\\/\\@\\^\\$\\<\\>[ka][kh]é',
    );
    expect(encode(content('*a _castle_*'), bound)).toBe('[[t:g:1]]a[[/]] [[t:g:1; t:g:2]]castle[[/]]');
    expect(encode(content('*a* {b} *{c}*'), fixed(content('*a*')))).toBe('[o1]a[e1] [c2] [c3]');
    expect(encode(content('is <K>'), { fixed: new Set(), words: new Map([[1, 'Xqzbw']]) })).toBe('is Xqzbw');
  });

  it('comes back as it was sent, whatever the text', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .map((one) => one.normalize('NFC').replaceAll('\0', ''));
    const tree = fc
      .tuple(text, text, text)
      .filter(([, inner]) => /\p{L}/u.test(inner) && /^\p{L}.*\p{L}$/su.test(inner));
    fc.assert(
      fc.property(tree, fc.boolean(), ([before, inner, after], hard) => {
        const source: readonly Inline[] = [
          { type: 'text', text: `a ${before}` },
          {
            type: 'pair',
            id: 1,
            kind: 'strong',
            open: [],
            close: [],
            signature: '',
            children: [{ type: 'text', text: inner }],
          },
          { type: 'code', id: 2, kind: 'code', markup: [], signature: '' },
          { type: 'text', text: `${after} b` },
        ];
        const encoding = hard ? fixed(source) : bound;
        const pieces = decode(encode(source, encoding));
        expect(pieces && assemble(source, encoding, pieces)).toEqual({ content: source });
      }),
    );
  });

  it('refuses a superblank that was never sent', () => {
    expect(decode('a [style] b')).toBeUndefined();
  });
});

describe('an answer', () => {
  it('joins the words of a pair from the first to the last', () => {
    expect(answer('*new study*', '[[t:g:1]]estudio[[/]] de [[t:g:1]]nuevo[[/]].')).toBe('*estudio de nuevo*.');
    expect(answer('*a _castle_* x', "x [[t:g:1; t:g:2]]l'castell[[/]] [[t:g:1]]un[[/]]")).toBe("x *_l'castell_ un*");
  });

  it('keeps blanks and a swallowed full stop outside', () => {
    expect(answer('*few* work.', "[[t:g:1]]peu d'oeuvre.[[/]]")).toBe("*peu d'oeuvre*.");
    expect(answer('*Read me.*', '[[t:g:1]]Leerme.[[/]]')).toBe('*Leerme.*');
    expect(answer('a *b* c', 'a[o1] b [e1]c', fixed(content('a *b* c')))).toBe('a *b* c');
    expect(answer('You', ' Tienes')).toBe('Tienes');
  });

  it('holds a code where the source does', () => {
    expect(answer('*a {x}* b', '[[t:g:1]]a[[/]] y [c2] b')).toBe('*a y {x}* b');
    expect(answer('*a* {x} b', '[[t:g:1]]a[[/]] [c2] [[t:g:1]]z[[/]] b')).toMatch(/^!code 2 changed its place/);
    expect(answer('*a* *b*', '[[t:g:1]]a[[/]] [[t:g:2]]b[[/]] [[t:g:1]]c[[/]]')).toMatch(/^!code 2 changed its place/);
    expect(answer('*a* *b*', '[[t:g:1]]a[[/]] [[t:g:2]]b[[/]] [[t:g:1]]c[[/]] [[t:g:2]]d[[/]]')).toMatch(
      /^!codes 2 and 1 overlap/,
    );
    expect(answer('*a* {x}', '[[t:g:1]]a[[/]]')).toBe('!code 2 got lost');
    expect(answer('*a* {x}', 'a [c2]')).toBe('!code 1 got lost');
    expect(answer('*a* {x}', '[[t:g:1]]a[[/]] [c2] [c2]')).toBe('!code 2 came back twice');
    expect(answer('*a* b', '[o1] [e1]b', fixed(content('*a* b')))).toBe('!code 1 got lost');
  });

  it('puts a finished form where its stand-in word is', () => {
    const words = { fixed: new Set<number>(), words: new Map([[1, 'Xqzbw']]) };
    expect(answer('of <K>', "d'xqzbw.", words)).toBe("d'<K>.");
    expect(answer('of <K>', 'de nada', words)).toBe('!code 1 got lost');
    expect(answer('of <K>', 'Xqzbw y Xqzbw', words)).toBe('!code 1 came back twice');
  });
});

describe('clean-up', () => {
  it('opens hyphenated words that are in no dictionary', () => {
    const hyphen = '^-/-<guio>$';
    expect(openCompounds(`^4/4<num>$${hyphen}^month/month<n>$[[t:g:1]]${hyphen}[[t:g:1]]^old/old<adj>$`)).toBe(
      '^4/4<num>$ ^month/month<n>$ [[t:g:1]]^old/old<adj>$',
    );
    const kept = `^COVID/*COVID$${hyphen}^19/19<num>$ ${hyphen} ^a/a<det>$`;
    expect(openCompounds(kept)).toBe(kept);
  });

  it('says Spanish in words that the Italian pair knows', () => {
    expect(knownToItalian('Muchos y muchas, mucho y muchosx')).toBe('Numerosos y numerosas, mucho y muchosx');
  });

  it('sets pronouns apart from their verb', () => {
    expect(separateProclitics('^prpers<prn><pro><p3>$^sugerir<vblex>$^prpers<prn><enc>$')).toBe(
      '^prpers<prn><pro><p3>$ ^sugerir<vblex>$^prpers<prn><enc>$',
    );
  });

  it('closes the gaps of dropped words, unless the source has such gaps', () => {
    expect(closeGaps('a  b .  [c1]   , c', 'x')).toBe('a b. [c1], c');
    expect(closeGaps('a  b .', 'x  y .')).toBe('a  b .');
    expect(closeGaps('a .5 b', 'x')).toBe('a .5 b');
  });

  it('lists what the analyser does not know', () => {
    expect(unknownIn('^The/the<det>$ ^foo/*foo$[[t:g:1]]^a\\/b/*a\\/b$ ^foo/*foo$')).toEqual(['foo', 'a/b']);
  });

  it('opens Spanish questions and exclamations', () => {
    const opened = (text: string): string => shown(openQuestion(content(text)));
    expect(opened('“*Qué* es?”')).toBe('“*¿Qué* es?”');
    expect(opened('{x} es?')).toBe('¿{x} es?');
    expect(opened('Va!')).toBe('¡Va!');
    for (const text of ['¿Qué es?', 'Es.', '?', 'Qué? Es.']) expect(opened(text)).toBe(text);
  });
});

describe('routes', () => {
  const modes = (source: string, target: string): string | undefined =>
    routeBetween(source, target)
      ?.map((leg) => leg.mode)
      .join('+');

  it('lead by way of Spanish, regions resolved', () => {
    expect(modes('en', 'es')).toBe('eng-spa');
    expect(modes('en-GB', 'es-419')).toBe('eng-spa');
    expect(modes('en', 'pt')).toBe('eng-spa+es-pt');
    expect(modes('en', 'pt-BR')).toBe('eng-spa+es-pt_BR');
    expect(modes('en', 'pt-PT')).toBe('eng-spa+es-pt');
    expect(modes('it', 'es')).toBe('ita-spa');
    expect(modes('it', 'fr')).toBe('ita-spa+es-fr');
    expect(modes('es', 'ca')).toBe('spa-cat');
    for (const [source, target] of [
      ['en', 'de'],
      ['en', 'en-US'],
      ['pt', 'pt-BR'],
      ['de', 'es'],
      ['en', ''],
    ] as const) {
      expect(modes(source, target)).toBeUndefined();
    }
    expect(reachable('en')).toEqual(['ca', 'ca-valencia', 'es', 'fr', 'gl', 'it', 'pt', 'pt-BR']);
  });

  it('name the packages that languages need', () => {
    expect(packagesFor('en', ['es', 'it', 'de'])).toEqual(['apertium', 'apertium-eng-spa', 'apertium-spa-ita']);
    expect(packagesFor('en', ['de'])).toEqual([]);
  });
});
