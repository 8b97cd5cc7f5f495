import type { InlineSyntax } from '../format.ts';
import { createGrammar } from './grammar/grammar.ts';
import { createSyntax } from './syntax.ts';

export const markdownGrammar = createGrammar();

/** Markdown inside a block: CommonMark and GFM, formulas, text directives, template tags. */
export const markdownSyntax: InlineSyntax = createSyntax('markdown', markdownGrammar);
