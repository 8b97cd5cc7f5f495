import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameCodes } from '../../scripts/units/code-identity.ts';
import { codes, mapText, plainText, renumber, tidy } from '../../scripts/units/content.ts';
import { joinSegments, segment } from '../../scripts/units/segments.ts';
import { reuseSentences, type ReusePlan } from '../../scripts/units/sentence-reuse.ts';
import { alignSentences } from '../../scripts/units/sentence-cuts.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { inlineContent } from './inline-content.ts';

/** Text with `code spans`, **strong words** and ![images](a.png). */
function content(value: string): Inline[] {
  const items = value.split(/(`[^`]*`|\*\*[^*]*\*\*|!\[[^\]]*\]\([^)]*\))/).map((part): Inline => {
    const image = /^!\[(.*)\]\((.*)\)$/.exec(part);
    if (image) {
      const [, alt = '', url = ''] = image;
      const markup = ['![', { text: alt, role: 'alt' as const }, `](${url})`];
      return { type: 'code', id: 1, kind: 'image', markup, signature: `image:${url}` };
    }
    if (part.startsWith('`')) return { type: 'code', id: 1, kind: 'code', markup: [part], signature: `code:${part}` };
    if (!part.startsWith('**')) return { type: 'text', text: part };
    const children: Inline[] = [{ type: 'text', text: part.slice(2, -2) }];
    return { type: 'pair', id: 1, kind: 'strong', open: ['**'], close: ['**'], children, signature: 'strong' };
  });
  return renumber(tidy(items));
}

function plan(oldSource: string, oldTarget: string, newSource: string, targetLanguage = 'es'): ReusePlan | undefined {
  return reuseSentences({
    oldSource: content(oldSource),
    oldTarget: content(oldTarget),
    newSource: content(newSource),
    sourceLanguage: 'en',
    targetLanguage,
  });
}

function kept(result: ReusePlan | undefined): [number, string][] | undefined {
  return result && [...result.kept].map(([place, translation]) => [place, plainText(translation)]);
}

const SOURCE = 'Cells send messages in small bubbles. They travel through the blood. Nobody knew why until 1983.';
const TARGET = 'Las células envían mensajes en pequeñas burbujas. Viajan por la sangre. Nadie supo por qué hasta 1983.';

describe('a changed sentence', () => {
  it('is sent alone', () => {
    const result = plan(SOURCE, TARGET, SOURCE.replace('through the blood', 'very fast through the blood'));
    expect(result?.sent).toEqual([1]);
    expect(kept(result)).toEqual([
      [0, 'Las células envían mensajes en pequeñas burbujas.'],
      [2, 'Nadie supo por qué hasta 1983.'],
    ]);
  });

  it('is sent alone where one was added or taken away', () => {
    // Where nothing else changed it does not matter how the old texts align.
    expect(kept(plan(SOURCE, 'Una. Dos. Tres. Cuatro. Cinco.', `${SOURCE} Now we do.`))?.at(-1)?.[1]).toMatch(
      /^Una.*Cinco\.$/,
    );
    expect(plan(SOURCE, TARGET, `${SOURCE} Now we do.`)?.sent).toEqual([3]);
    const shorter = plan(SOURCE, TARGET, SOURCE.replace(' They travel through the blood.', ''));
    expect([shorter?.sent, shorter?.kept.size]).toEqual([[], 2]);
  });

  it('leaves others that differ only in markers alone', () => {
    const target = 'Primera **frase** aquí. Segunda frase muy distinta.';
    const result = plan(
      'First **sentence** here. Second sentence of another kind.',
      target,
      'First **sentence** here. Changed.',
    );
    expect(kept(result)).toEqual([[0, 'Primera frase aquí.']]);
  });
});

describe('another number of sentences in the translation', () => {
  const long =
    'The cell packs proteins, lipids and nucleic acids into a vesicle that it then releases into its surroundings.';
  const more =
    'A neighbouring cell can take that vesicle up and use everything that it finds inside. In 2007 RNA was found there.';
  const target =
    'La célula empaqueta proteínas, lípidos y ácidos nucleicos en una vesícula. Después la libera a su entorno inmediato. ' +
    'Una célula vecina puede captar esa vesícula y aprovechar todo lo que encuentra dentro. En 2007 se encontró allí ARN.';

  it('keeps both halves of a sentence that was split', () => {
    const result = plan(
      `${long} ${more}`,
      target,
      `${long} ${more.replace('In 2007 RNA was', 'In 2007 much RNA was')}`,
    );
    expect(kept(result)).toEqual([
      [0, ''],
      [1, target.replace(' En 2007 se encontró allí ARN.', '')],
    ]);
    expect(result?.sent).toEqual([2]);
  });

  it('keeps one translation for two sentences only while both stay', () => {
    const source =
      'The vesicle is small and round. It also travels very fast. `CD63` was described by three groups in the year 1983.';
    const merged =
      'La vesícula es pequeña y redonda y además viaja muy rápido. `CD63` fue descrita por tres grupos en el año 1983.';
    const result = plan(source, merged, source.replace('three groups', 'four groups'));
    expect(kept(result)).toEqual([
      [0, ''],
      [1, 'La vesícula es pequeña y redonda y además viaja muy rápido.'],
    ]);
    const sentences = segment(content(source), 'en').map((piece, place) => ({
      ...piece,
      content: result?.kept.get(place) ?? content('NEU.'),
    }));
    expect(plainText(joinSegments(sentences))).toBe('La vesícula es pequeña y redonda y además viaja muy rápido. NEU.');
    expect(plan(source, merged, source.replace('fast', 'slowly'))?.sent).toEqual([0, 1]);
  });
});

describe('aligning sentences', () => {
  const source = [
    'It happened in 1983, I think.',
    'It is `CD63` that we now see.',
    'Johnstone said so long ago.',
    'Who would have thought so?',
  ];
  const align = (...target: string[]): [number, number][] =>
    alignSentences(source.map(content), target.map(content), [['long ago', 'hace tiempo']])
      .filter(({ certainty }) => certainty > 0.9)
      .map((cut) => [cut.source, cut.target]);

  it('goes by numbers, codes, names, terms and question marks where lengths tell nothing', () => {
    const [first, last] = ['Fue en 1983 y el nombre es `CD63` hoy.', '¿Quién hubiera llegado a pensar en eso?'];
    expect(align(first, 'Y Johnstone ya dijo eso mismo antes así.', last)).toEqual([
      [0, 0],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    expect(align(first, 'Y eso ya se dijo hace tiempo, muy claro.', last)).toContainEqual([2, 1]);
    expect(
      align(
        'Fue en aquel año y el nombre es otro hoy.',
        'Y él ya dijo eso mismo antes que nadie.',
        'Y quién hubiera llegado a pensar en eso.',
      ),
    ).toEqual([
      [0, 0],
      [4, 3],
    ]);
  });
});

describe('doubt', () => {
  it('sends the whole unit', () => {
    // One sentence for two: what belongs to the changed one cannot be told.
    expect(plan('It is small. It is fast.', 'Es pequeña y rápida.', 'It is small. It is slow.')).toBeUndefined();
    // Told otherwise: which of the two holds the old second sentence?
    const retold =
      'Las células, por la sangre, envían mensajes en pequeñas burbujas. Y esto: Nadie supo por qué hasta 1983. Viajan.';
    expect(plan(SOURCE, retold, SOURCE.replace('blood', 'body'))).toBeUndefined();
    expect(plan(SOURCE, TARGET, 'All of it is new. Every word.')).toBeUndefined();
    expect(plan(SOURCE, '', `${SOURCE} More.`)).toBeUndefined();
  });

  it('sends the whole unit where a kept sentence lost its code', () => {
    const source = 'Run `npm ci` first. Then read the long manual page.';
    expect(plan(source, 'Primero ejecute eso. Luego lea el largo manual.', `${source} Done.`)).toBeUndefined();
  });
});

describe('inline codes of kept sentences', () => {
  const source = 'Old `a` here. See ![a cell](c.png) and **this** there.';
  const target = 'Vea ![una célula](c.png) y **esto** allí.';

  it('have the ids of the new source', () => {
    const result = plan(
      source,
      `Viejo \`a\` aquí. ${target}`,
      'New and `b` and `c` here. See ![a cell](c.png) and **this** there.',
    );
    const translation = result?.kept.get(1) ?? [];
    expect(codes(translation).map(({ id, signature }) => [id, signature])).toEqual([
      [3, 'image:c.png'],
      [4, 'strong'],
    ]);
    expect([...(result?.keptTexts ?? [])]).toEqual([[0, 'una célula']]);
  });

  it('keep texts of images by their number in the new source', () => {
    const result = plan(
      source,
      `Viejo \`a\` aquí. ${target}`,
      '![new](n.png) came. See ![a cell](c.png) and **this** there.',
    );
    expect([...(result?.keptTexts ?? [])]).toEqual([[1, 'una célula']]);
  });
});

describe('any plan', () => {
  it('keeps only what stands in the old translation, and all codes of the new source', () => {
    fc.assert(
      fc.property(inlineContent, inlineContent, inlineContent, (before, middle, after) => {
        const space: Inline = { type: 'text', text: ' ' };
        const unit = (...parts: Inline[][]): Inline[] => renumber(tidy(parts.flatMap((part) => [...part, space])));
        const oldTarget = mapText(unit(before, middle, after), (text) => text.replaceAll('two', 'dos'));
        const newSource = unit(before, content('Changed words.'), after);
        const result = reuseSentences({
          oldSource: unit(before, middle, after),
          oldTarget,
          newSource,
          sourceLanguage: 'en',
          targetLanguage: 'es',
        });
        if (result === undefined) return;
        const pieces = segment(newSource, 'en');
        expect([...result.kept.keys(), ...result.sent].toSorted((a, b) => a - b)).toEqual([...pieces.keys()]);
        for (const translation of result.kept.values()) expect(plainText(oldTarget)).toContain(plainText(translation));
        const assembled = joinSegments(
          pieces.map((piece, place) => ({ ...piece, content: result.kept.get(place) ?? piece.content })),
        );
        const ids = (items: readonly Inline[]): number[] =>
          codes(items)
            .map(({ id }) => id)
            .toSorted((a, b) => a - b);
        expect(sameCodes(newSource, assembled)).toEqual({ missing: [], extra: [] });
        expect(ids(assembled)).toEqual(ids(newSource));
      }),
      { numRuns: 300 },
    );
  });
});
