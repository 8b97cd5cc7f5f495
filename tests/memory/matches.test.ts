import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSyntax } from '../../scripts/formats/syntaxes.ts';
import { translationMemory, type MemoryEntry, type MemoryQuery } from '../../scripts/memory/matches.ts';
import { canonical } from '../../scripts/units/canonical.ts';
import type { SyntaxName } from '../../scripts/units/unit.ts';

const [markdown, plain] = await Promise.all([loadSyntax('markdown'), loadSyntax('plain')]);
const syntaxOf = (name: SyntaxName) => (name === 'plain' ? plain : markdown);
const options = { syntax: syntaxOf, minimum: 75 };

function entry(source: string, target: string, more: Partial<MemoryEntry> = {}): MemoryEntry {
  const syntax = more.syntax ?? 'markdown';
  return {
    namespace: 'article',
    key: 'body.lead.p1',
    sourceLanguage: 'en',
    targetLanguage: 'es',
    syntax,
    state: 'reviewed',
    origin: 'person',
    target,
    ...more,
    source: canonical(syntaxOf(syntax).parse(source)),
  };
}

function query(source: string, more: Partial<MemoryQuery> = {}): MemoryQuery {
  const syntax = more.syntax ?? 'markdown';
  const content = syntaxOf(syntax).parse(source);
  const place = { namespace: 'other', key: 'title', sourceLanguage: 'en', targetLanguage: 'es', ...more };
  // Neighbours that no entry here has, so that only those given below count as context.
  return { previousSource: 'before', nextSource: 'after', ...place, syntax, content, source: canonical(content) };
}

function lookup(entries: readonly MemoryEntry[], wanted: MemoryQuery) {
  const match = translationMemory(entries, options).lookup(wanted);
  return match && { class: match.class, score: match.score, target: match.target };
}

describe('the same source', () => {
  const hello = entry('Hello, world.', 'Hola, mundo.', { previousSource: 'a', nextSource: 'b' });

  test('in the same place is 102, with one half of it 101, elsewhere 100', () => {
    const id = { namespace: 'article', key: 'body.lead.p1' };
    const neighbours = { previousSource: 'a', nextSource: 'b' };
    const found = [{ ...id, ...neighbours }, id, neighbours, {}].map((place) =>
      lookup([hello], query('Hello, world.', place)),
    );
    expect(found).toEqual([
      { class: 'context', score: 102, target: 'Hola, mundo.' },
      { class: 'context', score: 101, target: 'Hola, mundo.' },
      { class: 'context', score: 101, target: 'Hola, mundo.' },
      { class: 'exact', score: 100, target: 'Hola, mundo.' },
    ]);
  });

  test('in other markers is the same, and the value is given back as it is', () => {
    const strong = entry('A **bold** word', 'Una palabra **negrita**');
    expect(lookup([strong], query('A __bold__ word'))).toEqual({
      class: 'exact',
      score: 100,
      target: 'Una palabra **negrita**',
    });
  });

  test('in another syntax is written in that syntax', () => {
    const plain = entry('Fish & *chips*', 'Pescado y *papas*', { syntax: 'plain' });
    const match = lookup([plain], query('Fish & \\*chips\\*'));
    expect(match).toEqual({ class: 'exact', score: 100, target: 'Pescado y \\*papas\\*' });
  });

  test('of another language pair is none', () => {
    expect(lookup([hello], query('Hello, world.', { targetLanguage: 'it' }))).toBeUndefined();
    expect(lookup([hello], query('Hello, world.', { sourceLanguage: 'de' }))).toBeUndefined();
  });

  test('a reviewed target comes before machine text, then what sorts first', () => {
    const machine = entry('Save', 'Salvar', { namespace: 'a', state: 'translated', origin: 'apertium' });
    const second = entry('Save', 'Guardar', { namespace: 'c' });
    const third = entry('Save', 'Ahorrar', { namespace: 'c', key: 'z' });
    const found = fc.sample(fc.shuffledSubarray([machine, second, third], { minLength: 3 }), 10);
    expect(new Set(found.map((entries) => lookup(entries, query('Save'))?.target))).toEqual(new Set(['Guardar']));
  });
});

describe('repaired matches, 99', () => {
  test.each([
    ['a number', 'See step 4.', 'Véase el paso 4.', 'See step 7.', 'Véase el paso 7.'],
    ['numbers that change places', 'From 10 to 20', 'De 10 a 20', 'From 20 to 10', 'De 20 a 10'],
    [
      'a number in the writing of the target',
      'Over 1,000 people',
      'Más de 1.000 personas',
      'Over 2,500 people',
      'Más de 2.500 personas',
    ],
    ['the end', 'Read more', 'Leer más', 'Read more:', 'Leer más:'],
    ['the end inside emphasis', 'Read **more.**', 'Leer **más.**', 'Read **more**', 'Leer **más**'],
    [
      'where a link leads',
      'See [the study](http://a.example) now',
      'Vea ahora [el estudio](http://a.example)',
      'See [the study](http://b.example/x) now',
      'Vea ahora [el estudio](http://b.example/x)',
    ],
    ['a code span', 'Run `npm i` first', 'Primero ejecute `npm i`', 'Run `npm ci` first', 'Primero ejecute `npm ci`'],
    ['emphasis of another kind', 'A *new* word', 'Una palabra *nueva*', 'A **new** word', 'Una palabra **nueva**'],
    [
      'an image, its alt text kept',
      'Look ![a cat](a.png) here',
      'Mire ![un gato](a.png) aquí',
      'Look ![a cat](b.png) here',
      'Mire ![un gato](b.png) aquí',
    ],
    [
      'two codes and two numbers',
      'Put 3 in `a` and 5 in `b`',
      'Ponga 5 en `b` y 3 en `a`',
      'Put 4 in `c` and 6 in `d`',
      'Ponga 6 en `d` y 4 en `c`',
    ],
  ])('%s', (_, source, target, wanted, expected) => {
    expect(lookup([entry(source, target)], query(wanted))).toEqual({ class: 'repaired', score: 99, target: expected });
  });

  test.each([
    [
      'the number is a word in the target',
      'All of the 3 big parts',
      'Las tres grandes partes',
      'All of the 4 big parts',
    ],
    ['one number is two', 'From the 3 big to the 3 small', 'De 3 grandes a 3 chicos', 'From the 3 big to the 4 small'],
    [
      'the target uses the number once more',
      'At least 3 big white mice',
      '3 o más de 3 ratones',
      'At least 4 big white mice',
    ],
    [
      'a new number needs separators that are not known',
      'About 5 big white old mice',
      'Unos 5 ratones',
      'About 5,000 big white old mice',
    ],
    ['an inner comma', 'One big, white old mouse', 'Un ratón', 'One big white old mouse'],
    ['a code moved to other words', 'One `a` big white old mouse', 'Un ratón `a`', 'One big white old `b` mouse'],
    [
      'codes that look alike in the target',
      'Put `a` in big white old `a` here',
      'Ponga `a` en `a`',
      'Put `c` in big white old `d` here',
    ],
    ['the target does not end as the source', 'One big white old mouse.', 'Un ratón!', 'One big white old mouse'],
    [
      'an end before an image',
      'One big white old mouse ![x](a.png)',
      'Un ratón ![x](a.png)',
      'One big white old mouse. ![x](a.png)',
    ],
  ])('not when %s', (_, source, target, wanted) => {
    expect(lookup([entry(source, target)], query(wanted))?.class).not.toBe('repaired');
  });

  test('not when the number asks for another plural form', () => {
    const files = entry('Only 2 of the old files', 'Tylko 2 stare pliki', { targetLanguage: 'pl' });
    const wanted = (count: number) => query(`Only ${count} of the old files`, { targetLanguage: 'pl' });
    expect(lookup([files], wanted(3))).toEqual({ class: 'repaired', score: 99, target: 'Tylko 3 stare pliki' });
    expect(lookup([files], wanted(5))?.class).toBe('fuzzy');
  });

  test('have exactly the codes of the query', () => {
    const code = fc.constantFrom(
      '`a`',
      '`b`',
      '*x*',
      '**x**',
      '[x](http://a.example)',
      '[x](http://b.example)',
      '![x](a.png)',
      '7',
      '8',
      '.',
    );
    const text = fc.array(code, { minLength: 1, maxLength: 4 }).map((codes) => `one ${codes.join(' two ')} three`);
    fc.assert(
      fc.property(text, text, (source, wanted) => {
        const match = lookup([entry(source, source)], query(wanted));
        if (match?.class !== 'repaired') return;
        expect(canonical(markdown.parse(match.target))).toBe(query(wanted).source);
      }),
      { numRuns: 300 },
    );
  });
});

describe('fuzzy matches', () => {
  const sentence = 'The new study looks at small particles';

  test('are scored, and lose for codes, several targets and unreviewed machine text', () => {
    const wanted = query('The new study looks at tiny particles');
    const scoreWith = (...entries: MemoryEntry[]) => lookup(entries, wanted)?.score;
    expect(scoreWith(entry(sentence, 'A'))).toBe(85);
    expect(scoreWith(entry(sentence, 'A'), entry(sentence, 'B', { key: 'z' }))).toBe(84);
    expect(scoreWith(entry(sentence, 'A', { state: 'translated', origin: 'deepl' }))).toBe(80);
    // 8 of 9 tokens, less one for the code.
    expect(lookup([entry(`${sentence} \`x\``, 'A')], query(sentence))?.score).toBe(86);
  });

  test('are never better than 98, and below the minimum none', () => {
    const long = Array.from({ length: 150 }, (_, index) => `w${index}x`).join(' ');
    expect(lookup([entry(long, 'A')], query(`${long} more`))?.score).toBe(98);
    expect(lookup([entry('one two three four', 'A')], query('one two nine ten'))).toBeUndefined();
  });

  test('take the entry that sorts first whatever the order', () => {
    const entries = ['b', 'a', 'c'].map((namespace) => entry(`${sentence} ${namespace}`, namespace, { namespace }));
    const found = fc.sample(fc.shuffledSubarray(entries, { minLength: 3 }), 10);
    expect(new Set(found.map((some) => lookup(some, query(sentence))?.target))).toEqual(new Set(['a']));
  });

  test('come from the language asked for, though all share one index', () => {
    const entries = [entry(sentence, 'es'), entry(`${sentence} too`, 'it', { targetLanguage: 'it' })];
    const memory = translationMemory(entries, options);
    const wanted = 'The new study looks at tiny particles';
    expect(memory.lookup(query(wanted))?.target).toBe('es');
    expect(memory.lookup(query(wanted, { targetLanguage: 'it' }))?.target).toBe('it');
    expect(memory.lookup(query(wanted, { targetLanguage: 'fr' }))).toBeUndefined();
  });
});
