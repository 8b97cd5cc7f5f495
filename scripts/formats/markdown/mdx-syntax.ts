import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { InlineSyntax } from '../format.ts';
import { createGrammar, type Grammar } from './grammar/grammar.ts';
import { hideInnerBraces, showInTree } from './inner-braces.ts';
import { quickAcorn, RefusedExpression } from './quick-acorn.ts';
import { createSyntax } from './syntax.ts';

const grammar = createGrammar([mdxjs({ acorn: quickAcorn })], mdxFromMarkdown());

export const mdxGrammar: Grammar = {
  blocks: (text) => read(text, grammar.blocks),
  inline: (text) => read(text, grammar.inline),
};

/** Hidden braces make nothing another tree: what would be read otherwise with them cannot be read at all. */
function read<Tree extends object>(text: string, parse: (text: string) => Tree): Tree {
  try {
    const hidden = hideInnerBraces(text);
    if (hidden === text) return parse(text);
    try {
      const tree = parse(hidden);
      showInTree(tree);
      return tree;
    } catch (error) {
      if (error instanceof RefusedExpression) throw error;
      return parse(text);
    }
  } catch (error) {
    if (!(error instanceof RefusedExpression)) throw error;
    const line = text.slice(0, Math.max(0, text.indexOf(error.beginning))).split('\n').length;
    throw Object.assign(error, { line });
  }
}

/** MDX inside a block: Markdown with JSX elements and expressions in place of HTML and template tags. */
export const mdxSyntax: InlineSyntax = createSyntax('mdx', mdxGrammar);
