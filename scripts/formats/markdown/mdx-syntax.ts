import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { InlineSyntax } from '../format.ts';
import { createGrammar } from './grammar/grammar.ts';
import { quickAcorn } from './quick-acorn.ts';
import { createSyntax } from './syntax.ts';

export const mdxGrammar = createGrammar([mdxjs({ acorn: quickAcorn })], mdxFromMarkdown());

/** MDX inside a block: Markdown with JSX elements and expressions in place of HTML and template tags. */
export const mdxSyntax: InlineSyntax = createSyntax('mdx', mdxGrammar);
