/** The pages of a site generator, by its configuration and the folders that it expects. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/mini';
import { findSite, type Flavour } from '../../project/flavour.ts';
import type { FilesSetting } from '../../project/layout/files-entry.ts';
import { filesBelow, languageNames } from '../../project/layout/names-on-disk.ts';
import { pathPattern } from '../../project/layout/pattern.ts';
import { languageNamed } from '../../project/layout/spelling.ts';
import type { Found } from './found.ts';

/** @param at the site's folder, with its slash. */
type Look = (root: string, text: string, at: string) => Found | undefined;

const LOOKS: Partial<Record<Flavour, Look>> = {
  docusaurus,
  starlight: (root, text, at) => pagesIn(root, 'Starlight', `${at}src/content/docs`, text),
  astro: (root, text, at) => {
    const own = `${at}src/content/docs`;
    return pagesIn(root, 'Astro', existsSync(join(root, own)) ? own : `${at}src/pages`, text);
  },
  vitepress,
  hugo,
  mkdocs,
};

export function findPages(root: string): Found | undefined {
  const site = findSite(root);
  return site === undefined
    ? undefined
    : LOOKS[site.flavour]?.(root, site.text, site.folder === '' ? '' : `${site.folder}/`);
}

function docusaurus(root: string, text: string, at: string): Found | undefined {
  const docs = posix.join(at, /\bdocs:\s*\{[^{}]*?\bpath:\s*['"]([^'"]+)['"]/.exec(text)?.[1] ?? 'docs');
  const plugin = (name: string): string => `${at}i18n/{language}/docusaurus-plugin-content-${name}`;
  const files: FilesSetting[] = [
    { source: `${docs}/{path}{extension}`, target: `${plugin('docs')}/current/{path}{extension}`, name: 'docs' },
    {
      source: `${at}blog/{path}{extension}`,
      target: `${plugin('blog')}/{path}{extension}`,
      name: 'blog',
      exclude: ['**/*.json', '**/*.yml'],
    },
    {
      source: `${at}src/pages/{path}{extension}`,
      target: `${plugin('pages')}/{path}{extension}`,
      name: 'pages',
      exclude: ['**/*.json'],
    },
    { source: `${plugin('docs')}/{path}.json`, name: 'sidebars', exclude: ['**/current/**', '**/version-*/**'] },
    { source: `${plugin('blog')}/options.json`, name: 'blog-options' },
    { source: `${at}i18n/{language}/code.json`, name: 'theme' },
    { source: `${at}i18n/{language}/docusaurus-theme-classic/{path}.json`, name: 'classic' },
  ];
  const source = /defaultLocale:\s*['"]([\w-]+)['"]/.exec(text)?.[1] ?? 'en';
  const languages = listed(/locales:\s*\[([^\]]*)\]/.exec(text)?.[1]);
  const there = files
    .filter(({ source: pattern }) => !isOutside(pattern))
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
  if (isOutside(folder) || !existsSync(join(root, folder))) return undefined;
  const below = folder === '' ? '' : `${folder}/`;
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
  const inFolders = folders(root, folder).filter((tag) => pages.some((page) => page.startsWith(`${below}${tag}/`)));
  const inNames = pages.flatMap((page) => {
    const tag = /\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.md$/.exec(page)?.[1] ?? '';
    return languageNamed(tag) === undefined ? [] : [tag];
  });
  const languages = [...new Set([own, ...configured, ...inFolders, ...inNames])];
  const extension = pages.some((page) => page.endsWith('.mdx')) ? '{extension}' : '.md';
  const entry: FilesSetting = inFolders.includes(own)
    ? { source: `${below}{language}/{path}${extension}` }
    : inNames.length > 0
      ? { source: `${below}{path}.md`, target: `${below}{path}.{language}.md` }
      : { source: `${below}{path}${extension}`, target: `${below}{language}/{path}${extension}` };
  return { what, files: [folder === '' ? { ...entry, exclude: NO_PAGES } : entry], sourceLanguage: own, languages };
}

/** What a repository says of itself at its root. */
const NO_PAGES = ['*[A-Z]*.md', '.*/**'];

/** Where Hugo has a folder of any name for each language, they are told to be spelt so. */
function hugo(root: string, text: string, at: string): Found | undefined {
  // In `config/_default/languages.toml` a table has a language's name alone.
  const settings = text.replace(/^\[([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\]/gm, '[languages.$1]');
  const found = pagesIn(root, 'Hugo', `${at}content`, settings);
  let language = '';
  const folders = new Map<string, string>();
  for (const [, inTable, inYaml, folder] of settings.matchAll(CONTENT_FOLDERS)) {
    language = inTable ?? inYaml ?? language;
    if (folder !== undefined && languageNamed(language) !== undefined) folders.set(language, posix.join(at, folder));
  }
  const parents = new Set([...folders.values()].map((folder) => posix.dirname(folder)));
  const [parent] = parents;
  if (found === undefined || parent === undefined || isOutside(parent) || parents.size > 1 || folders.size < 2)
    return found;
  const names = [...folders].map(([tag, folder]) => [languageNamed(tag) ?? tag, posix.basename(folder)] as const);
  return {
    ...found,
    files: [{ source: `${parent === '.' ? '' : `${parent}/`}{language}/{path}.md` }],
    languages: names.map(([, name]) => name),
    sourceLanguage: found.sourceLanguage,
    spelling: Object.fromEntries(names.filter(([tag, name]) => tag !== name)),
  };
}

/** `[languages.es]` or `es:`, and the folder that is said below it. */
const CONTENT_FOLDERS =
  /^\s*\[languages\.['"]?([\w-]+)['"]?\]|^\s+['"]?([a-z]{2,3}(?:-[A-Za-z]{2,4})?)['"]?:\s*$|\bcontentdir["']?\s*[:=]\s*["']?([\w./-]+)/gim;

function vitepress(root: string, _text: string, at: string): Found | undefined {
  const home = join(root, at, '.vitepress');
  const config = names(home).find((name) => name.startsWith('config.'));
  const text = config === undefined ? '' : textIn(join(home, config));
  const own = /\bsrcDir:\s*['"]([^'"]+)['"]/.exec(text)?.[1] ?? '';
  const folder = posix.join(at, own).replace(/\/$/, '');
  return pagesIn(root, 'VitePress', folder === '.' ? '' : folder, text);
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

function mkdocs(root: string, text: string, at: string): Found | undefined {
  const read = mkdocsSchema.safeParse(yaml(text));
  const { docs_dir: own = 'docs', plugins = [] } = read.success ? read.data : {};
  const folder = posix.join(at, own);
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

/** A folder's configuration may be a folder of its own. */
function textIn(file: string): string {
  return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
}

/** Whether a path of a site's settings leads out of the project. */
function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith('/');
}

function hasFiles(root: string, source: string, language: string): boolean {
  const pattern = pathPattern(source.replaceAll('{language}', language));
  return pattern.placeholders.size === 0
    ? existsSync(join(root, pattern.text))
    : filesBelow(root, pattern.folder).some((file) => pattern.match(file) !== undefined);
}

function folders(root: string, folder: string): string[] {
  const found = languageNames(root, pathPattern(`${folder === '' ? '' : `${folder}/`}{language}/{path}`));
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
