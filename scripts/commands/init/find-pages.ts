/** The pages of a site generator, by its configuration and the folders that it expects. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/mini';
import { findSite, type Flavour } from '../../project/flavour.ts';
import type { FilesSetting } from '../../project/layout/files-entry.ts';
import { filesBelow, languageNames } from '../../project/layout/names-on-disk.ts';
import { pathPattern } from '../../project/layout/pattern.ts';
import { languageNamed } from '../../project/layout/spelling.ts';
import type { Found } from './found.ts';

type Look = (root: string, text: string) => Found | undefined;

const LOOKS: Partial<Record<Flavour, Look>> = {
  docusaurus,
  starlight: (root, text) => pagesIn(root, 'Starlight', 'src/content/docs', text),
  astro: (root, text) =>
    pagesIn(root, 'Astro', existsSync(join(root, 'src/content/docs')) ? 'src/content/docs' : 'src/pages', text),
  vitepress: (root, text) =>
    pagesIn(root, 'VitePress', existsSync(join(root, 'docs')) ? 'docs' : 'src', text || vitepressText(root)),
  hugo: (root, text) => pagesIn(root, 'Hugo', 'content', text),
  mkdocs,
};

export function findPages(root: string): Found | undefined {
  const site = findSite(root);
  return site === undefined ? undefined : LOOKS[site.flavour]?.(root, site.text);
}

function docusaurus(root: string, text: string): Found | undefined {
  const folder = ['', 'website', 'docs', 'site'].find((one) =>
    names(join(root, one)).some((name) => name.startsWith('docusaurus.config.')),
  );
  if (folder === undefined) return undefined;
  const at = folder === '' ? '' : `${folder}/`;
  const plugin = (name: string): string => `${at}i18n/{language}/docusaurus-plugin-content-${name}`;
  const files: FilesSetting[] = [
    { source: `${at}docs/{path}{extension}`, target: `${plugin('docs')}/current/{path}{extension}`, name: 'docs' },
    {
      source: `${at}blog/{path}{extension}`,
      target: `${plugin('blog')}/{path}{extension}`,
      name: 'blog',
      exclude: ['**/*.json', '**/*.yml'],
    },
    { source: `${at}src/pages/{path}.md`, target: `${plugin('pages')}/{path}.md`, name: 'pages' },
    { source: `${at}i18n/{language}/code.json`, name: 'theme' },
    { source: `${at}i18n/{language}/docusaurus-theme-classic/{path}.json`, name: 'classic' },
  ];
  const source = /defaultLocale:\s*['"]([\w-]+)['"]/.exec(text)?.[1] ?? 'en';
  const languages = listed(/locales:\s*\[([^\]]*)\]/.exec(text)?.[1]);
  const there = files
    .filter((one) => hasFiles(root, one.source, source))
    .map((one) => (one.name === 'docs' ? { ...one, exclude: ['**/_category_.json'] } : one));
  return {
    what: 'Docusaurus',
    files: there,
    sourceLanguage: source,
    languages: [...new Set([source, ...languages, ...folders(root, `${at}i18n`)])],
  };
}

/** Pages in a folder a language, in folders beside the pages of the source language, or with the language in their names. */
function pagesIn(root: string, what: string, folder: string, text: string): Found | undefined {
  if (!existsSync(join(root, folder))) return undefined;
  const source = /default(?:Locale|ContentLanguage|contentlanguage)["']?\s*[:=]\s*['"]([\w-]+)['"]/i.exec(text)?.[1];
  const own =
    source === undefined || source === 'root'
      ? (languageNamed(/root:\s*\{[^}]*lang:\s*['"]([\w-]+)/.exec(text)?.[1] ?? '') ?? 'en')
      : source;
  const configured = [...text.matchAll(CONFIGURED)].flatMap(([, inTable, inObject]) => {
    const tag = inTable ?? inObject ?? '';
    return languageNamed(tag) === undefined ? [] : [tag];
  });
  const pages = filesBelow(root, folder).filter((file) => /\.(?:md|mdx|markdown)$/.test(file));
  const inFolders = folders(root, folder).filter((tag) => pages.some((page) => page.startsWith(`${folder}/${tag}/`)));
  const inNames = pages.flatMap((page) => {
    const tag = /\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.md$/.exec(page)?.[1] ?? '';
    return languageNamed(tag) === undefined ? [] : [tag];
  });
  const languages = [...new Set([own, ...configured, ...inFolders, ...inNames])];
  const extension = pages.some((page) => page.endsWith('.mdx')) ? '{extension}' : '.md';
  const entry: FilesSetting = inFolders.includes(own)
    ? { source: `${folder}/{language}/{path}${extension}` }
    : inNames.length > 0
      ? { source: `${folder}/{path}.md`, target: `${folder}/{path}.{language}.md` }
      : { source: `${folder}/{path}${extension}`, target: `${folder}/{language}/{path}${extension}` };
  return { what, files: [entry], sourceLanguage: own, languages };
}

/** `[languages.es]` of TOML; `es: { label: …` of JavaScript; `es:` with `languageName` below it of YAML. */
const CONFIGURED =
  /^\s*\[languages\.['"]?([\w-]+)['"]?\]|\b['"]?([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)['"]?\s*:\s*(?:\{\s*|\n\s+)(?:label|lang|weight|title|languageName|contentDir|disabled)\b/gim;

const mkdocsSchema = z.object({
  docs_dir: z.optional(z.string()),
  plugins: z.optional(z.array(z.unknown())),
});
const i18nPlugin = z.object({
  i18n: z.object({
    docs_structure: z.optional(z.string()),
    languages: z.optional(z.array(z.object({ locale: z.string(), default: z.optional(z.boolean()) }))),
  }),
});

function mkdocs(root: string, text: string): Found | undefined {
  const read = mkdocsSchema.safeParse(yaml(text));
  const { docs_dir: folder = 'docs', plugins = [] } = read.success ? read.data : {};
  const i18n = plugins.map((plugin) => i18nPlugin.safeParse(plugin)).find(({ success }) => success)?.data?.i18n;
  if (i18n === undefined) return pagesIn(root, 'MkDocs', folder, text);
  const source = i18n.languages?.find((one) => one.default === true)?.locale ?? 'en';
  const isFolder = i18n.docs_structure === 'folder';
  const entry: FilesSetting = isFolder
    ? { source: `${folder}/{language}/{path}.md` }
    : { source: `${folder}/{path}.md`, target: `${folder}/{path}.{language}.md` };
  return {
    what: 'MkDocs',
    files: [entry],
    sourceLanguage: source,
    languages: i18n.languages?.map(({ locale }) => locale) ?? [],
  };
}

/** Values such as `!!python/name` are no data of ours. */
function yaml(text: string): unknown {
  try {
    return parse(text.replace(/!!python\/[\w:.]+/g, ''), { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function vitepressText(root: string): string {
  for (const folder of ['', 'docs', 'src']) {
    const config = names(join(root, folder, '.vitepress')).find((name) => name.startsWith('config.'));
    if (config !== undefined) return readFileSync(join(root, folder, '.vitepress', config), 'utf8');
  }
  return '';
}

function hasFiles(root: string, source: string, language: string): boolean {
  const pattern = pathPattern(source.replaceAll('{language}', language));
  return pattern.placeholders.size === 0
    ? existsSync(join(root, pattern.text))
    : filesBelow(root, pattern.folder).some((file) => pattern.match(file) !== undefined);
}

function folders(root: string, folder: string): string[] {
  const found = languageNames(root, pathPattern(`${folder}/{language}/{path}`));
  return found.filter((name) => languageNamed(name) !== undefined && /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/.test(name));
}

function listed(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/['"]([\w-]+)['"]/g)].map(([, tag = '']) => tag);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
