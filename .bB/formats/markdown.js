import { createFormat } from './markdown/article.js';
import { markdownGrammar, markdownSyntax } from './markdown/markdown-syntax.js';
/** Markdown articles with front matter: CommonMark and GFM, formulas, directives, template tags. */
export const markdown = createFormat('markdown', ['.md', '.markdown'], markdownGrammar, markdownSyntax);
