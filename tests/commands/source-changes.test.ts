/** DESIGN, the translated document has its own skeleton: after any change of its source nothing of a person is gone from it. */
import { expect, it } from 'vitest';
import { exitCode } from '../../scripts/project/report/report.ts';
import { translated } from './in-process.ts';
import { temporaryProject } from './temporary-project.ts';

const SOURCE = `---
title: The drawing board
---

# The drawing board

Open the [user guide](https://example.org/en/guide/) before you start.

Pick a colour, then draw.

## Install the program

Run this command in a shell:

\`\`\`sh
# installs it
npm install board
\`\`\`

- one list item
- another list item

## Ask for help

| Where      | When      |
| ---------- | --------- |
| the forum  | any time  |

:::tip
Be kind to others.
:::

We read all that is written.

We answer what we can.

Some questions take a week.

Nobody answers on Sundays.

Thank you for your patience.

See you in the forum.
`;

/** Laid out as its source. */
const SAME = `---
title: La pizarra
---

# La pizarra

Abra la [guía de uso](https://example.org/en/guide/) antes de empezar.

Elija un color y dibuje.

## Instale el programa

Ejecute esta orden en un intérprete:

\`\`\`sh
# installs it
npm install board
\`\`\`

- un elemento de la lista
- otro elemento de la lista

## Pida ayuda

| Where      | When      |
| ---------- | --------- |
| el foro    | siempre   |

:::tip
Sea amable con los demás.
:::

Leemos todo lo que se escribe.

Respondemos a lo que podemos.

Algunas preguntas tardan una semana.

Nadie responde los domingos.

Gracias por su paciencia.

Nos vemos en el foro.
`
  .replace('Where ', 'Dónde ')
  .replace('When  ', 'Cuándo');

/** With a skeleton of its own: a link, an id, a comment, a field, a note more, a list mark. */
const OWN = SAME.replace('/en/guide', '/es/guide')
  .replace('## Instale el programa', '## Instale el programa {#instalar}')
  .replace('# installs it', '# lo instala')
  .replace('title: La pizarra', 'title: La pizarra\ntranslator: Ana')
  .replace('Elija un color', '> Nota de la traductora.\n\nElija un color')
  .replace('- un elemento', '* un elemento')
  .replace('- otro', '* otro');

const [first, install, help] = [SOURCE.split('## ')[0] ?? '', ...SOURCE.split(/(?=^## )/m).slice(1)];

const CHANGES: [name: string, source: string, seen: { stale?: number; comes?: RegExp; goes?: RegExp }][] = [
  ['a word of a paragraph', SOURCE.replace('Pick a colour', 'Choose a colour'), { stale: 1 }],
  [
    'a new paragraph',
    SOURCE.replace('Pick a', 'Save your work often.\n\nPick a'),
    { comes: /\n\n⟦.*⟧\n\n(?:> Nota|Elija)/ },
  ],
  [
    'a new paragraph before a heading',
    SOURCE.replace('## Install', 'Save your work often.\n\n## Install'),
    { comes: /dibuje\.\n\n⟦.*⟧\n\n## Instale/ },
  ],
  ['a paragraph less', SOURCE.replace('Run this command in a shell:\n\n', ''), { goes: /^Ejecute/ }],
  [
    'sections in another order',
    `${[first, help, '\n', install].join('').trimEnd()}\n`,
    { comes: /## Pida ayuda[^]*foro\.\n\n## Instale el programa[^]*# (?:lo instala|installs it)[^]*otro elemento/ },
  ],
  ['a renamed heading', SOURCE.replace('## Install the program', '## Set the program up'), { stale: 1 }],
  [
    'a new list item',
    SOURCE.replace('- another', '- a new list item\n- another'),
    { comes: /lista\n[-*] ⟦.*⟧\n[-*] otro/ },
  ],
  [
    'a new last list item',
    `${SOURCE.replace('another list item\n', '$&- the last one\n')}`,
    { comes: /lista\n[-*] ⟦.*⟧\n\n## Pida/ },
  ],
  [
    'other code',
    SOURCE.replace('npm install board', 'npm install --global board'),
    { comes: /npm install --global|# lo instala/ },
  ],
  ['a new field of the front matter', SOURCE.replace('title:', 'layout: wide\ntitle:'), { comes: /^layout: wide$/m }],
  ['another address of a link', SOURCE.replace('example.org/en/guide', 'example.org/en/manual'), { stale: 1 }],
  [
    'a new row of a table',
    SOURCE.replace('\n:::tip', '| by letter  | seldom   |\n\n:::tip').replace('any time  |\n\n|', 'any time  |\n|'),
    { comes: /siempre +\|\n\|[^\n]*⟦[^\n]*\|\n\n:::tip/ },
  ],
  [
    'a new box with its end',
    SOURCE.replace(':::tip', ':::info\nIt is free of charge.\n:::\n\n:::tip'),
    { comes: /:::info\n⟦.*⟧\n:::\n\n:::tip/ },
  ],
];

const plain = (text: string): string[] => text.split('\n').map((line) => line.replaceAll(/ +/g, ' '));

it.each([
  ['laid out as its source', SAME],
  ['with a skeleton of its own', OWN],
])('a page of people %s keeps every line when its source changes, and has what is new', async (_name, page) => {
  const place = temporaryProject({
    'l10n.config.json': '{ "sourceLanguage": "en", "targetLanguages": ["es"], "engine": "pseudo" }',
  });
  for (const index of CHANGES.keys()) {
    place.write(`source/${index}.md`, SOURCE);
    place.write(`locales/es/${index}.md`, page);
  }
  const pages = (): string[] => CHANGES.map((_, index) => place.read(`locales/es/${index}.md`));
  await translated(place);
  expect(new Set(pages())).toEqual(new Set([page]));
  for (const [index, [, changed]] of CHANGES.entries()) place.write(`source/${index}.md`, changed);
  const report = await translated(place);
  expect(exitCode(report, false)).toBe(0);
  expect(report.languages.get('es')).toMatchObject({ failed: 0 });
  for (const [index, after] of pages().entries()) {
    const [change = '', changed, { stale = 0, comes, goes }] = CHANGES[index] ?? ['', '', {}];
    expect(changed).not.toBe(SOURCE);
    const left = plain(after);
    const isTheirs = (line: string): boolean => !SOURCE.includes(line) && goes?.test(line) !== true;
    // A page that is laid out as its source is laid out anew with it: blanks in tables are no words.
    const lost = plain(page).filter((line) => isTheirs(line) && !left.includes(line));
    expect([change, lost]).toEqual([change, []]);
    const twice = left.filter((line, at) => /\p{L}{4}/u.test(line) && left.indexOf(line) < at);
    expect([change, twice]).toEqual([change, []]);
    if (goes !== undefined) expect(left.filter((line) => goes.test(line))).toEqual([]);
    if (comes !== undefined) expect(after).toMatch(comes);
    const record = place.read(`locales/.review/es/${index}.json`);
    expect([change, record.match(/"suggestion":"/g) ?? []]).toEqual([
      change,
      expect.objectContaining({ length: stale }),
    ]);
  }
  expect((await translated(place)).written).toBe(0);
  // The source as it was takes the marks away again, and what had come in.
  for (const index of CHANGES.keys()) place.write(`source/${index}.md`, SOURCE);
  expect((await translated(place)).languages.get('es')).toMatchObject({ stale: 0 });
  for (const [index, [change, , { goes }]] of CHANGES.entries()) {
    const back = plain(pages()[index] ?? '');
    if (goes === undefined) expect([change, ...back]).toEqual([change, ...plain(page)]);
  }
});
