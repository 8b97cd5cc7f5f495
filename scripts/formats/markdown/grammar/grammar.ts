import type { Paragraph, Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { mathFromMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Extension, ParseContext } from 'micromark-util-types';
import { isEscaped } from '../marks/escaped.ts';
import { findMarks } from '../marks/find-marks.ts';
import { markSyntax, prepareMarks } from '../marks/mark-syntax.ts';
import { markSpans } from './node-spans.ts';
import { createParser, type Parser } from './parser.ts';
import { findTables, fitDelimiterRows, tableSyntax } from './tables.ts';
import { makeTree, treeConfig, type TreeConfig } from './tree.ts';

/** A dialect's parsers. Both give mdast trees whose positions are offsets into the text given. */
export interface Grammar {
  /** @throws whatever the dialect throws on broken syntax; plain Markdown never does. */
  blocks(text: string): Root;
  /** The parts of the grammar that a text brings in; absent where the text inside blocks decides what they are (MDX). */
  features?(text: string): number;
  /** A value alone as a paragraph, in which every reference and footnote is taken as defined. */
  inline(text: string): Paragraph;
}

/** A part of the grammar that costs time on every text, and the sign without which it has nothing to find. */
interface Feature {
  readonly sign: RegExp;
  readonly syntax: Extension;
  readonly tree: TreeExtension | undefined;
}

const [addresses, notes, struck, tables, boxes] = gfmFromMarkdown();

const FEATURES: readonly Feature[] = [
  { sign: /~/, syntax: gfmStrikethrough(), tree: struck },
  { sign: /\[\^/, syntax: gfmFootnote(), tree: notes },
  { sign: /\[[ \txX]\]/, syntax: gfmTaskListItem(), tree: boxes },
  { sign: /@|www\.|(?<!\]\(|\]: ?|[<"'])https?:/i, syntax: gfmAutolinkLiteral(), tree: addresses },
  { sign: /\$\$/, syntax: math({ singleDollarTextMath: false }), tree: mathFromMarkdown() },
  // Containers and leaves are marks.
  { sign: /:[A-Za-z][\w-]*[[{]/, syntax: { text: directive().text ?? {} }, tree: directiveFromMarkdown() },
];

/**
 * The grammar of a dialect: CommonMark, GFM, math and directives, and what the dialect adds.
 * @param syntax more micromark extensions (MDX's)
 * @param tree the mdast handlers of those
 */
export function createGrammar(syntax: readonly Extension[] = [], tree: readonly TreeExtension[] = []): Grammar {
  const known = new Map<number, { readonly parser: Parser; readonly config: TreeConfig }>();
  /** The parser for the features of a text; texts of one kind share it. Where nothing may be a mark, none is looked for. */
  const forText = (text: string, marked: boolean): { readonly parser: Parser; readonly config: TreeConfig } => {
    const bits = featuresOf(text);
    const name = marked ? bits | MARKED : bits;
    let own = known.get(name);
    if (own === undefined) {
      const found = FEATURES.filter((_, index) => (bits & (1 << index)) !== 0);
      const marks = marked ? [markSyntax] : [];
      const parser = createParser([tableSyntax, ...found.map((feature) => feature.syntax), ...syntax, ...marks]);
      const config = treeConfig([...TABLE_TREE, ...found.flatMap((feature) => feature.tree ?? []), markSpans, ...tree]);
      own = { parser, config };
      known.set(name, own);
    }
    return own;
  };
  return {
    ...(syntax.length === 0 ? { features: featuresOf } : {}),
    blocks(text) {
      const fitted = fitDelimiterRows(text);
      const marks = findMarks(fitted, syntax.length > 0);
      const { parser, config } = forText(text, marks.length > 0);
      const events = parser.blocks(fitted, (context) => {
        findTables(context, fitted);
        if (marks.length > 0) prepareMarks(context, marks);
        defineReferences(context, fitted);
      });
      return makeTree(events, config, { type: 'root', children: [] });
    },
    inline(text) {
      const { parser, config } = forText(text, false);
      const events = parser.inline(text, (context) => defineLabels(context, text));
      return makeTree(events, config, { type: 'paragraph', children: [] });
    },
  };
}

const TABLE_TREE: readonly TreeExtension[] = tables === undefined ? [] : [tables];

/** The features that a text brings in, a bit each. */
function featuresOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < FEATURES.length; index++) if (FEATURES[index]?.sign.test(text)) bits |= 1 << index;
  return bits;
}

/** The bit of marks. */
const MARKED = 1 << FEATURES.length;

const REFERENCE = /\]\[(?!\^)((?:[^[\]\\\n]|\\[^\n]){0,300})\]/g;

/**
 * `[text][label]` and `[label][]` are links though nothing in the file defines their label: a plug-in does, a file that is
 * included, or a loop. Behind a word they are an index: `a[0][1]`.
 */
function defineReferences(parser: ParseContext, text: string): void {
  if (!text.includes('][')) return;
  for (const { index, 1: label = '' } of text.matchAll(REFERENCE)) {
    const open = openingBracket(text, index);
    if (open === undefined || isEscaped(text, index) || /[\w\])]/.test(text.charAt(open - 1))) continue;
    parser.defined.push(normalizeIdentifier(label === '' ? text.slice(open + 1, index) : label));
  }
}

/** The longest text of a reference that is looked at. */
const LONGEST_TEXT = 500;

function openingBracket(text: string, end: number): number | undefined {
  let depth = 1;
  for (let at = end - 1; at >= 0 && at > end - LONGEST_TEXT; at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && --depth === 0) return at;
  }
  return undefined;
}

const LABEL = /\[(\^?)((?:[^[\]\\]|\\[^])+)\]/g;

/**
 * In a value alone `[text][label]`, `[text][]` and `[^note]` are what they are in their article, though their definitions
 * are elsewhere. `[text]` is text: in articles it is mostly that, and where it is a link its value says `[text][]`.
 */
function defineLabels(parser: ParseContext, text: string): void {
  if (!text.includes('][') && !text.includes('[^')) return;
  const notes: string[] = [];
  for (const { index, 0: source, 1: caret, 2: label = '' } of text.matchAll(LABEL)) {
    if (caret === '^') notes.push(normalizeIdentifier(label));
    else if ((text[index - 1] === ']' && !isEscaped(text, index - 1)) || text.startsWith('[]', index + source.length))
      parser.defined.push(normalizeIdentifier(label));
  }
  parser.gfmFootnotes = notes;
}
