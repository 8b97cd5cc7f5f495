import { createFormat } from './markdown/article.js';
import { mdxGrammar, mdxSyntax } from './markdown/mdx-syntax.js';
/** MDX articles with front matter: text in JSX and chosen attributes are units; expressions and ESM are kept. */
export const mdx = createFormat('mdx', ['.mdx'], mdxGrammar, mdxSyntax);
