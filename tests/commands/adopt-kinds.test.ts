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
    {
      source: '{"a":"Open the file","m":{"b":"Close the window"}}',
      own: '{\r\n    "a": "Abrir el archivo"\r\n}',
      after: '{\r\n    "a": "Abrir el archivo",\r\n    "m": {\r\n        "b": "⟦⟧"\r\n    }\r\n}',
    },
    {
      source: TWO,
      own: '{\r\n  "a": "Abrir el archivo"\n}\r\n\r\n',
      after: '{\r\n  "a": "Abrir el archivo",\r\n  "b": "⟦⟧"\n}\r\n\r\n',
    },
    {
      source: '{"m":{"a":"Open the file","b":"Close it"}}',
      own: '\ufeff{\n\t"m": {\n\t\t"a": "Abrir"\n\t}\n}\n',
      after: '\ufeff{\n\t"m": {\n\t\t"a": "Abrir",\n\t\t"b": "⟦⟧"\n\t}\n}\n',
    },
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
    {
      source: '{"m":{"a":"Open it","b":"Close it"},"n":{"c":"See it"}}',
      own: '{\n  "m": { "a": "Abrir" },\n  "n": { "c": "Ver" }\n}\n',
      after: '{\n  "m": { "a": "Abrir", "b": "⟦⟧" },\n  "n": { "c": "Ver" }\n}\n',
    },
    {
      source: '{"l":["One thing","Two things","Three things"]}',
      own: '{"l": ["Una cosa", "Dos cosas"]}\n',
      after: '{"l": ["Una cosa", "Dos cosas", "⟦⟧"]}\n',
    },
    { source: '{"l":["One thing","Two things"]}', own: '{"l": {"0": "Una cosa", "1": "Dos cosas"}}\n', people: 2 },
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
    { source: TWO, own: '{"a":"\u00a0","b":"\u200b"}', after: '{"a":"⟦⟧","b":"⟦⟧"}', people: 0 },
    {
      source: '{"m":{"a":"Open the file"},"n":{"c":"See it"},"b":"Close it"}',
      own: '{"m":null,"n":"","b":"Cerrar"}',
      after: '{"m":{"a":"⟦⟧"},"n":{"c":"⟦⟧"},"b":"Cerrar"}',
    },
    { source: '{"m":{"a":"Open the file"}}', own: '{\n  "m": {}\n}\n', after: '{\n  "m": {\n    "a": "⟦⟧"\n  }\n}\n' },
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
    {
      source: '{"z":{"y":{"b":"Close it","a":"Open it"}},"c":"See it"}',
      own: '{"c":"Ver","z":{"y":{"a":"Abrir","b":"Cerrar"}}}',
      machine: 0,
    },
    {
      source: '{"b":"Close it","x":"A new one","d":"See it","y":"Another new one"}',
      own: '{\n  "b": "Cerrar",\n  "d": "Ver"\n}\n',
      after: '{\n  "b": "Cerrar",\n  "x": "⟦⟧",\n  "d": "Ver",\n  "y": "⟦⟧"\n}\n',
    },
    {
      source: '{"m":{"a":"Open it"},"n":{"c":"See it","d":"New one"}}',
      own: '{\n  "n": {\n    "c": "Ver"\n  },\n  "m": {\n    "a": "Abrir"\n  }\n}',
      after: '{\n  "n": {\n    "c": "Ver",\n    "d": "⟦⟧"\n  },\n  "m": {\n    "a": "Abrir"\n  }\n}',
    },
  ],
  'keys without a source': [
    { source: TWO, own: '{"@metadata":{"authors":["Ana"]},"a":"Abrir","b":"Cerrar","old":"Viejo"}' },
    { source: TWO, own: '{"a":"Abrir","b":"Cerrar","m":{"old":"Viejo","n":[1,"dos"]}}' },
    { source: TWO, own: '{"_comment":"de Ana","a":"Abrir","_2":"","b":"Cerrar"}' },
    { source: TWO, own: '{"$schema":"./s.json","@@locale":"es","a":"Abrir","b":"Cerrar"}', machine: 0 },
    { source: '{"f":"A friend"}', own: '{"f":"Un amigo","f_male":"Un amigo","f_female":"Una amiga"}', people: 3 },
    {
      source: '{"n_one":"{{count}} file","n_other":"{{count}} files"}',
      own: '{"n_zero":"Ningún archivo","n_one":"{{count}} archivo","n_many":"{{count}} de archivos","n_other":"{{count}} archivos"}',
      people: 4,
    },
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
    {
      source: '{"l":["<b>Pick</b> a colour before you draw on it","OK"]}',
      own: '{"l":["<b>Pick</b> a colour before you draw on it ","OK"]}',
      after: '{"l":["⟦⟧","OK"]}',
      people: 1,
    },
    {
      source: '{"s":"Pick a colour before you draw on it"}',
      own: '{"s":"Pick a colour before you draw on it"}',
      language: 'en-GB',
      people: 1,
    },
    {
      source: '{"n_one":"You have {{count}} new message","n_other":"You have {{count}} new messages"}',
      own: '{"n_one":"You have {{count}} new message","n_other":"You have {{count}} new messages"}',
      after: '{"n_one":"⟦⟧","n_other":"⟦⟧"}',
      language: 'de',
    },
  ],
  'values that are no text': [
    { source: '{"max":25,"on":true,"t":"The title"}', own: '{"max":30,"on":true,"t":"El título"}' },
    { source: '{"t":"The title","n":null}', own: '{"t":null,"n":null}', after: '{"t":"⟦⟧","n":null}' },
    { source: '{"e":{},"l":[],"t":"The title"}', own: '{"e":{},"l":[],"t":"El título"}', machine: 0 },
    {
      source: '{"l":[{"t":"The title","n":1},{"t":"The other","n":2}]}',
      own: '{"l":[{"t":"El título","n":1}]}',
      after: '{"l":[{"t":"El título","n":1},{"t":"⟦⟧","n":2}]}',
    },
    { source: '{"l":["One thing","Two things"]}', own: '{"l":[null,"Dos cosas"]}', after: '{"l":["⟦⟧","Dos cosas"]}' },
    { source: '{"t":"The title","n":3}', own: '{"t":"El título","n":"tres"}', machine: 0 },
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
    {
      source: '{"a":{"message":"Open it","description":"A"},"b":{"message":"Close it","description":"B"}}',
      own: '{\n  "a": {\n    "message": "Abrir",\n    "description": "A"\n  }\n}',
      after:
        '{\n  "a": {\n    "message": "Abrir",\n    "description": "A"\n  },\n  "b": {\n    "message": "⟦⟧"\n  }\n}',
    },
    {
      source: '{"a":{"message":"Open it","description":"A label"}}',
      own: '{"a":{"message":"","description":"Una etiqueta"}}',
      after: '{"a":{"message":"⟦⟧","description":"Una etiqueta"}}',
    },
    {
      source: '{"a":{"description":"A label","message":"Open it"}}',
      own: '{"a":{"description":"A label","message":"Abrir"}}',
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
    {
      source: '{"{{count}} file_one":"","{{count}} file_other":""}',
      own: '{"{{count}} file_one":"{{count}} archivo","{{count}} file_other":"{{count}} file"}',
      settings: { emptyIsKey: true },
      people: 2,
      machine: 1,
      after:
        '{"{{count}} file_one":"{{count}} archivo","{{count}} file_many":"⟦⟧","{{count}} file_other":"{{count}} file"}',
    },
    {
      source: '{"Open: it":"","Close the window?":""}',
      own: '{"Open: it":"Abrir: esto"}',
      after: '{"Open: it":"Abrir: esto","Close the window?":"⟦⟧"}',
      settings: { emptyIsKey: true },
    },
    {
      source: '{"Pick a colour. Then draw on it.":""}',
      own: '{"Pick a colour. Then draw on it.":"Pick a colour. Then draw on it."}',
      after: '{"Pick a colour. Then draw on it.":"⟦⟧ ⟦⟧"}',
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
    {
      source: '{"f":"{{count}} file","f_plural":"{{count}} files"}',
      own: '{"f_0":"{{count}} plik","f_1":"{{count}} pliki","f_2":"{{count}} plików"}',
      language: 'pl',
      machine: 0,
    },
    {
      source: '{"f":"{{count}} file","f_plural":"{{count}} files"}',
      own: '{"f":"{{count}} fichier","f_plural":"{{count}} fichiers"}',
      language: 'fr',
      machine: 0,
    },
    {
      source: '{"f":"{{count}} file","f_plural":"{{count}} files"}',
      own: '{"f_0":"لا ملفات","f_1":"ملف واحد","f_2":"ملفان","f_3":"{{count}} ملفات","f_4":"{{count}} ملفًا","f_5":"{{count}} ملف"}',
      language: 'ar',
      people: 6,
      machine: 0,
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
    {
      source:
        '{"k":"{g, select, female {{n, plural, one {She has # key} other {She has # keys}}} other {{n, plural, one {They have # key} other {They have # keys}}}}"}',
      own: '{"k":"{g, select, female {{n, plural, one {Ella tiene # clave} other {Ella tiene # claves}}} other {{n, plural, one {Tienen # clave} other {Tienen # claves}}}}"}',
      people: 1,
    },
    {
      source:
        '{"k":"{n, plural, =0 {No keys} one {# key} other {# keys}}","p":"{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place"}',
      own: '{"k":"{n, plural, =0 {Sin claves} =1 {Una clave} other {# claves}}","p":"{n, selectordinal, other {#.º}} puesto"}',
      people: 2,
    },
    {
      source: '{"k":"{n, plural, one {# key} other {# keys}} of {name}","d":"Since {day, date, long}"}',
      own: '{}',
      after: '{\n  "k": "{n, plural, one {⟦⟧} few {⟦⟧} many {⟦⟧} other {⟦⟧}}",\n  "d": "⟦⟧"\n}',
      language: 'ru',
    },
  ],
  'characters for entities': [
    { source: '{"a":"Save &amp; close"}', own: '{"a":"Guardar & cerrar"}' },
    { source: '{"a":"Press &quot;Go&quot;&hellip;"}', own: '{"a":"Pulse «Ir»…"}' },
    { source: '{"a":"10&nbsp;km away"}', own: '{"a":"A 10\u00a0km"}' },
    {
      source: '{"a":"Use &lt;b&gt;","b":"It&#39;s fine &mdash; really"}',
      own: '{"a":"Use &lt;b&gt;","b":"Está bien — de verdad"}',
    },
    { source: '{"a":"&copy; 2024 The team"}', own: '{"a":"© 2024 El equipo"}' },
    { source: '{"a":"Don&apos;t close&nbsp;&amp;&nbsp;wait"}', own: '{"a":"No cierre y espere"}' },
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
    {
      source: '{"a":"Write to help@x.example (in English)."}',
      own: '{"a":"请写信到help@x.example（英文）。"}',
      language: 'zh-Hans',
    },
    {
      source: '{"a":"Open https://x.example/a?b=1 now."}',
      own: '{"a":"今すぐhttps://x.example/a?b=1を開いてください。"}',
      language: 'ja',
    },
    {
      source: '{"a":"Read https://x.example/help first."}',
      own: '{"a":"먼저 https://x.example/help를 읽으세요."}',
      language: 'ko',
    },
  ],
  'placeholders of other libraries': [
    {
      source: '{"a":"Hi { name }, {user-name}","b":"{ $x } of __n__","c":"%x% and [[y]]","d":"*|FNAME|*, $1"}',
      own: '{"a":"Hola { name }, {user-name}","b":"{ $x } de __n__","c":"%x% y [[y]]","d":"*|FNAME|*, $1"}',
      people: 4,
    },
    {
      source: '{"b":"{ $x } of __n__ files","f":"{[ plural(n) one: file, other: files ]}"}',
      own: '{}',
      after: '{\n  "b": "⟦⟧",\n  "f": "{[ plural(n) one: file, other: files ]}"\n}',
    },
    {
      source: '{"a":"Hello :name, you are :age"}',
      own: '{"a":"Hola :name, tiene :age"}',
      settings: { placeholders: [':\\w+'] },
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
    {
      source: `${PAGE}\n1. Install it:\n\n   \`\`\`sh title="a.sh" {1}\n   npm i # wait\n   \`\`\`\n\n2. Run it now.\n`,
      own: `${OWN}\n1. Instálelo:\n\n   \`\`\`sh title="b.sh" {1}\n   npm i # espere\n   \`\`\`\n\n2. Ejecútelo ya.\n`,
    },
    {
      source: `${PAGE}\n\`\`\`sh\na\n\`\`\`\n\nThe end of it.\n`,
      own: `${OWN}\n\`\`\`text\n# un comentario\na\nb\n\`\`\`\n\nFin de todo.\n`,
    },
  ],
  'placeholders in code spans': [
    { source: `${PAGE}\nRun \`push <branch>\` now.\n`, own: `${OWN}\nEjecute \`push <rama>\` ahora.\n` },
    { source: `${PAGE}\n- Set \`API_KEY=your-key\` there\n`, own: `${OWN}\n- Ponga \`API_KEY=su-clave\` allí\n` },
    { source: `${PAGE}\nOpen \`C:\\Users\\name\`, then go.\n`, own: `${OWN}\nAbra \`C:\\Users\\nombre\` y siga.\n` },
    {
      source: `${PAGE}\nRun \`npm test\` in \`<folder>\` now.\n`,
      own: `${OWN}\nEjecute \`npm test\` en la carpeta ahora.\n`,
    },
    {
      source: `${PAGE}\n## The \`--name <value>\` option\n\nIt sets the name.\n`,
      own: `${OWN}\n## La opción \`--name <valor>\`\n\nPone el nombre.\n`,
    },
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
    {
      source: `---\ntitle: Start here\ntags: [one thing, two things]\nsidebar:\n  label: Start\n  order: 1\n---\n\n${PAGE}`,
      own: `---\ntitle: Empiece aquí\nsidebar:\n  order: 2\n  label: Inicio\ntags: [una cosa]\nlast_update: 2024-01-01\n---\n\n${OWN}`,
    },
    {
      source: `---\ntitle: Start here\ndescription: >\n  Read this\n  before you begin.\n---\n\n${PAGE}`,
      own: `---\ntitle: Empiece aquí\ndescription: Lea esto antes de empezar.\n---\n\n${OWN}`,
    },
    { source: PAGE, own: `---\nlang: es\ntranslator: Ana\n---\n\n${OWN}`, machine: 0 },
  ],
  'ids of headings': [
    { source: PAGE, own: '# Empiece aquí {#start-here}\n\nLea la guía antes de empezar.\n' },
    { source: PAGE, own: '# Empiece aquí { #start-here }\n\nLea la guía antes de empezar.\n' },
    { source: PAGE, own: '<a id="start-here"></a>\n\n# Empiece aquí\n\nLea la guía antes de empezar.\n' },
    {
      source:
        '# Start here {#start}\n\nRead the guide before you begin.\n\n## Install it {#install}\n\nRun the installer.\n',
      own: '# Empiece aquí {#empiece}\n\nLea la guía antes de empezar.\n\n## Instalación\n\nEjecute el instalador.\n',
    },
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
    {
      source: `${PAGE}\n[![A map](./map.png)](https://x.example/en/map)\n\nThe end of it.\n`,
      own: `${OWN}\n[![Un mapa](./map.es.png)](https://x.example/es/map)\n\nFin de todo.\n`,
    },
    {
      source: `${PAGE}\nSee [the docs](/en/docs/) and [the wiki](https://en.wikipedia.org/wiki/X).\n`,
      own: `${OWN}\nVea [la documentación](/es/docs/) y la wiki.\n`,
    },
    {
      source: `${PAGE}\nSee [the docs][d] now.\n\n[d]: /en/docs/\n`,
      own: `${OWN}\nVea [la documentación](/es/docs/) ahora.\n`,
    },
  ],
  'texts left as they are': [
    { source: `${PAGE}\n- Node.js\n- Deno\n`, own: `${OWN}\n- Node.js\n- Deno\n` },
    { source: `${PAGE}\n## Infrastructure\n\nIt runs there.\n`, own: `${OWN}\n## Infrastructure\n\nFunciona allí.\n` },
    {
      source: `${PAGE}\n| Name | Use |\n| - | - |\n| Vite | builds |\n`,
      own: `${OWN}\n| Nombre | Uso |\n| - | - |\n| Vite | compila |\n`,
    },
    {
      source: '# Vite\n\nRead the guide.\n\n- TypeScript\n- JSX\n',
      own: '# Vite\n\nLea la guía.\n\n- TypeScript\n- JSX\n',
    },
    {
      source: `${PAGE}\n- [Node.js](https://nodejs.org)\n- [Deno](https://deno.com)\n`,
      own: `${OWN}\n- [Node.js](https://nodejs.org)\n- [Deno](https://deno.com)\n`,
      machine: 0,
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
    {
      source: `${PAGE}\n## Install it\n\nRun the installer.\n\n## Update it\n\nRun the updater, which takes some minutes.\n\n## Remove it\n\nDelete the folder.\n`,
      own: `${OWN}\n## Instalación\n\nEjecute el instalador.\n\n## Eliminación\n\nBorre la carpeta.\n`,
      after: `${OWN}\n## Instalación\n\nEjecute el instalador.\n\n## ⟦⟧\n\n⟦⟧\n\n## Eliminación\n\nBorre la carpeta.\n`,
      machine: 2,
    },
    {
      source: `${PAGE}\n| Name | Use |\n| - | - |\n| Vite | builds it |\n| Rollup | bundles it |\n`,
      own: `${OWN}\n| Nombre | Uso |\n| - | - |\n| Vite | lo compila |\n`,
      after: `${OWN}\n| Nombre | Uso |\n| - | - |\n| Vite | lo compila |\n| ⟦⟧ | ⟦⟧ |\n`,
    },
    {
      source: `${PAGE}\n- One thing\n- Two things\n\nThe end of it.\n`,
      own: `${OWN}\n- Una cosa\n- Dos cosas\n- Y una más, de Ana\n\nFin de todo.\n`,
      machine: 0,
    },
    {
      source: `${PAGE}\n## \`use\` <Badge text="composable" />\n\n## \`with\` <Badge text="helper" />\n`,
      own: `# 여기서 시작\n\n시작하기 전에 안내를 읽으세요.\n\n## \`use\` <Badge text="컴포저블" />\n\n## \`with\` <Badge text="헬퍼" />\n`,
      language: 'ko',
      settings: { flavour: 'vitepress' },
      people: 2,
      machine: 0,
    },
  ],
};

/** What translators leave or make their own of what is no text, in other formats, languages and places. */
const FILES: Readonly<Record<string, readonly (Variant & { readonly name: string })[]>> = {
  'ids of headings': [
    {
      name: 'page.mdx',
      source: '# Start here {/* #start */}\n\nRead it before you begin.\n\n## Install it [#inst]\n\nRun it.\n',
      own: '# Hier beginnen {/* #start */}\n\nLies es vorher.\n\n## Installieren [#installieren]\n\nStarte es.\n',
      language: 'de',
      settings: { flavour: 'docusaurus' },
    },
    {
      name: 'page.html',
      source: '<h1>Start here</h1>\n<p>Read it now.</p>\n<h2>Install it</h2>\n<p>Run it.</p>\n',
      own: '<h1 id="start-here">ابدأ هنا</h1>\n<p>اقرأه الآن.</p>\n<h2 id="install">التثبيت</h2>\n<p>شغله.</p>\n',
      language: 'ar',
    },
    {
      name: 'page.md',
      source: '## Install it\n\nRun it now.\n\n## Remove it\n\nDelete it.\n',
      own: '## Installer\n{: #install-it}\n\nLancez-le.\n\n## Supprimer\n{: #remove-it .big}\n\nEffacez-le.\n',
      language: 'fr',
      settings: { flavour: 'jekyll' },
    },
    {
      name: 'page.md',
      source: 'Start here\n==========\n\nRead it now.\n\nInstall it\n----------\n\nRun it.\n',
      own: 'Comece aqui {#start-here}\n===========\n\nLeia agora.\n\nInstalação {#install-it}\n----------\n\nExecute.\n',
      language: 'pt',
    },
  ],
  'code that was translated': [
    {
      name: 'page.html',
      source: '<p>Run it now:</p>\n<pre><code># wait for it\nrun</code></pre>\n<p>Then stop.</p>\n',
      own: '<p>Lancez-le :</p>\n<pre><code># attendez\nrun</code></pre>\n<p>Puis arrêtez.</p>\n',
      language: 'fr',
    },
    {
      name: 'page.mdx',
      source:
        '# Start here\n\n<Tabs>\n<TabItem value="a">\n\n```js\n// greet\nhi("hello");\n```\n\n</TabItem>\n</Tabs>\n\nThen stop it.\n',
      own: '# 여기서 시작\n\n<Tabs>\n<TabItem value="a">\n\n```js\n// 인사\nhi("안녕");\n```\n\n</TabItem>\n</Tabs>\n\n그만 멈추세요.\n',
      language: 'ko',
    },
    {
      name: 'page.md',
      source:
        '# Start here\n\n::: code-group\n\n~~~sh [npm]\nnpm i # now\n~~~\n\n~~~sh [yarn]\nyarn # now\n~~~\n\n:::\n\nThen stop it.\n',
      own: '# 从这里开始\n\n::: code-group\n\n~~~sh [npm]\nnpm i # 现在\n~~~\n\n~~~sh [yarn]\nyarn # 现在\n~~~\n\n:::\n\n然后停止。\n',
      language: 'zh-CN',
      settings: { flavour: 'vitepress' },
    },
    {
      name: 'page.md',
      source:
        '# Start here\n\n{{< highlight go >}}\n// say it\nfmt.Println("hello")\n{{< /highlight >}}\n\nThen stop it.\n',
      own: '# Ici\n\n{{< highlight go >}}\n// dites-le\nfmt.Println("bonjour")\n{{< /highlight >}}\n\nPuis arrêtez.\n',
      language: 'fr',
      settings: { flavour: 'hugo' },
    },
  ],
  'placeholders in code spans': [
    {
      name: 'page.html',
      source: '<p>Run <code>push &lt;branch&gt;</code> now.</p>\n<p>Then stop it.</p>\n',
      own: '<p>Lancez <code>push &lt;branche&gt;</code>.</p>\n<p>Puis arrêtez.</p>\n',
      language: 'fr',
    },
    {
      name: 'page.md',
      source: '| Command | Use |\n| - | - |\n| `run <name>` | runs `<name>` once |\n',
      own: '| Befehl | Nutzen |\n| - | - |\n| `run <Name>` | startet `<Name>` einmal |\n',
      language: 'de',
    },
    {
      name: 'page.md',
      source: '# Start here\n\nPress <kbd>Enter</kbd>, then type `your name`.\n\nThen stop it.\n',
      own: '# はじめに\n\n<kbd>Enter</kbd>を押して`あなたの名前`と入力します。\n\nそして止めます。\n',
      language: 'ja',
    },
    {
      name: 'app.json',
      source: '{"a":"Run <code>push {{branch}}</code> now","b":"Type `your name`"}',
      own: '{"a":"Ejecute <code>push {{branch}}</code> ya","b":"Escriba `su nombre`"}',
    },
  ],
  'texts left as they are': [
    {
      name: 'page.html',
      source: '<h1>Docker</h1>\n<p>Read it now.</p>\n<ul><li>Linux</li><li>GitHub Actions</li></ul>\n',
      own: '<h1>Docker</h1>\n<p>Leia agora.</p>\n<ul><li>Linux</li><li>GitHub Actions</li></ul>\n',
      language: 'pt-BR',
    },
    {
      name: 'page.md',
      source: '---\ntitle: Partners\n---\n\n## Infrastructure\n\nOur partners give us machines.\n',
      own: '---\ntitle: Partners\n---\n\n## Infrastructure\n\nUnsere Partner geben uns Maschinen.\n',
      language: 'de',
    },
    {
      name: 'page.mdx',
      source: '# Tools\n\n<Card title="GitHub" />\n\n- [Vite](https://vite.dev) and more\n\nRead it now.\n',
      own: '# Tools\n\n<Card title="GitHub" />\n\n- [Vite](https://vite.dev) and more\n\nLeggilo ora.\n',
      language: 'it',
    },
  ],
};

describe('a file with', () => {
  const every = Object.entries(FILES).flatMap(([kind, variants]) =>
    variants.map((variant) => [`${kind}: ${variant.name}, ${variant.language ?? 'es'}`, variant] as const),
  );
  it.each(every)('%s', (_name, variant) => adopted(variant.name, { machine: 0, ...variant }));
});

describe('a page with', () => {
  it.each(EVERY(PAGES))('%s', (_name, variant) => adopted('page.md', variant));
});
