import { extname } from 'node:path/posix';
import type { SyntaxName } from '../units/unit.ts';
import type { Format } from './format.ts';

/** A row of the format table: everything known of a format without loading its parser. */
export interface FormatEntry {
  readonly name: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** True where a rendered article is written beside the bundle. */
  readonly article: boolean;
  /** What the values of its blocks are written in. */
  readonly syntax: SyntaxName;
  /** Loads the parser; a run with nothing to do never calls it. */
  load(): Promise<Format>;
}

/** All source formats. A new one is one file that exports a `Format`, and one row here. */
export const FORMATS: readonly FormatEntry[] = [
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    article: true,
    syntax: 'markdown',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'mdx',
    extensions: ['.mdx'],
    article: true,
    syntax: 'mdx',
    load: async () => (await import('./mdx.ts')).mdx,
  },
  {
    name: 'html',
    extensions: ['.html', '.htm'],
    article: true,
    syntax: 'html',
    load: async () => (await import('./html.ts')).html,
  },
  {
    name: 'plain-text',
    extensions: ['.txt'],
    article: true,
    syntax: 'plain',
    load: async () => (await import('./plain-text.ts')).plainText,
  },
  {
    name: 'i18next-json',
    extensions: ['.json'],
    article: false,
    syntax: 'i18next',
    load: async () => (await import('./i18next-json.ts')).i18nextJson,
  },
];

/** The extensions under which rendered articles stand. */
export const ARTICLE_EXTENSIONS = FORMATS.filter(({ article }) => article).flatMap(({ extensions }) => extensions);

/**
 * The format of a file by its extension, upper or lower case.
 * @param path with forward slashes; a dotfile (`.md`) has no extension
 */
export function formatFor(path: string): FormatEntry | undefined {
  const extension = extname(path).toLowerCase();
  return FORMATS.find((format) => format.extensions.includes(extension));
}
