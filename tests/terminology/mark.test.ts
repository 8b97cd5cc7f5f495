/** Marks and what becomes of them, against answers written by hand; Apertium's own are in `articles.test.ts`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runningText } from '../../scripts/project/text/running-text.ts';
import { mark, type Marked } from '../../scripts/terminology/mark.ts';
import { restore } from '../../scripts/terminology/restore.ts';
import { unitTerms } from '../../scripts/terminology/unit-terms.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { image, pair, standing, termbase, text } from './content.ts';

const BASE = termbase(
  'exosome,en,exosome,exosomes',
  'exosome,es,exosoma,exosomas,m',
  'exosome,it,esosoma,esosomi,m',
  'exosome,de,Exosom,Exosome,n',
  'skincare,en,skincare',
  'skincare,fr,soins de la peau,soins de la peau,m',
  'skincare,es,cuidado de la piel,,m',
  'pubmed,en,PubMed,,,do-not-translate,,sensitive',
  'soothe,en,soothe',
  'soothe,es,calmar,,m,,verb',
  'cell,en,stem cell,stem cells',
  'cell,es,célula madre,células madre,f',
  'plain,en,serum',
  'plain,es,suero',
);

type Method = 'native' | 'proxy' | 'token' | 'prompt';

function marked(content: string | readonly Inline[], method: Method = 'proxy', target = 'es'): Marked {
  const nodes = typeof content === 'string' ? [text(content)] : content;
  return mark(nodes, unitTerms(nodes, BASE, 'en'), method, target);
}

/** Pairs of kind term in braces, standing codes of it in angle brackets, other pairs in brackets. */
function show(content: readonly Inline[]): string {
  return content
    .map((node): string => {
      if (node.type === 'text') return node.text;
      if (node.type === 'code') return node.kind === 'term' ? `<${node.markup.join('')}>` : `#${node.id}`;
      return node.kind === 'term' ? `{${show(node.children)}}` : `[${show(node.children)}]`;
    })
    .join('');
}

/** An answer in the same notation; marks are taken in the order in which they stand. */
function answer(words: string, source: Marked): Inline[] {
  const ids = source.marks.map((one) => one.id);
  return words.split(/(\{[^}]*\}|<>)/u).map((part): Inline => {
    if (part === '<>') return { ...standing(ids.shift() ?? 0, 'term', '') };
    return part.startsWith('{') ? pair(ids.shift() ?? 0, 'term', text(part.slice(1, -1))) : text(part);
  });
}

function restored(source: Marked, words: string): string | undefined {
  const content = restore(answer(words, source), source);
  return content === undefined ? undefined : runningText(content).text;
}

test.each([
  ['The exosome and exosomes.', 'The {castle} and {castles}.'],
  ['Exosomes are new.', '{Castles} are new.'],
  ['EXOSOMES', '{CASTLES}'],
  ['The castle has exosomes.', 'The castle has {gardens}.'],
  ['Castles, gardens and mirrors: exosomes.', 'Castles, gardens and mirrors: <exosomas>.'],
  ['On PubMed we soothe with serum.', 'On <PubMed> we <calmar> with <suero>.'],
  ['The stem cells', 'The {doors}'],
  ['the exosomes’ role, ‘the exosomes’ are', 'the {castles}’s role, ‘the {castles}’ are'],
  ['An exosome-based cream is new.', 'An cream based on {castles} is new.'],
  ['Exosome-free creams and oils', 'Creams without {castles} and oils'],
  ['An exosome-based something odd', 'An something odd based on {castles}'],
  ['An exosome-based very odd new thing', 'An {castle}-based very odd new thing'],
])('stand-ins: %s', (source, expected) => {
  expect(show(marked(source).content)).toBe(expected);
});

test('plural nouns for what is plural in form; no mark where the language has no term', () => {
  expect(show(marked('My skincare', 'proxy', 'fr').content)).toBe('My {castles}');
  expect(show(marked('My exosome', 'proxy', 'fr').content)).toBe('My exosome');
  expect(show(marked('My exosomes', 'proxy', 'de').content)).toBe('My <Exosome>');
});

test('tokens for all terms, nothing for engines that are told the terms', () => {
  expect(show(marked('The exosomes’ role', 'token').content)).toBe('The <exosomas>’ role');
  for (const method of ['native', 'prompt'] as const) {
    expect(show(marked('The exosomes’ role', method).content)).toBe('The exosomes’ role');
  }
});

test('ids continue those of the unit', () => {
  const content = [text('exosome '), pair(3, 'strong', text('exosome')), standing(7, 'code', '`x`')];
  const one = marked(content);
  expect(one.marks.map((each) => each.id)).toEqual([8, 9]);
  expect(one.nextId).toBe(10);
  expect(mark(content, unitTerms(content, BASE, 'en'), 'token', 'es', 20).marks.map((each) => each.id)).toEqual([
    20, 21,
  ]);
});

test('in link text; across the edge of bold, which then holds the whole term; not in code and markup', () => {
  expect(show(marked([pair(1, 'link', text('an exosome'))]).content)).toBe('[an {castle}]');
  expect(show(marked([text('a stem '), pair(1, 'strong', text('cell')), text('!')]).content)).toBe('a [{door}]!');
  expect(show(marked([pair(1, 'strong', text('the stem')), text(' cells are')]).content)).toBe('[the {doors}] are');
  const twice = [pair(1, 'strong', text('stem')), text(' '), pair(2, 'emphasis', text('cell'))];
  expect(show(marked(twice).content)).toBe('[stem] [cell]');
  expect(show(marked([standing(1, 'code', '`exosome`'), image(2, 'exosome')]).content)).toBe('#1#2');
});

test.each([
  ['The exosome is new.', 'El {castillo} es nuevo.', 'El exosoma es nuevo.'],
  ['Exosomes are new.', '{Los castillos} son nuevos.', 'Los exosomas son nuevos.'],
  ['Exosomes: new', '{castillos}: nuevos', 'Exosomas: nuevos'],
  ['Exosomes also help.', 'También {Castillos} ayudan.', 'También exosomas ayudan.'],
  ['We like Exosomes.', 'Nos gustan {los Castillos}.', 'Nos gustan los Exosomas.'],
  ['we like exosomes', '{castillos} nos gustan', 'exosomas nos gustan'],
  ['EXOSOMES ARE NEW', '{Los castillos} SON NUEVOS', 'LOS EXOSOMAS SON NUEVOS'],
  ['EXOSOMES are new', '{Los castillos} son nuevos', 'Los EXOSOMAS son nuevos'],
  ['The exosomes', '{El castillo}', 'El exosoma'],
  ['The exosome', '{EL castillo}', 'El exosoma'],
  ['The exosome', '{del castillo de}', 'del exosoma de'],
  ['The exosomes', 'Los {castles}', 'Los exosomas'],
  ['PubMed helps.', '<> ayuda.', 'PubMed ayuda.'],
])('%s, %s: %s', (source, words, expected) => {
  expect(restored(marked(source), words)).toBe(expected);
});

test.each([
  ['no mark', 'El castillo'],
  ['another noun', 'El {palacio}'],
  ['an empty mark', 'El {}'],
  ['a stand-in left over', 'El {castillo} del castillo'],
])('an answer with %s is not taken', (_, words) => {
  expect(restored(marked('The exosome'), words)).toBeUndefined();
});

test('an answer that holds a mark twice is not taken', () => {
  const source = marked('The exosome');
  const once = answer('{castillo}', source);
  expect(restore([...once, ...once], source)).toBeUndefined();
});

test('bold inside a mark stays', () => {
  const source = marked('The exosome');
  const content = [pair(source.marks[0]?.id ?? 0, 'term', text('el '), pair(1, 'strong', text('castillo')))];
  expect(restore(content, source)).toEqual([text('el '), pair(1, 'strong', text('exosoma'))]);
});

test('an engine that gives back what it got leaves every code in place and every term in the target language', () => {
  const words = fc.constantFrom('exosome', 'Exosomes', 'stem cell', 'PubMed', 'skincare', 'the', 'and', ',');
  const leaf = words.map((word): Inline => text(` ${word} `));
  const tree = fc.array(fc.oneof(leaf, fc.array(leaf, { minLength: 1, maxLength: 3 })), { maxLength: 6 });
  fc.assert(
    fc.property(tree, (nodes) => {
      let id = 0;
      const content = nodes.map((node): Inline => (Array.isArray(node) ? pair((id += 1), 'strong', ...node) : node));
      const source = marked(content, 'token');
      const back = restore(source.content, source);
      expect(back?.filter((node) => node.type === 'pair').map((node) => node.id)).toEqual(
        content.filter((node) => node.type === 'pair').map((node) => node.id),
      );
      const target = runningText(back ?? []).text;
      expect(/exosome|stem cell|skincare/iu.test(target)).toBe(false);
    }),
  );
});
