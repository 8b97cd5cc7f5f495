import type { ArticleFormat } from './format.ts';
import { createFormat } from './markdown/article.ts';
import { markdownGrammar, markdownSyntax } from './markdown/markdown-syntax.ts';

/** Markdown articles with front matter: CommonMark and GFM, formulas, directives, template tags. */
export const markdown: ArticleFormat = createFormat('markdown', ['.md', '.markdown'], markdownGrammar, markdownSyntax);
