/** DESIGN, Layout: ten layouts of the field, each from init to a second translate; records in .glossa only. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { adopt } from '../../scripts/commands/adopt/index.ts';
import { planInit, writeInit } from '../../scripts/commands/init/index.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { silentLog } from '../../scripts/project/log.ts';
import { faultsOf, translated } from './in-process.ts';

interface Layout {
  readonly files: Readonly<Record<string, string>>;
  /** What `files` of the configuration becomes: the patterns. */
  readonly patterns: readonly string[];
  readonly languages?: Readonly<Record<string, string>>;
  /** A translation that is there, and one that is to be made. */
  readonly theirs: string;
  readonly made: string;
  readonly source: string;
}

const STRINGS = '{\n  "open": "Open the file",\n  "close": "Close the window"\n}\n';
const THEIRS = '{\n  "open": "Abrir el archivo"\n}\n';
const PAGE = '# Start here\n\nRead the guide before you begin.\n';
const THEIR_PAGE = '# Empiece aquí\n\nLea la guía antes de empezar.\n';

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'i18next, Next.js': {
    files: {
      'package.json': '{"dependencies":{"next-i18next":"15"}}',
      'next-i18next.config.js': "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'es', 'fr'] } };",
      'public/locales/en/common.json': STRINGS,
      'public/locales/es/common.json': THEIRS,
    },
    patterns: ['public/locales/{language}/{path}.json'],
    theirs: 'public/locales/es/common.json',
    made: 'public/locales/fr/common.json',
    source: 'public/locales/en/common.json',
  },
  'one file a language': {
    files: { 'src/i18n/en.json': STRINGS, 'src/i18n/es.json': THEIRS, 'src/i18n/fr.json': '{}\n' },
    patterns: ['src/i18n/{language}.json'],
    theirs: 'src/i18n/es.json',
    made: 'src/i18n/fr.json',
    source: 'src/i18n/en.json',
  },
  underscores: {
    files: {
      'shared/i18n/locales/en_US/translation.json': STRINGS,
      'shared/i18n/locales/es_ES/translation.json': THEIRS,
      'shared/i18n/locales/pt_BR/translation.json': '{}\n',
    },
    patterns: ['shared/i18n/locales/{language}/translation.json'],
    languages: { 'en-US': 'en_US', 'es-ES': 'es_ES', 'pt-BR': 'pt_BR' },
    theirs: 'shared/i18n/locales/es_ES/translation.json',
    made: 'shared/i18n/locales/pt_BR/translation.json',
    source: 'shared/i18n/locales/en_US/translation.json',
  },
  'a suffix, from crowdin.yml': {
    files: {
      'crowdin.yml':
        'files:\n  - source: /lang/*.json\n    translation: /lang/%file_name%-%locale%.json\n    ignore: [/lang/*-*.json]\n    languages_mapping:\n      locale: { es: es, pt-BR: ptBR }\n',
      'lang/main.json': STRINGS,
      'lang/main-es.json': THEIRS,
    },
    patterns: ['lang/{path}.json → lang/{path}-{language}.json'],
    languages: { es: 'es', 'pt-BR': 'ptBR' },
    theirs: 'lang/main-es.json',
    made: 'lang/main-ptBR.json',
    source: 'lang/main.json',
  },
  Docusaurus: {
    files: {
      'docusaurus.config.js': "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'es', 'fr'] } };",
      'docs/guide/start.md': PAGE,
      'docs/_category_.json': '{"type":"generated-index"}',
      'i18n/es/docusaurus-plugin-content-docs/current/guide/start.md': THEIR_PAGE,
    },
    patterns: ['docs/{path}{extension} → i18n/{language}/docusaurus-plugin-content-docs/current/{path}{extension}'],
    theirs: 'i18n/es/docusaurus-plugin-content-docs/current/guide/start.md',
    made: 'i18n/fr/docusaurus-plugin-content-docs/current/guide/start.md',
    source: 'docs/guide/start.md',
  },
  'Starlight, root locale': {
    files: {
      'astro.config.mjs':
        "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ defaultLocale: 'root', locales: {\n  root: { label: 'English', lang: 'en' },\n  es: { label: 'Español' },\n  'pt-br': { label: 'Português' },\n} })] };\n",
      'src/content/docs/start.md': PAGE,
      'src/content/docs/es/start.md': THEIR_PAGE,
    },
    patterns: ['src/content/docs/{path}.md → src/content/docs/{language}/{path}.md'],
    languages: { 'pt-BR': 'pt-br' },
    theirs: 'src/content/docs/es/start.md',
    made: 'src/content/docs/pt-br/start.md',
    source: 'src/content/docs/start.md',
  },
  VitePress: {
    files: {
      'docs/.vitepress/config.mts':
        "export default { locales: { en: { label: 'English' }, es: { label: 'Español' }, fr: { label: 'F' } } };\n",
      'docs/en/start.md': PAGE,
      'docs/es/start.md': THEIR_PAGE,
      'docs/fr/.keep': '',
    },
    patterns: ['docs/{language}/{path}.md'],
    theirs: 'docs/es/start.md',
    made: 'docs/fr/start.md',
    source: 'docs/en/start.md',
  },
  'Hugo by name': {
    files: {
      'hugo.toml': "defaultContentLanguage = 'en'\n[languages.en]\n[languages.es]\n[languages.fr]\n",
      'content/posts/start.md': PAGE,
      'content/posts/start.es.md': THEIR_PAGE,
    },
    patterns: ['content/{path}.md → content/{path}.{language}.md'],
    theirs: 'content/posts/start.es.md',
    made: 'content/posts/start.fr.md',
    source: 'content/posts/start.md',
  },
  'Hugo, folders of any name': {
    files: {
      'hugo.yaml':
        'defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: content/english\n  es:\n    contentDir: content/spanish\n  fr:\n    contentDir: content/french\n',
      'content/english/start.md': PAGE,
      'content/spanish/start.md': THEIR_PAGE,
    },
    patterns: ['content/{language}/{path}.md'],
    languages: { en: 'english', es: 'spanish', fr: 'french' },
    theirs: 'content/spanish/start.md',
    made: 'content/french/start.md',
    source: 'content/english/start.md',
  },
  'MkDocs suffix': {
    files: {
      'mkdocs.yml':
        'site_name: X\nplugins:\n  - search\n  - i18n:\n      docs_structure: suffix\n      languages:\n        - locale: en\n          default: true\n        - locale: es\n        - locale: fr\n',
      'docs/start.md': PAGE,
      'docs/start.es.md': THEIR_PAGE,
    },
    patterns: ['docs/{path}.md → docs/{path}.{language}.md'],
    theirs: 'docs/start.es.md',
    made: 'docs/start.fr.md',
    source: 'docs/start.md',
  },
  'several buckets, from lingo.dev': {
    files: {
      'i18n.json':
        '{"locale":{"source":"en","targets":["es","fr"]},"buckets":{"markdown":{"include":["apps/site/pages/[locale]/**/*.md"],"exclude":["apps/site/pages/[locale]/blog/*.md"]},"json":{"include":["packages/i18n/src/locales/[locale].json"]}}}',
      'apps/site/pages/en/about/start.md': PAGE,
      'apps/site/pages/en/blog/old.md': PAGE,
      'apps/site/pages/es/about/start.md': THEIR_PAGE,
      'packages/i18n/src/locales/en.json': STRINGS,
      'packages/i18n/src/locales/es.json': THEIRS,
    },
    patterns: ['apps/site/pages/{language}/{path}.md', 'packages/i18n/src/locales/{language}.json'],
    theirs: 'apps/site/pages/es/about/start.md',
    made: 'packages/i18n/src/locales/fr.json',
    source: 'packages/i18n/src/locales/en.json',
  },
};

function folderWith(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'glossa-layout-'));
  const cache = mkdtempSync(join(tmpdir(), 'glossa-cache-'));
  onTestFinished(() => {
    for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
  });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { root, cache };
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => !lstatSync(join(root, file)).isDirectory())
    .toSorted();
}

describe('a layout of the field', () => {
  it.each(Object.keys(LAYOUTS))('%s', async (name) => {
    const layout = LAYOUTS[name];
    if (layout === undefined) throw new Error(name);
    const place = folderWith(layout.files);
    const read = (file: string): string => readFileSync(join(place.root, file), 'utf8');
    const from = ['crowdin.yml', 'i18n.json'].find((file) => file in layout.files);
    const plan = planInit(place.root, { from, source: undefined, to: undefined, engine: 'pseudo' });
    writeInit(place.root, plan);
    const written: { files: { source: string; target?: string }[]; languages?: unknown } = JSON.parse(
      read('l10n.config.json'),
    );
    expect(
      written.files.map(({ source, target }) => (target === undefined ? source : `${source} → ${target}`)),
    ).toEqual(layout.patterns);
    expect(written.languages).toEqual(layout.languages);

    const project = openProject(place.root, { XDG_CACHE_HOME: place.cache });
    const before = new Map(filesIn(place.root).map((file) => [file, read(file)]));
    const options = { to: undefined, only: undefined, keepEqual: false };
    const { adoption } = await adopt(project, options, undefined, silentLog, new AbortController().signal);
    expect(adoption.changed).toEqual([]);
    expect(Object.values(adoption.languages).some(({ people }) => people > 0)).toBe(true);
    expect(filesIn(place.root)).toEqual([...before.keys()]);

    const first = await translated(place);
    expect(first.errors).toEqual([]);
    expect(first.failed).toEqual([]);
    const theirs = layout.files[layout.theirs] ?? '';
    if (layout.theirs.endsWith('.json')) expect(JSON.parse(read(layout.theirs))).toMatchObject(JSON.parse(theirs));
    else expect(read(layout.theirs)).toBe(theirs);
    expect(read(layout.made)).toContain('⟦');
    const extra = filesIn(place.root).filter((file) => !before.has(file) && !file.startsWith('.glossa/'));
    expect(
      extra.every((file) => project.layout.translation(file) !== undefined),
      extra.join(' '),
    ).toBe(true);
    expect(filesIn(place.root).filter((file) => lstatSync(join(place.root, file)).isSymbolicLink())).toEqual([]);
    expect(await faultsOf(place)).toEqual([]);

    // The source changes: what was made from it follows, what a person wrote waits for them.
    writeFileSync(
      join(place.root, layout.source),
      read(layout.source).replace('Open the file', 'Open a file').replace('Read the guide', 'Read this guide'),
    );
    const second = await translated(place);
    expect(second.errors).toEqual([]);
    if (layout.theirs.endsWith('.json')) expect(read(layout.theirs)).toContain('Abrir el archivo');
    else expect(read(layout.theirs)).toBe(theirs);
    const again = await translated(place);
    expect(again.written).toBe(0);
    expect(existsSync(join(place.root, 'locales'))).toBe(false);
  });
});
