const LOADERS = {
    markdown: async () => (await import('./markdown/markdown-syntax.js')).markdownSyntax,
    mdx: async () => (await import('./markdown/mdx-syntax.js')).mdxSyntax,
    html: async () => (await import('./html/html-syntax.js')).htmlSyntax,
    plain: async () => (await import('./plain-syntax.js')).plainSyntax,
    i18next: async () => (await import('./i18next-syntax.js')).i18nextSyntax,
};
/** The parser and printer of an inline syntax, loaded when a value in it is first worked on. */
export function loadSyntax(name) {
    return LOADERS[name]();
}
