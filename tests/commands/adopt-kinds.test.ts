/** Kinds of translations that projects have when Glossa comes, three variants each: what is people's stays, byte for byte. */
import { describe, expect, it } from 'vitest';
import { exitCode } from '../../scripts/project/report/report.ts';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject } from './temporary-project.ts';

interface Variant {
  readonly source: string;
  readonly own: string;
  /** The translation afterwards, every text of the machine as ⟦⟧; undefined: as it was. */
  readonly after?: string;
  readonly people?: number;
  readonly machine?: number;
  readonly language?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

async function adopted(name: string, variant: Variant): Promise<void> {
  const { source, own, after = own, people, machine, language = 'es', settings = {} } = variant;
  const file = `locales/${language}/${name}`;
  const place = temporaryProject({
    'l10n.config.json': JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: [language],
      engine: 'pseudo',
      ...settings,
    }),
    [`source/${name}`]: source,
    [file]: own,
  });
  const report = await translated(place);
  expect(report.errors).toEqual([]);
  expect(exitCode(report, false)).toBe(0);
  expect(place.read(file).replace(/⟦[^⟧]*⟧/g, '⟦⟧')).toBe(after);
  const { human, machine: made } = report.languages.get(language) ?? {};
  if (people !== undefined) expect(human).toBe(people);
  if (machine !== undefined) expect(made).toBe(machine);
  expect((await translated(place)).written).toBe(0);
  expect((await faultsOf(place)).filter((fault) => fault.startsWith('error'))).toEqual([]);
}

type Kinds = Readonly<Record<string, readonly Variant[]>>;

const EVERY: (kinds: Kinds) => [string, Variant][] = (kinds) =>
  Object.entries(kinds).flatMap(([kind, variants]) =>
    variants.map((variant, index): [string, Variant] => [`${kind}, ${index + 1}`, variant]),
  );

const TWO = '{"a":"Open the file","b":"Close the window"}';

const BUNDLES: Kinds = {
  'bytes around values': [
    {
      source: TWO,
      own: '\ufeff{\r\n\t"a" : "Abrir el archivo"\r\n}\r\n',
      after: '\ufeff{\r\n\t"a" : "Abrir el archivo",\r\n\t"b" : "⟦⟧"\r\n}\r\n',
    },
    { source: TWO, own: '{\r\n  "a": "Abrir",\r\n  "b": ""\r\n}', after: '{\r\n  "a": "Abrir",\r\n  "b": "⟦⟧"\r\n}' },
    { source: TWO, own: '\ufeff{ "b": "Cerrar" }', after: '\ufeff{ "a": "⟦⟧", "b": "Cerrar" }' },
  ],
  layout: [
    {
      source: '{"l":["One thing","Two things"],"b":"Close it"}',
      own: '{"l": [ "Una cosa", "Dos cosas" ],\n\n   "b"  :  "Ci\\u00e9rrelo\\/ya"}',
    },
    {
      source: '{"m":{"a":"Open it"},"n":{"b":"Close it"}}',
      own: '{\n    "m": {"a": "Abrir"}\n}',
      after: '{\n    "m": {"a": "Abrir"},\n    "n": {\n        "b": "⟦⟧"\n    }\n}',
    },
    {
      source: '{"m":{"a":"Open it","b":"Close it"}}',
      own: '{\n  "m.a": "Abrir"\n}\n',
      after: '{\n  "m.a": "Abrir",\n  "m.b": "⟦⟧"\n}\n',
    },
  ],
  'blanks that are no translations': [
    { source: TWO, own: '{"a":"","b":"Cerrar"}', after: '{"a":"⟦⟧","b":"Cerrar"}', people: 1 },
    {
      source: '{"m":{"l":["One thing","Two things"]}}',
      own: '{"m":{"l":["Una cosa",""]}}',
      after: '{"m":{"l":["Una cosa","⟦⟧"]}}',
    },
    {
      source: '{"n_one":"{{count}} file","n_other":"{{count}} files"}',
      own: '{"n_one":"{{count}} archivo","n_many":null,"n_other":" "}',
      after: '{"n_one":"{{count}} archivo","n_many":"⟦⟧","n_other":"⟦⟧"}',
    },
  ],
  'order of keys': [
    { source: '{"c":"See it","a":"Open it","b":"Close it"}', own: '{"a":"Abrir","b":"Cerrar","c":"Ver"}', machine: 0 },
    {
      source: '{"c":"See it","new":"New one","a":"Open it"}',
      own: '{\n "a": "Abrir",\n "c": "Ver"\n}',
      after: '{\n "a": "Abrir",\n "c": "Ver",\n "new": "⟦⟧"\n}',
    },
    {
      source: '{"m":{"y":"Yes now","x":"No more"},"a":"Open it"}',
      own: '{"a":"Abrir","m":{"x":"No más","y":"Sí, ya"}}',
      machine: 0,
    },
  ],
  'keys without a source': [
    { source: TWO, own: '{"@metadata":{"authors":["Ana"]},"a":"Abrir","b":"Cerrar","old":"Viejo"}' },
    { source: TWO, own: '{"a":"Abrir","b":"Cerrar","m":{"old":"Viejo","n":[1,"dos"]}}' },
    { source: TWO, own: '{"_comment":"de Ana","a":"Abrir","_2":"","b":"Cerrar"}' },
  ],
  'the source as a fallback': [
    {
      source: '{"s":"Pick a colour before you draw on it","ok":"OK"}',
      own: '{"s":"Pick a colour before you draw on it","ok":"OK"}',
      after: '{"s":"⟦⟧","ok":"OK"}',
      people: 1,
    },
    {
      source: '{"s":"You have {{count}} new messages in it"}',
      own: '{\n\t"s": "You have {{count}} new messages in it"\n}',
      after: '{\n\t"s": "⟦⟧"\n}',
    },
    { source: '{"n":"GitHub Actions Runner on Ubuntu"}', own: '{"n":"GitHub Actions Runner on Ubuntu"}', people: 1 },
  ],
  'values that are no text': [
    { source: '{"max":25,"on":true,"t":"The title"}', own: '{"max":30,"on":true,"t":"El título"}' },
    { source: '{"t":"The title","n":null}', own: '{"t":null,"n":null}', after: '{"t":"⟦⟧","n":null}' },
    { source: '{"e":{},"l":[],"t":"The title"}', own: '{"e":{},"l":[],"t":"El título"}', machine: 0 },
  ],
  'messages with descriptions': [
    {
      source: '{"a":{"message":"Open it","description":"A label"}}',
      own: '{"a":{"message":"Abrir","description":"A label"}}',
    },
    {
      source: '{"a":{"message":"Hello $USER$","placeholders":{"user":{"content":"$1","example":"Bob"}}}}',
      own: '{"a":{"message":"Hola $USER$","placeholders":{"user":{"content":"$1","example":"Ana"}}}}',
    },
    {
      source: '{"a":{"message":"Hello $USER$","description":"x","placeholders":{"user":{"content":"$1"}}}}',
      own: '{}',
      after:
        '{\n  "a": {\n    "message": "⟦⟧",\n    "placeholders": {\n      "user": {\n        "content": "$1"\n      }\n    }\n  }\n}',
    },
  ],
  'natural keys': [
    {
      source: '{"Open it":"","Close it":""}',
      own: '{"Open it":"Abrir","Close it":""}',
      after: '{"Open it":"Abrir","Close it":"⟦⟧"}',
      settings: { emptyIsKey: true },
    },
    { source: '{"m":{"Open {{x}}":""}}', own: '{"m":{"Open {{x}}":"Abrir {{x}}"}}', settings: { emptyIsKey: true } },
    {
      source: '{"Open. It":"","Close":"Close"}',
      own: '{"Open. It":"Abrir"}',
      after: '{"Open. It":"Abrir","Close":"⟦⟧"}',
      settings: { emptyIsKey: true },
    },
  ],
  'plurals of old': [
    {
      source: '{"f":"{{count}} file","f_plural":"{{count}} files"}',
      own: '{"f_0":"{{count}} файл","f_1":"{{count}} файла","f_2":"{{count}} файлов"}',
      language: 'ru',
      people: 3,
      machine: 0,
    },
    {
      source: '{"f":"{{count}} file","f_plural":"{{count}} files"}',
      own: '{"f_0":"{{count}}個"}',
      language: 'ja',
      machine: 0,
    },
    {
      source: '{"f":"{{count}} file","f_plural":"{{count}} files"}',
      own: '{"f":"{{count}} archivo"}',
      after: '{"f":"{{count}} archivo","f_plural":"⟦⟧"}',
    },
  ],
  'ICU messages': [
    {
      source: '{"k":"{n, plural, one {# key} other {# keys}}"}',
      own: '{"k":"{n, plural, one {# clave} many {# de claves} other {# claves}}"}',
      people: 1,
    },
    {
      source: '{"k":"{n, plural, one {# key} other {# keys}} of {name}","d":"Since {day, date, long}"}',
      own: '{"k":"{n, plural, other {# 個}}、{name}","d":"{day, date, long} から"}',
      language: 'ja',
      people: 2,
    },
    {
      source: '{"g":"{g, select, female {She likes {what}} other {They like {what}}}"}',
      own: '{"g":"{g, select, female {A ella le gusta {what}} other {Les gusta {what}}}"}',
      people: 1,
    },
  ],
  'characters for entities': [
    { source: '{"a":"Save &amp; close"}', own: '{"a":"Guardar & cerrar"}' },
    { source: '{"a":"Press &quot;Go&quot;&hellip;"}', own: '{"a":"Pulse «Ir»…"}' },
    { source: '{"a":"10&nbsp;km away"}', own: '{"a":"A 10\u00a0km"}' },
  ],
  'addresses in Chinese and Japanese': [
    {
      source: '{"a":"See https://x.example/help (in English)."}',
      own: '{"a":"请看https://x.example/help（英文）。"}',
      language: 'zh-Hans',
    },
    {
      source: '{"a":"Read https://x.example/a, then go on."}',
      own: '{"a":"「https://x.example/a」を読んで、続けます。"}',
      language: 'ja',
    },
    {
      source: '{"a":"Go to www.x.example/a_(b) now!"}',
      own: '{"a":"请访问 www.x.example/a_(b)！"}',
      language: 'zh-Hant',
    },
  ],
};

describe('a bundle with', () => {
  it.each(EVERY(BUNDLES))('%s', (_name, variant) => adopted('app.json', variant));
});

const PAGE = '# Start here\n\nRead the guide before you begin.\n';
const OWN = '# Empiece aquí\n\nLea la guía antes de empezar.\n';

const PAGES: Kinds = {
  'code that was translated': [
    {
      source: `${PAGE}\n\`\`\`python\n# print it\nprint("hello")\n\`\`\`\n`,
      own: `${OWN}\n\`\`\`python\n# lo imprime\nprint("hola")\n\`\`\`\n`,
    },
    {
      source: `${PAGE}\n    // a note\n    run();\n\nThe end.\n`,
      own: `${OWN}\n    // una nota\n    run();\n\nFin.\n`,
    },
    {
      source: `${PAGE}\n<!-- a comment -->\n\n\`\`\`sh\necho hi # greet\n\`\`\`\n`,
      own: `${OWN}\n<!-- un comentario -->\n\n\`\`\`sh\necho hola # saluda\n\`\`\`\n`,
    },
  ],
  'placeholders in code spans': [
    { source: `${PAGE}\nRun \`push <branch>\` now.\n`, own: `${OWN}\nEjecute \`push <rama>\` ahora.\n` },
    { source: `${PAGE}\n- Set \`API_KEY=your-key\` there\n`, own: `${OWN}\n- Ponga \`API_KEY=su-clave\` allí\n` },
    { source: `${PAGE}\nOpen \`C:\\Users\\name\`, then go.\n`, own: `${OWN}\nAbra \`C:\\Users\\nombre\` y siga.\n` },
  ],
  'front matter of its own': [
    {
      source: `---\ntitle: Start here\nslug: start\nready: true\n---\n\n${PAGE}`,
      own: `---\nready: true\ntitle: "Empiece aquí"\ntranslator: Ana\n---\n\n${OWN}`,
    },
    {
      source: `---\ntitle: Start here\nhero:\n  actions:\n    - text: Go\n      link: /go/\n---\n\n${PAGE}`,
      own: `---\ntitle: Empiece aquí\nhero:\n  actions:\n    - text: Ir\n      link: /es/ir/\n---\n\n${OWN}`,
    },
    {
      source: `+++\ntitle = "Start here"\ndraft = false\n+++\n\n${PAGE}`,
      own: `+++\ntitle = "Empiece aquí"\n+++\n\n${OWN}`,
    },
  ],
  'ids of headings': [
    { source: PAGE, own: '# Empiece aquí {#start-here}\n\nLea la guía antes de empezar.\n' },
    { source: PAGE, own: '# Empiece aquí { #start-here }\n\nLea la guía antes de empezar.\n' },
    { source: PAGE, own: '<a id="start-here"></a>\n\n# Empiece aquí\n\nLea la guía antes de empezar.\n' },
  ],
  'no ids where its generator gives them by the words': (['starlight', 'mkdocs', 'vitepress'] as const).map(
    (flavour) => ({
      source: `${PAGE}\n## Install it\n\nSee [above](#start-here), then [here](#install-it).\n`,
      own: `${OWN}\n## Instalación\n\nVea [arriba](#start-here) y [aquí](#install-it).\n`,
      settings: { flavour },
    }),
  ),
  'links of its language': [
    { source: `${PAGE}\nSee [the docs](/en/docs/#a).\n`, own: `${OWN}\nVea [la documentación](/es/docs/#b).\n` },
    {
      source: `${PAGE}\nSee [the wiki][w].\n\n[w]: https://en.example.org/wiki\n`,
      own: `${OWN}\nVea [la wiki][w].\n\n[w]: https://es.example.org/wiki\n`,
    },
    {
      source: `${PAGE}\n![A map](./map.png) and <https://x.example/en-US/a>\n`,
      own: `${OWN}\n![Un mapa](./map.es.png) y <https://x.example/es/a>\n`,
    },
  ],
  'texts left as they are': [
    { source: `${PAGE}\n- Node.js\n- Deno\n`, own: `${OWN}\n- Node.js\n- Deno\n` },
    { source: `${PAGE}\n## Infrastructure\n\nIt runs there.\n`, own: `${OWN}\n## Infrastructure\n\nFunciona allí.\n` },
    {
      source: `${PAGE}\n| Name | Use |\n| - | - |\n| Vite | builds |\n`,
      own: `${OWN}\n| Nombre | Uso |\n| - | - |\n| Vite | compila |\n`,
    },
  ],
  'blocks more or less': [
    {
      source: `${PAGE}\nIt was added to the source later on, and says so much that it can be no other block.\n\n## Install it\n\nRun the installer.\n`,
      own: `${OWN}\n## Instalación\n\nEjecute el instalador.\n`,
      after: `${OWN}\n⟦⟧\n\n## Instalación\n\nEjecute el instalador.\n`,
      machine: 1,
    },
    {
      source: `${PAGE}\n## Install it\n\nRun the installer.\n`,
      own: `${OWN}\n> Traducido por Ana.\n\n## Instalación\n\nEjecute el instalador.\n`,
      machine: 0,
    },
    {
      source: `${PAGE}\n- One thing\n- Two things\n- Three things\n\nThe end of it.\n`,
      own: `${OWN}\n- Una cosa\n- Dos cosas\n\nFin de todo.\n`,
      after: `${OWN}\n- Una cosa\n- Dos cosas\n- ⟦⟧\n\nFin de todo.\n`,
      machine: 1,
    },
  ],
};

describe('a page with', () => {
  it.each(EVERY(PAGES))('%s', (_name, variant) => adopted('page.md', variant));
});
