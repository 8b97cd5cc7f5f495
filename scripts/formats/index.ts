import { extname } from 'node:path/posix';
import type { Format } from './format.ts';

/** A row of the format table: everything known of a format without loading its parser. */
export interface FormatEntry {
  readonly name: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** True where a rendered article is written beside the bundle. */
  readonly article: boolean;
  /** Loads the parser; a run with nothing to do never calls it. */
  load(): Promise<Format>;
}

/** All source formats. A new one is one file that exports a `Format`, and one row here. */
export const FORMATS: readonly FormatEntry[] = [
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    article: true,
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'html',
    extensions: ['.html', '.htm'],
    article: true,
    load: async () => (await import('./html.ts')).html,
  },
  {
    name: 'plain-text',
    extensions: ['.txt'],
    article: true,
    load: async () => (await import('./plain-text.ts')).plainText,
  },
  {
    name: 'i18next-json',
    extensions: ['.json'],
    article: false,
    load: async () => (await import('./i18next-json.ts')).i18nextJson,
  },
];

/**
 * The format of a file by its extension, upper or lower case.
 * @param path with forward slashes; a dotfile (`.md`) has no extension
 */
export function formatFor(path: string): FormatEntry | undefined {
  const extension = extname(path).toLowerCase();
  return FORMATS.find((format) => format.extensions.includes(extension));
}
