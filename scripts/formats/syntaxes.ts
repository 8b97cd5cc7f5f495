import type { SyntaxName } from '../units/unit.ts';
import type { InlineSyntax } from './format.ts';

const LOADERS: Readonly<Record<SyntaxName, () => Promise<InlineSyntax>>> = {
  markdown: async () => (await import('./markdown/markdown-syntax.ts')).markdownSyntax,
  mdx: async () => (await import('./markdown/mdx-syntax.ts')).mdxSyntax,
  html: async () => (await import('./html/html-syntax.ts')).htmlSyntax,
  plain: async () => (await import('./plain-syntax.ts')).plainSyntax,
  icu: async () => (await import('./icu-syntax.ts')).icuSyntax,
  'vue-i18n': async () => (await import('./barred-syntax.ts')).vueI18nSyntax,
  laravel: async () => (await import('./barred-syntax.ts')).laravelSyntax,
  i18next: async () => (await import('./i18next-syntax.ts')).i18nextSyntax,
};

/** The parser and printer of an inline syntax, loaded when a value in it is first worked on. */
export function loadSyntax(name: SyntaxName): Promise<InlineSyntax> {
  return LOADERS[name]();
}
