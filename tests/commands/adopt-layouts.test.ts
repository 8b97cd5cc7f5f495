/** Where translations lie when Glossa comes: tags as they are spelt there, sources that are their own bundle, links to headings. */
import { expect, it } from 'vitest';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject, type TemporaryProject } from './temporary-project.ts';

type Files = Readonly<Record<string, string>>;

function projectOf(settings: Readonly<Record<string, unknown>>, files: Files): TemporaryProject {
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo', ...settings };
  return temporaryProject({ 'l10n.config.json': JSON.stringify(configuration), ...files });
}

const PAGE = '# Start here\n\nRead **it** now.\n';
const CHINESE = '# 从这里开始\n\n现在阅读**它**。\n';
const STRINGS = '{"a":"Open it","b":"Close it"}';

it.each<[string, Record<string, unknown>, Files]>([
  [
    'pages beside those of the source',
    { targetLanguages: ['zh-Hant-TW'], files: [{ source: 'docs/en/{path}.md', target: 'docs/{language}/{path}.md' }] },
    { 'docs/en/g/a.md': PAGE, 'docs/zh-hant-tw/g/a.md': '# 從這裡開始\n\n現在閱讀**它**。\n' },
  ],
  [
    'a part of file names',
    { targetLanguages: ['pt-BR', 'sr-Latn'], files: [{ source: 'lang/app.{language}.json' }] },
    { 'lang/app.en.json': STRINGS, 'lang/app.pt_br.json': '{"a":"Abrir"}', 'lang/app.sr-latn.json': '{"a":"Otvori"}' },
  ],
  [
    'one file, by a pattern without placeholders',
    { targetLanguages: ['zh-CN'], files: [{ source: 'README.md', target: 'README.{language}.md' }] },
    { 'README.md': PAGE, 'README.zh-cn.md': CHINESE },
  ],
  [
    'the source’s tag, too',
    { sourceLanguage: 'en-US', targetLanguages: ['fr-CA'], files: [{ source: 'i18n/{language}/{path}.json' }] },
    { 'i18n/en-us/a.json': STRINGS, 'i18n/fr-ca/a.json': '{"a":"Ouvrir"}' },
  ],
  [
    'in another way than the style that new folders get',
    {
      targetLanguages: ['pt-BR', 'zh-TW', 'fr-CA'],
      files: [{ source: '_locales/{language}/messages.json' }],
      languages: 'underscore',
    },
    {
      '_locales/en/messages.json': '{"a":{"message":"Open it"},"b":{"message":"Close it"}}',
      '_locales/pt_BR/messages.json': '{"a":{"message":"Abrir"}}',
      '_locales/zh_tw/messages.json': '{"a":{"message":"打開"}}',
    },
  ],
])('tags are spelt as on disk: %s', async (_name, settings, files) => {
  const place = projectOf(settings, files);
  const report = await translated(place);
  expect(report.warnings).toEqual([]);
  for (const [file, text] of Object.entries(files)) {
    const human = /(?:^|[/.])(?:pt|zh|sr|fr)/.test(file);
    if (human) expect(place.read(file).replace(/,"b":(?:"⟦[^⟧]*⟧"|\{[^}]*\})/, '')).toBe(text);
  }
  const made = settings['languages'] === 'underscore' ? ['_locales/fr_CA/messages.json'] : [];
  const there = [...place.snapshot('.').keys()].filter((file) => !/^(?:\.glossa|l10n)/.test(file));
  expect(there.toSorted()).toEqual([...Object.keys(files), ...made].toSorted());
  expect((await translated(place)).written).toBe(0);
  expect(await faultsOf(place)).toEqual([]);
});

it('another spelling of a configured language is told each time, and nobody is advised to remove it', async () => {
  const place = projectOf(
    { targetLanguages: ['pt-BR'] },
    { 'source/a.json': STRINGS, 'locales/pt-br/a.json': '{"a":"Abrir"}', 'locales/pt-BR/a.json': '{"a":"Abra"}' },
  );
  for (const _run of [1, 2]) {
    const { warnings } = await translated(place, { prune: true });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/"pt-br" is another spelling of "pt-BR", and left alone: locales\/pt-BR\//),
    ]);
  }
  expect(place.read('locales/pt-br/a.json')).toBe('{"a":"Abrir"}');
});

it.each<[string, Record<string, unknown>, Files, string, [string, string], string]>([
  [
    'messages of an extension',
    { files: [{ source: '_locales/{language}/messages.json' }] },
    {
      '_locales/en/messages.json': '{"a":{"message":"Open the $F$","placeholders":{"f":{"content":"$1"}}}}',
      '_locales/es/messages.json': '{"a":{"message":"Abrir $F$","placeholders":{"f":{"content":"$1"}}}}',
    },
    '_locales/en/messages.json',
    ['Open the', 'Open this'],
    'Open the $F$',
  ],
  [
    'ICU messages in German, with records elsewhere',
    { targetLanguages: ['de'], messages: 'icu', files: [{ source: 'messages/{language}.json' }], records: 'l10n' },
    {
      'messages/en.json': '{"n":"{n, plural, one {# key} other {# keys}} here"}',
      'messages/de.json': '{"n":"{n, plural, one {# Taste} other {# Tasten}} hier"}',
    },
    'messages/en.json',
    ['here', 'there'],
    '{n, plural, one {# key} other {# keys}} here',
  ],
  [
    'a page in Portuguese',
    { targetLanguages: ['pt'], files: [{ source: 'content/{language}/{path}.md' }] },
    { 'content/en/a.md': PAGE, 'content/pt/a.md': '# Comece aqui\n\nLeia **isto** agora.\n' },
    'content/en/a.md',
    ['Read **it** now', 'Read **it** today'],
    'Read **it** now.',
  ],
  [
    'a whole HTML page',
    { targetLanguages: ['pt'], files: [{ source: 'site/{language}/{path}.html' }] },
    {
      'site/en/a.html': '<html lang="en"><body><h1>Start here</h1><p>Read it now.</p></body></html>',
      'site/pt/a.html': '<html lang="pt"><body><h1>Comece aqui</h1><p>Leia agora.</p></body></html>',
    },
    'site/en/a.html',
    ['it now', 'it today'],
    'Read it now.',
  ],
])('a source that is its own bundle is remembered apart: %s', async (...variant) => {
  const [, settings, files, source, [from, to], previous] = variant;
  const place = projectOf(settings, files);
  await translated(place);
  place.write(source, place.read(source).replace(from, to));
  await translated(place);
  const records = [...place.snapshot('.').entries()].filter(([file]) => /\breview\//.test(file));
  expect(records).toHaveLength(1);
  expect(records[0]?.[1]).toContain(`"previous":${JSON.stringify(previous)}`);
  expect(records[0]?.[1]).toMatch(/"suggestion":"[^"]*⟦/);
  for (const file of Object.keys(files)) if (file !== source) expect(place.read(file)).toBe(files[file]);
  expect((await faultsOf(place)).map((fault) => fault.split(' ')[1])).toEqual(['stale']);
  place.write(source, files[source] ?? '');
  await translated(place);
  expect(await faultsOf(place)).toEqual([]);
  expect([...place.snapshot('.').keys()].filter((file) => !/^(?:\.glossa|l10n)/.test(file)).toSorted()).toEqual(
    Object.keys(files).toSorted(),
  );
});

const LINKS = '# Start here\n\nRead [how to install](#install-it).\n\n## Install it\n\nRun the installer.\n';

it.each<[string, Record<string, unknown>, string, string, string, [string, string]]>([
  [
    'ids that the person made, in Spanish',
    { flavour: 'docusaurus' },
    'a.md',
    '# Empiece aquí\n\nLea [cómo instalar](#instalar).\n\n## Instalación {#instalar}\n\nEjecute el instalador.\n',
    'es',
    ['{#instalar}', '{#otra}'],
  ],
  [
    'headings in Japanese',
    {},
    'a.md',
    '# はじめに\n\n[インストール方法](#インストール)を読む。\n\nインストール\n--------\n\n実行する。\n',
    'ja',
    ['(#インストール)', '(#なし)'],
  ],
  [
    'MkDocs’ ids of French headings',
    { flavour: 'mkdocs' },
    'a.md',
    '# Ici\n\nVoir [où le mettre](#etendez-le).\n\n## Étendez-le\n\nLancez l’outil.\n',
    'fr',
    ['## Étendez-le', '## Posez-le'],
  ],
  [
    'percent signs in MDX, in Russian',
    { flavour: 'docusaurus' },
    'a.mdx',
    '# Начало\n\nЧитайте, [как установить](#%D1%83%D1%81%D1%82%D0%B0%D0%BD%D0%BE%D0%B2%D0%BA%D0%B0).\n\n## Установка\n\nЗапустите её.\n',
    'ru',
    ['## Установка', '## Как установить'],
  ],
])('a person’s link to a heading of theirs is right, and told when it is dead: %s', async (...variant) => {
  const [, settings, name, own, language, [from, to]] = variant;
  const file = `locales/${language}/${name}`;
  const faults = async (text: string): Promise<readonly unknown[]> => {
    const place = projectOf({ ...settings, targetLanguages: [language] }, { [`source/${name}`]: LINKS, [file]: text });
    expect((await translated(place)).errors).toEqual([]);
    expect(place.read(file)).toBe(text);
    return (await faultsOf(place)).filter((fault) => fault.includes(' anchors '));
  };
  expect(await faults(own)).toEqual([]);
  expect(await faults(own.replace(from, to))).toHaveLength(1);
});

it('a person’s link to a heading of another page is right where the page in their language has it', async () => {
  const page = (link: string): string => `# Empiece aquí\n\nLea [cómo instalar](${link}) o no.\n`;
  const other = '# Otra\n\n## Instalar\n\nEjecute el instalador.\n';
  const place = projectOf(
    { files: [{ source: 'docs/{language}/{path}.md' }] },
    {
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name) => [
          `docs/en/${name}.md`,
          '# Start here\n\nRead [how to install](/en/other#install-it) or not.\n',
        ]),
      ),
      'docs/en/other.md': '# Other\n\n## Install it\n\nRun the installer.\n',
      'docs/es/a.md': page('/es/other#instalar'),
      'docs/es/b.md': page('/es/other#otra-cosa'),
      'docs/es/c.md': page('/es/other#install-it'),
      'docs/es/d.md': page('/other#instalar'),
      'docs/es/other.md': other,
    },
  );
  await translated(place);
  const anchors = async (): Promise<string[]> =>
    (await faultsOf(place)).filter((fault) => fault.includes(' anchors ')).map((fault) => fault.split(' ')[2] ?? '');
  expect(await anchors()).toEqual([expect.stringMatching(/\/b\.json/)]);
  const configuration = place.json('l10n.config.json');
  // Judged anew, without a look at the sources: the same.
  place.write('l10n.config.json', JSON.stringify({ ...configuration, limits: { nothing: 3 } }));
  expect(await anchors()).toEqual([expect.stringMatching(/\/b\.json/)]);
});
