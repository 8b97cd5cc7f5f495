import { extname } from 'node:path/posix';
import type { SyntaxName } from '../units/unit.ts';
import type { ArticleFormat, BundleFormat } from './format.ts';

interface EntryOf<Format extends ArticleFormat | BundleFormat> {
  readonly kind: Format['kind'];
  readonly name: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** What the values of its blocks are written in. */
  readonly syntax: SyntaxName;
  /** Loads the parser; a run with nothing to do never calls it. */
  load(): Promise<Format>;
}

/** A row of the format table: everything known of a format without loading its parser. */
export type FormatEntry = EntryOf<ArticleFormat> | EntryOf<BundleFormat>;

/** All source formats. A new one is one file that exports an `ArticleFormat` or a `BundleFormat`, and one row here. */
export const FORMATS: readonly FormatEntry[] = [
  {
    kind: 'article',
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    syntax: 'markdown',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    kind: 'article',
    name: 'mdx',
    extensions: ['.mdx'],
    syntax: 'mdx',
    load: async () => (await import('./mdx.ts')).mdx,
  },
  {
    kind: 'article',
    name: 'html',
    extensions: ['.html', '.htm'],
    syntax: 'html',
    load: async () => (await import('./html.ts')).html,
  },
  {
    kind: 'article',
    name: 'plain-text',
    extensions: ['.txt'],
    syntax: 'plain',
    load: async () => (await import('./plain-text.ts')).plainText,
  },
  {
    kind: 'bundle',
    name: 'i18next-json',
    extensions: ['.json'],
    syntax: 'i18next',
    load: async () => (await import('./i18next-json.ts')).i18nextJson,
  },
];

/** The extensions under which rendered articles stand. */
export const ARTICLE_EXTENSIONS = FORMATS.filter(({ kind }) => kind === 'article').flatMap(
  ({ extensions }) => extensions,
);

/** The format of a name, as a configuration gives it. */
export function formatNamed(name: string): FormatEntry | undefined {
  return FORMATS.find((format) => format.name === name);
}

/**
 * The format of a file by its extension, upper or lower case.
 * @param path with forward slashes; a dotfile (`.md`) has no extension
 */
export function formatFor(path: string): FormatEntry | undefined {
  const extension = extname(path).toLowerCase();
  return FORMATS.find((format) => format.extensions.includes(extension));
}
