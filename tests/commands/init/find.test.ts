/** What `init` finds in projects of others: where strings are, how their languages and messages are written. */
import { describe, expect, it } from 'vitest';
import { planInit } from '../../../scripts/commands/init/index.ts';
import { temporaryProject } from '../temporary-project.ts';

function found(files: Readonly<Record<string, string>>, from?: string): Readonly<Record<string, unknown>> {
  const place = temporaryProject(files);
  place.remove('l10n.config.json');
  const { configuration, notes } = planInit(place.root, { from, source: undefined, to: undefined, engine: undefined });
  return { ...configuration, ...(notes.length === 0 ? {} : { notes }) };
}

/** The same small file in each language. */
function each(names: readonly string[], path: (name: string) => string, text = '{"a":"One"}'): Record<string, string> {
  return Object.fromEntries(names.map((name) => [path(name), text]));
}

const HAN = JSON.stringify({ a: '設定面板的顏色與大小以及其他許多東西都在這裡可以找到' });

describe('init finds', () => {
  it.each<[string, Record<string, string>, Record<string, unknown>]>([
    [
      'files in the root',
      each(['en', 'es', 'pt-BR'], (name) => `${name}.json`),
      { files: [{ source: '{language}.json' }] },
    ],
    [
      'modules with a folder of strings each',
      Object.assign(
        {},
        ...['a', 'b', 'c', 'd', 'e'].map((module) => each(['en', 'es'], (name) => `src/${module}/i18n/${name}.json`)),
      ),
      { files: [{ source: 'src/{path}/i18n/{language}.json' }] },
    ],
    [
      'the languages that Nuxt names',
      {
        'package.json': '{"devDependencies":{"@nuxtjs/i18n":"9"}}',
        'nuxt.config.ts': "export default { i18n: { locales: [{ code: 'en', language: 'en-US' }, { code: 'fr' }] } }",
        'i18n/locales/en.json': '{"a":"One"}',
      },
      { files: [{ source: 'i18n/locales/{language}.json' }], targetLanguages: ['fr'] },
    ],
    [
      "the languages of i18next's own programs",
      {
        'package.json': '{"devDependencies":{"i18next-cli":"1"}}',
        'i18next.config.ts': "export default defineConfig({ locales: ['en', 'es', 'ja'] })",
        'locales/en/common.json': '{"a":"One"}',
      },
      { targetLanguages: ['es', 'ja'] },
    ],
    [
      "Hugo's folders of any name",
      {
        'hugo.toml': '[languages.en]\ncontentDir = "content/english"\n[languages.es]\ncontentDir = "content/spanish"\n',
        ...each(['english', 'spanish'], (name) => `content/${name}/a.md`, '# One'),
      },
      { files: [{ source: 'content/{language}/{path}.md' }], languages: { en: 'english', es: 'spanish' } },
    ],
    [
      "Hugo's folder of settings",
      {
        'config/_default/hugo.toml': 'defaultContentLanguage = "en"\n',
        'config/_default/languages.toml': '[en]\nweight = 1\n[fr]\nweight = 2\n',
        ...each(['a', 'a.es'], (name) => `content/${name}.md`, '# One'),
      },
      {
        files: [{ source: 'content/{path}.md', target: 'content/{path}.{language}.md' }],
        targetLanguages: ['es', 'fr'],
      },
    ],
    [
      'VitePress at the root of a repository',
      {
        '.vitepress/config.mjs':
          "export default { locales: { root: { label: 'English', lang: 'en' }, es: { label: 'Español' } } }",
        ...each(['README', 'guide/a', 'es/guide/a'], (name) => `${name}.md`, '# One'),
      },
      { files: [{ source: '{path}.md', target: '{language}/{path}.md', exclude: ['*[A-Z]*.md', '.*/**'] }] },
    ],
    [
      'VitePress with a folder of sources',
      {
        '.vitepress/config.ts':
          "export default { srcDir: './pages', locales: { root: { label: 'English' }, es: { label: 'Español' } } }",
        ...each(['a', 'es/a'], (name) => `pages/${name}.md`, '# One'),
      },
      { files: [{ source: 'pages/{path}.md', target: 'pages/{language}/{path}.md' }] },
    ],
    [
      'Starlight in a folder of a repository',
      {
        'docs/astro.config.mjs':
          "import starlight from '@astrojs/starlight'; starlight({ locales: { root: { label: 'E', lang: 'en' }, es: { label: 'E' } } })",
        ...each(['a', 'es/a'], (name) => `docs/src/content/docs/${name}.md`, '# One'),
      },
      { files: [{ source: 'docs/src/content/docs/{path}.md', target: 'docs/src/content/docs/{language}/{path}.md' }] },
    ],
    [
      'Docusaurus with its pages beside it, and labels of the sidebar',
      {
        'website/docusaurus.config.ts':
          "export default { i18n: { defaultLocale: 'en', locales: ['en', 'pt-BR'] }, presets: [['classic', { docs: { path: '../docs' } }]] };",
        'docs/a.md': '# One',
        'website/i18n/en/docusaurus-plugin-content-docs/current.json': '{"a":{"message":"One"}}',
      },
      {
        files: [
          expect.objectContaining({
            source: 'docs/{path}{extension}',
            target: 'website/i18n/{language}/docusaurus-plugin-content-docs/current/{path}{extension}',
          }),
          expect.objectContaining({ source: 'website/i18n/{language}/docusaurus-plugin-content-docs/{path}.json' }),
        ],
      },
    ],
    [
      'the schema of the package that is installed',
      { ...each(['en', 'es'], (name) => `locales/${name}.json`), 'node_modules/glossa/l10n.schema.json': '{}' },
      { $schema: './node_modules/glossa/l10n.schema.json' },
    ],
    [
      'files in a folder of any name',
      each(['en', 'es'], (name) => `src/assets/words/${name}.json`),
      { files: [{ source: 'src/assets/words/{language}.json' }] },
    ],
    [
      'a language in the names, of the source too',
      each(['en', 'es', 'fr'], (name) => `lang/messages.${name}.json`),
      { files: [{ source: 'lang/{path}.{language}.json' }], targetLanguages: ['es', 'fr'] },
    ],
    [
      'a language in the names of translations alone',
      { 'lang/main.json': '{"a":"One"}', ...each(['es', 'ptBR'], (name) => `lang/main-${name}.json`) },
      {
        files: [{ source: 'lang/{path}.json', target: 'lang/{path}-{language}.json' }],
        sourceLanguage: 'en',
        languages: { 'pt-BR': 'ptBR' },
      },
    ],
    [
      "Chrome's folders",
      each(['en', 'es', 'pt_BR'], (name) => `_locales/${name}/messages.json`),
      { files: [{ source: '_locales/{language}/messages.json' }], languages: { 'pt-BR': 'pt_BR' } },
    ],
    [
      'of two regions the larger one as the source',
      each(['en_GB', 'en_US', 'es_ES'], (name) => `i18n/${name}.json`),
      { sourceLanguage: 'en-US', targetLanguages: ['en-GB', 'es-ES'] },
    ],
    [
      'languages that are spelt as countries',
      { ...each(['en', 'cn', 'jp', 'cz'], (name) => `locales/${name}.json`), 'locales/tw.json': HAN },
      {
        languages: { 'zh-CN': 'cn', ja: 'jp', cs: 'cz', 'zh-TW': 'tw' },
        targetLanguages: ['cs', 'ja', 'zh-CN', 'zh-TW'],
      },
    ],
    ['Twi where it is Twi', each(['en', 'tw'], (name) => `locales/${name}.json`), { targetLanguages: ['tw'] }],
    [
      'marks of a translation system that are no language',
      { ...each(['en', 'es'], (name) => `locales/${name}.json`), 'locales/cr.json': '{"a":"crwdns12:0crwdne12:0"}' },
      { targetLanguages: ['es'], notes: [expect.stringContaining('cr is left out')] },
    ],
    [
      'ICU messages by the strings',
      each(['en', 'es'], (name) => `messages/${name}.json`, '{"a":"{n, plural, one {# file} other {# files}}"}'),
      { messages: 'icu' },
    ],
    [
      'ICU messages by the package',
      {
        'package.json': '{"dependencies":{"next-intl":"4"}}',
        ...each(['en', 'es'], (name) => `messages/${name}.json`),
      },
      { messages: 'icu' },
    ],
    [
      'messages of vue-i18n',
      {
        'package.json': '{"devDependencies":{"vue-i18n":"11"}}',
        ...each(['en', 'es'], (name) => `src/locales/${name}.json`),
      },
      { messages: 'vue-i18n' },
    ],
    [
      'messages of Laravel',
      {
        'composer.json': '{"require":{"laravel/framework":"^12"}}',
        ...each(['en', 'es'], (name) => `lang/${name}.json`),
      },
      { messages: 'laravel' },
    ],
    [
      'natural keys without values',
      each(['en', 'es'], (name) => `locales/${name}.json`, '{"Save it":"","Open it":"","Close":"Close"}'),
      { emptyIsKey: true },
    ],
  ])('%s', (_name, files, expected) => {
    expect(found(files)).toMatchObject(expected);
  });

  it('nothing where files have names of languages only by chance', () => {
    expect(() => found({ 'data/no.json': '{}', 'data/to.json': '{}', 'package.json': '{}' })).toThrow(/no texts/);
  });
});

describe('init --from', () => {
  it.each<[string, string, Record<string, string>, Record<string, unknown>]>([
    [
      'crowdin.yml',
      'base_path: website\nfiles:\n  - source: /docs/**/*.md\n    translation: /i18n/%locale%/docs/**/%original_file_name%\n',
      { 'website/docs/x/a.md': '# A', 'website/i18n/es-ES/docs/x/a.md': '# B' },
      {
        files: [{ source: 'website/docs/{path}.md', target: 'website/i18n/{language}/docs/{path}.md' }],
        targetLanguages: ['es-ES'],
      },
    ],
    [
      'crowdin.yml',
      'files:\n  - source: /i18n/en_US/**/*.json\n    translation: /i18n/%locale_with_underscore%/**/%original_file_name%\n',
      { 'i18n/en_US/x/a.json': '{}', 'i18n/pt_BR/x/a.json': '{}' },
      {
        files: [{ source: 'i18n/{language}/{path}.json' }],
        sourceLanguage: 'en-US',
        targetLanguages: ['pt-BR'],
        languages: { 'en-US': 'en_US', 'pt-BR': 'pt_BR' },
      },
    ],
    [
      'crowdin.yml',
      'files:\n  - source: /lang/de.json\n    translation: /lang/%two_letters_code%.json\n',
      { 'lang/de.json': '{}', 'lang/es.json': '{}' },
      { files: [{ source: 'lang/{language}.json' }], sourceLanguage: 'de', targetLanguages: ['es'] },
    ],
    [
      'crowdin.yaml',
      'files:\n  - source: /docs/*.md\n    translation: /docs/%file_name%.%two_letters_code%.%file_extension%\n    ignore: [/docs/*.%two_letters_code%.md]\n',
      { 'docs/a.md': '# A', 'docs/a.es.md': '# B' },
      { files: [{ source: 'docs/{path}.md', target: 'docs/{path}.{language}.md', exclude: ['docs/*.*.md'] }] },
    ],
    [
      'crowdin.yml',
      'files:\n  - source: /apps/**/locales/en/*.json\n    translation: /apps/**/locales/%two_letters_code%/%original_file_name%\n',
      { 'apps/one/locales/en/a.json': '{}', 'apps/two/locales/en/a.json': '{}', 'apps/one/locales/es/a.json': '{}' },
      {
        files: ['one', 'two'].map((name) => ({ source: `apps/${name}/locales/{language}/{path}.json`, name })),
        targetLanguages: ['es'],
      },
    ],
    [
      'i18n.json',
      '{"locale":{"source":"en","targets":["es","pt-BR"]},"buckets":{"mdx":{"include":[{"path":"content/[locale]/**/*.mdx","delimiter":"_"}],"exclude":["content/[locale]/drafts/*"]}}}',
      { 'content/en/a.mdx': '# A' },
      {
        files: [{ source: 'content/{language}/{path}.mdx', exclude: ['content/*/drafts/*'] }],
        languages: { 'pt-BR': 'pt_BR' },
      },
    ],
    [
      '.deepl-sync.yaml',
      'source_locale: en\ntarget_locales: [es, { locale: pt-BR }]\nbuckets:\n  markdown:\n    include: ["docs/**/*.md"]\n    target_path_pattern: "translated/{locale}/{basename}"\n',
      { 'docs/a.md': '# A' },
      {
        files: [{ source: 'docs/{path}.md', target: 'translated/{language}/{path}.md' }],
        targetLanguages: ['es', 'pt-BR'],
      },
    ],
  ])('%s: %s', (from, text, files, expected) => {
    expect(found({ [from]: text, ...files }, from)).toMatchObject(expected);
  });
});
