import { extname } from 'node:path/posix';
/** All source formats. A new one is one file that exports a `Format`, and one row here. */
export const FORMATS = [
    {
        name: 'markdown',
        extensions: ['.md', '.markdown'],
        article: true,
        syntax: 'markdown',
        load: async () => (await import('./markdown.js')).markdown,
    },
    {
        name: 'mdx',
        extensions: ['.mdx'],
        article: true,
        syntax: 'mdx',
        load: async () => (await import('./mdx.js')).mdx,
    },
    {
        name: 'html',
        extensions: ['.html', '.htm'],
        article: true,
        syntax: 'html',
        load: async () => (await import('./html.js')).html,
    },
    {
        name: 'plain-text',
        extensions: ['.txt'],
        article: true,
        syntax: 'plain',
        load: async () => (await import('./plain-text.js')).plainText,
    },
    {
        name: 'i18next-json',
        extensions: ['.json'],
        article: false,
        syntax: 'i18next',
        load: async () => (await import('./i18next-json.js')).i18nextJson,
    },
];
/** The extensions under which rendered articles stand. */
export const ARTICLE_EXTENSIONS = FORMATS.filter(({ article }) => article).flatMap(({ extensions }) => extensions);
/**
 * The format of a file by its extension, upper or lower case.
 * @param path with forward slashes; a dotfile (`.md`) has no extension
 */
export function formatFor(path) {
    const extension = extname(path).toLowerCase();
    return FORMATS.find((format) => format.extensions.includes(extension));
}
