/** Which page of the project an address leads to: by its path, as site generators make addresses of the paths of pages. */
import { posix } from 'node:path';
import { ARTICLE_EXTENSIONS, formatFor, formatNamed, type FormatEntry } from '../../../formats/index.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { GlossaError } from '../../../project/errors.ts';
import type { FilesEntry } from '../../../project/layout/files-entry.ts';
import type { Layout } from '../../../project/layout/layout.ts';
import { existingInProject } from '../../../project/paths.ts';
import { percentDecoded } from '../../../project/text/percent-decoded.ts';

/** Where pages lie. */
export interface PageSettings {
  readonly root: string;
  readonly configuration: Configuration;
  readonly layout: Pick<Layout, 'spelling' | 'entries' | 'namespace' | 'place'>;
}

export interface Page {
  /** The source, relative to the root. */
  readonly path: string;
  readonly format: FormatEntry;
  article(language: string): string;
}

/** Names that stand for their folder. */
const INDEX = /(?:^|\/)(?:index|_index|readme)$/i;

/**
 * @param from the page that has the address, relative to the root.
 * @returns undefined where the address leads out of the project's pages
 */
export function pageOf(address: string, from: string, settings: PageSettings): Page | undefined {
  const path = percentDecoded(address.replace(/[?#][^]*$/, ''));
  if (path === '' || /^(?:[\w+.-]+:|\/\/)|[{}<>~@\0]/.test(path)) return undefined;
  const stems = path.startsWith('/') ? fromRoots(path, settings) : fromPage(path, from);
  for (const file of stems.flatMap(filesOf)) {
    const page = pageAt(file, settings);
    if (page !== undefined) return page;
  }
  return undefined;
}

/** A page's address ends in a slash or not, and what is relative to it with it. */
function fromPage(path: string, from: string): string[] {
  const folder = posix.dirname(from);
  const name = from.slice(0, from.length - posix.extname(from).length);
  const bases = INDEX.test(name) ? [folder] : path.endsWith('/') ? [name, folder] : [folder, name];
  return bases.map((base) => posix.join(base, path));
}

/** Below the folders of pages; an address begins in them, or with their last names: `/docs/start`, `/en/start`. */
function fromRoots(path: string, { layout, configuration }: PageSettings): string[] {
  const language = layout.spelling(configuration.sourceLanguage);
  return layout.entries.flatMap(({ source }) => {
    const names = rootOf(source.text).replaceAll('{language}', language).split('/').filter(Boolean);
    return [...names.keys(), names.length].flatMap((index) => {
      const begin = ['', ...names.slice(index)].join('/');
      const isBelow = path.startsWith(`${begin}/`) || path === begin;
      return isBelow ? [posix.join(...names, path.slice(begin.length))] : [];
    });
  });
}

/** The folders of a pattern before the path of a page begins. */
function rootOf(pattern: string): string {
  const before = pattern.split(/\{(?!language\})/, 1)[0] ?? '';
  return before.slice(0, before.lastIndexOf('/') + 1);
}

function filesOf(stem: string): string[] {
  const own = stem.replace(/\/+$/, '');
  const bare = own.replace(/\.html?$/i, '');
  const isFile = ARTICLE_EXTENSIONS.includes(posix.extname(own).toLowerCase());
  const names = isFile && bare === own ? [] : [bare, ...['index', '_index', 'README'].map((name) => `${bare}/${name}`)];
  return [...(isFile ? [own] : []), ...names.flatMap((name) => ARTICLE_EXTENSIONS.map((end) => `${name}${end}`))];
}

function pageAt(file: string, { root, layout, configuration }: PageSettings): Page | undefined {
  const path = file.replace(/^\.?\//, '');
  const language = layout.spelling(configuration.sourceLanguage);
  for (const entry of layout.entries) {
    const parts = entry.source.match(path, [language]);
    const format = parts === undefined ? undefined : formatIn(entry, path);
    if (parts === undefined || format?.kind !== 'article' || !isThere(root, path)) continue;
    const extension = parts.extension ?? posix.extname(path);
    const { article } = layout.place(entry, layout.namespace(entry, parts), extension, true);
    return { path, format, article };
  }
  return undefined;
}

function formatIn({ format }: FilesEntry, path: string): FormatEntry | undefined {
  return format === undefined ? formatFor(path) : formatNamed(format);
}

function isThere(root: string, path: string): boolean {
  try {
    return existingInProject(root, path) !== undefined;
  } catch (error) {
    // A path out of the project is no page of it.
    if (!(error instanceof GlossaError)) throw error;
    return false;
  }
}
