import type { ArticleFormat } from './format.ts';
import { createFormat } from './markdown/article.ts';
import { mdxGrammar, mdxSyntax } from './markdown/mdx-syntax.ts';

/** MDX articles with front matter: text in JSX and chosen attributes are units; expressions and ESM are kept. */
export const mdx: ArticleFormat = createFormat('mdx', ['.mdx'], mdxGrammar, mdxSyntax);
