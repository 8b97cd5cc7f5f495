import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Nodes } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { markdownGrammar } from '../../scripts/formats/markdown/markdown-syntax.ts';

const examples = z
  .object({ tests: z.array(z.object({ markdown: z.string() })) })
  .parse(createRequire(import.meta.url)('commonmark-spec')).tests;

const article = readFileSync(new URL('../fixtures/formats/markdown/article.md', import.meta.url), 'utf8');

const CELLS = '| a b c | d |\n| - | - |\n| e f | g *h* i |\n\n> one\n>  two\t\n> three  \nfour\n';

/** What the blocks are read from: types, texts, addresses, places; not where lists end and how loose they are. */
function shown(node: Nodes): unknown {
  const { position, ...own } = node;
  const isList = node.type === 'list' || node.type === 'listItem';
  const place = isList || node.type === 'root' ? [] : [position?.start.offset, position?.end.offset];
  const children = 'children' in node ? node.children.map((child: Nodes) => shown(child)) : [];
  return [{ ...own, spread: null, data: null, children: null }, place, children];
}

const extensions = [
  gfmTable(),
  gfmFootnote(),
  gfmStrikethrough(),
  gfmTaskListItem(),
  math({ singleDollarTextMath: false }),
  directive(),
];
const [, ...gfmTrees] = gfmFromMarkdown();
const mdastExtensions = [...gfmTrees, mathFromMarkdown(), directiveFromMarkdown()];

it('makes the tree that mdast-util-from-markdown makes', () => {
  const texts = [article, CELLS, ...examples.map(({ markdown }) => markdown)];
  // Page addresses are links by a part of the grammar that changes the tree afterwards.
  // Here `[a][b]` is a link though nothing defines it, and a bare `:name` is none.
  const plain = texts.filter((text) => !/@|www\.|\w:[a-z]|https?:|\]\[/i.test(text));
  for (const text of plain) {
    expect([text, shown(markdownGrammar.blocks(text))]).toEqual([
      text,
      shown(fromMarkdown(text, { extensions, mdastExtensions })),
    ]);
  }
  expect(plain.length).toBeGreaterThan(500);
});
