import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { createGrammar } from './grammar.js';
import { createSyntax } from './syntax.js';
export const mdxGrammar = createGrammar([mdxjs()], mdxFromMarkdown());
/** MDX inside a block: Markdown with JSX elements and expressions in place of HTML and template tags. */
export const mdxSyntax = createSyntax('mdx', mdxGrammar);
