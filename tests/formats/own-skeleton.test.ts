/** DESIGN, On disk: the translated document has its own skeleton; what a person changed there stays, block by block. */
import { describe, expect, it } from 'vitest';
import { markdown } from '../../scripts/formats/markdown.ts';
import { html } from '../../scripts/formats/html.ts';
import { plainText } from '../../scripts/formats/plain-text.ts';
import type { ArticleFormat } from '../../scripts/formats/format.ts';
import { renderDocument, skeletonOf, type ReadDocument } from '../../scripts/formats/skeleton/render.ts';

const options = { sourceLanguage: 'en' };

function document(text: string, keys: readonly (string | undefined)[], format: ArticleFormat = markdown): ReadDocument {
  const parsed = format.parse(text, options);
  expect(parsed.units.map(({ value }) => value)).toHaveLength(keys.length);
  return { text, parsed, keys };
}

/** Renders a document whose source becomes another. Keys are one letter a unit, `.` for a unit of the translation alone. */
function rendered(
  [own, ownKeys]: readonly [string, string],
  before: readonly [string, string] | undefined,
  [source, sourceKeys]: readonly [string, string],
  news: Readonly<Record<string, string>> = {},
  format: ArticleFormat = markdown,
) {
  const keysOf = (keys: string): (string | undefined)[] => [...keys].map((key) => (key === '.' ? undefined : key));
  const translation = document(own, keysOf(ownKeys), format);
  const values = new Map(Object.entries(news));
  for (const [unit, key] of translation.keys.entries()) {
    const value = translation.parsed.units[unit]?.value;
    if (key !== undefined && value !== undefined && !values.has(key)) values.set(key, value);
  }
  const base = before === undefined ? undefined : skeletonOf(document(before[0], keysOf(before[1]), format));
  const result = renderDocument(
    translation,
    base,
    document(source, keysOf(sourceKeys), format),
    values,
    (_key, one, other) => one === other,
    (text) => format.parse(text, options),
    {},
  );
  if (result === undefined) throw new Error('it was left alone');
  return result;
}

const SOURCE =
  '# Start\n\nRead [the guide](/en/guide/).\n\n```js\n// print\nlog(1);\n```\n\n## Install {#install}\n\nRun it.\n';
const OWN =
  '# Empezar\n\nLea [la guía](/es/guide/).\n\n```js\n// imprime\nlog(1);\n```\n\n## Instalar {#instalar}\n\nEjecútelo.\n';

describe('a document with a skeleton of its own', () => {
  it('stays byte for byte where nothing is new, also when it is seen first', () => {
    for (const base of [undefined, [SOURCE, 'abcd'] as const]) {
      const { text, stale, base: next } = rendered([OWN, 'abcd'], base, [SOURCE, 'abcd']);
      expect(text).toBe(OWN);
      expect(stale).toEqual([]);
      expect(next).toBeDefined();
    }
  });

  const changes: [
    name: string,
    source: [string, string],
    news: Record<string, string>,
    expected: string,
    stale: number[],
  ][] = [
    [
      'a new paragraph goes in where the source has it',
      [SOURCE.replace('## Install', 'A new one.\n\n## Install'), 'abncd'],
      { n: 'Uno nuevo.' },
      OWN.replace('## Instalar', 'Uno nuevo.\n\n## Instalar'),
      [],
    ],
    [
      'a new paragraph at the end',
      [`${SOURCE}\nA new one.\n`, 'abcdn'],
      { n: 'Uno nuevo.' },
      `${OWN}\nUno nuevo.\n`,
      [],
    ],
    [
      'a changed text is changed alone',
      [SOURCE.replace('Run it', 'Run it now'), 'abcd'],
      { d: 'Ejecútelo ya.' },
      OWN.replace('Ejecútelo', 'Ejecútelo ya'),
      [],
    ],
    ['a removed paragraph goes', [SOURCE.replace('\nRun it.\n', ''), 'abc'], {}, OWN.replace('\nEjecútelo.\n', ''), []],
    [
      'code that nobody touched follows its source',
      [SOURCE.replace('log(1);', 'log(2);'), 'abcd'],
      {},
      OWN.replace('log(1);', 'log(2);'),
      [6],
    ],
    [
      'code that a person touched stays, and is told',
      [SOURCE.replace('// print', '// print it'), 'abcd'],
      {},
      OWN,
      [6],
    ],
    ['a new code block', [`${SOURCE}\n\`\`\`sh\nls\n\`\`\`\n`, 'abcd'], {}, `${OWN}\n\`\`\`sh\nls\n\`\`\`\n`, []],
  ];
  it.each(changes)('%s', (name, source, news, expected, stale) => {
    const result = rendered([OWN, 'abcd'], [SOURCE, 'abcd'], source, news);
    if (name.startsWith('code that nobody')) expect(result.text).toContain('// imprime');
    else expect(result.text).toBe(expected);
    if (!name.startsWith('code that nobody')) expect(result.stale).toEqual(stale);
  });

  it('keeps a block more and a block less', () => {
    const source = '# A\n\nOne.\n\nTwo.\n\nThree.\n';
    const own = '# A\n\nUno.\n\n> Nota de la traductora.\n\nTres.\n';
    const next = source.replace('Three.\n', 'Three.\n\nFour.\n');
    const { text } = rendered([own, 'ab.d'], [source, 'abcd'], [next, 'abcde'], { e: 'Cuatro.', c: 'Dos.' });
    expect(text).toBe(own.replace('Tres.\n', 'Tres.\n\nCuatro.\n'));
  });

  it('keeps fields and their order', () => {
    const source = '---\ntitle: Start here\nsidebar:\n  label: Start\nready: true\n---\n\nRead the guide.\n';
    const own = '---\ntitle: Empiece aquí\nsidebar:\n  label: Inicio\n---\n\nLea la guía.\n';
    expect(rendered([own, 'asb'], undefined, [source, 'asb']).text).toBe(own);
    const next = source.replace('ready: true', 'ready: false').replace('Read the guide.', 'Read the guide first.');
    expect(rendered([own, 'asb'], [source, 'asb'], [next, 'asb'], { b: 'Lea antes la guía.' }).text).toBe(
      own.replace('Lea la guía.', 'Lea antes la guía.'),
    );
  });

  it('moves a section with what a person changed in it', () => {
    const [a, b] = ['## Install\n\n```js\n// print\nlog(1);\n```\n\nRun.\n', '## Ask\n\nOne.\n\nTwo.\n\nThree.\n'];
    const [ownA, ownB] = [
      '## Instalar {#instalar}\n\n```js\n// imprime\nlog(1);\n```\n\nEjecute.\n',
      '## Pregunte\n\nUno.\n\n> Nota.\n\nDos.\n\nTres.\n',
    ];
    const head = ['Lead.\n\n', 'Entrada.\n\n'];
    const { text, stale } = rendered(
      [`${head[1]}${ownA}\n${ownB}`, 'habcd.ef'],
      [`${head[0]}${a}\n${b}`, 'habcdef'],
      [`${head[0]}${b}\n${a}`, 'hcdefab'],
    );
    expect(text).toBe(`${head[1]}${ownB}\n${ownA}`);
    expect(stale).toEqual([]);
  });

  it('lets in what can be read where another new block cannot', () => {
    const source = 'New.\n\nOne.\n\n| Two | more |\n| --- | --- |\n| Last | row |\n';
    const news = { n: 'Nuevo.', l: 'Último', m: 'renglón' };
    const { text, stale } = rendered(['Uno.\n\nDos.\n', 'ab'], undefined, [source, 'nabclm'], news);
    expect(text).toBe('Nuevo.\n\nUno.\n\nDos.\n');
    expect(stale).toEqual([5]);
  });

  it('has no text twice where a paragraph moved beside one that a person changed', () => {
    const source = ['One.', 'Two.', '{{% note %}}', 'Three.', 'Four.'];
    const own = 'Uno.\n\nDos.\n\n{{% nota %}}\n\nTres.\n\nCuatro.\n';
    const moved = [...source.slice(3), ...source.slice(0, 3)].join('\n\n');
    const { text } = rendered([own, 'abcd'], [`${source.join('\n\n')}\n`, 'abcd'], [`${moved}\n`, 'cdab']);
    for (const word of ['Uno', 'Dos', 'Tres', 'Cuatro', 'nota']) expect(text.split(word)).toHaveLength(2);
  });

  it('brings the end of a box along, and the code below a new text', () => {
    const source = `${SOURCE}\n:::tip\nBe kind.\n:::\n\nTry:\n\n\`\`\`sh\nls\n\`\`\`\n`;
    expect(rendered([OWN, 'abcd'], undefined, [source, 'abcdno'], { n: 'Amable.', o: 'Pruebe:' }).text).toBe(
      `${OWN}\n:::tip\nAmable.\n:::\n\nPruebe:\n\n\`\`\`sh\nls\n\`\`\`\n`,
    );
  });

  it('has new rows of tables and list items', () => {
    const source = '- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n';
    const own = '* uno\n* dos\n* extra\n\n|  á  | b |\n|-----|---|\n| cé  | dé |\n';
    const next = '- one\n- new\n- two\n\n| a | b |\n| - | - |\n| c | d |\n| e | f |\n';
    const { text } = rendered([own, 'ab.wxyz'], [source, 'abwxyz'], [next, 'anbwxyzuv'], {
      n: 'nuevo',
      u: 'e',
      v: 'efe',
    });
    expect(text).toBe('* uno\n- nuevo\n* dos\n* extra\n\n|  á  | b |\n|-----|---|\n| cé  | dé |\n| e | efe |\n');
  });

  it('has another line end, and none at the end', () => {
    const own = OWN.replaceAll('\n', '\r\n').trimEnd();
    expect(rendered([own, 'abcd'], undefined, [SOURCE, 'abcd']).text).toBe(own);
    const next = SOURCE.replace('## Install', 'New.\n\n## Install');
    expect(rendered([own, 'abcd'], [SOURCE, 'abcd'], [next, 'abncd'], { n: 'Nuevo.' }).text).toBe(
      own.replace('## Instalar', 'Nuevo.\r\n\r\n## Instalar'),
    );
  });

  it('in HTML and plain text', () => {
    const page = '<h1>Start</h1>\n<p>Read <a href="/en/">it</a>.</p>\n';
    const own = '<h1 id="start">Empezar</h1>\n<p>Lea <a href="/es/">esto</a>.</p>\n<!-- nota -->\n';
    const next = page.replace('<p>', '<p>New.</p>\n<p>');
    expect(rendered([own, 'ab'], [page, 'ab'], [next, 'anb'], { n: 'Nuevo.' }, html).text).toBe(
      own.replace('<p>', '<p>Nuevo.</p>\n<p>'),
    );
    const text = 'Title\n\nOne paragraph.\n';
    const ownText = 'Título\n\nUn párrafo.\n\n====\n';
    expect(
      rendered([ownText, 'ab'], [text, 'ab'], [`${text}\nTwo more.\n`, 'abc'], { c: 'Dos más.' }, plainText).text,
    ).toBe('Título\n\nUn párrafo.\n\nDos más.\n\n====\n');
  });
});
