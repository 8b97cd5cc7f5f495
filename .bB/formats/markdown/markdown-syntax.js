import { createGrammar } from './grammar.js';
import { createSyntax } from './syntax.js';
export const markdownGrammar = createGrammar();
/** Markdown inside a block: CommonMark and GFM, formulas, text directives, template tags. */
export const markdownSyntax = createSyntax('markdown', markdownGrammar);
