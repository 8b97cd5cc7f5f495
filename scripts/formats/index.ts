import { extname } from 'node:path/posix';
import type { SyntaxName } from '../units/unit.ts';
import type { ArticleFormat, BundleFormat } from './format.ts';

interface EntryOf<Format extends ArticleFormat | BundleFormat> {
  readonly kind: Format['kind'];
  readonly name: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** What files it reads, for README's table. */
  readonly files: string;
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
    files: '`.md`: CommonMark and GFM, front matter in YAML, TOML or JSON, directives, shortcodes, formulas',
    syntax: 'markdown',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    kind: 'article',
    name: 'mdx',
    extensions: ['.mdx'],
    files: '`.mdx`, `.md` of Docusaurus, `.md` that begins with imports: Markdown with JSX',
    syntax: 'mdx',
    load: async () => (await import('./mdx.ts')).mdx,
  },
  {
    kind: 'article',
    name: 'html',
    extensions: ['.html', '.htm'],
    files: '`.html`: documents and fragments',
    syntax: 'html',
    load: async () => (await import('./html.ts')).html,
  },
  {
    kind: 'article',
    name: 'plain-text',
    extensions: ['.txt'],
    files: '`.txt`: title line, heading lines, paragraphs',
    syntax: 'plain',
    load: async () => (await import('./plain-text.ts')).plainText,
  },
  {
    kind: 'bundle',
    name: 'i18next-json',
    extensions: ['.json'],
    files: '`.json`: i18next v4 bundles with plurals, contexts, nesting, Trans tags; ICU, vue-i18n, Laravel',
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
