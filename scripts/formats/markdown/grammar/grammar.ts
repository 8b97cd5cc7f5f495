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
import type { Flavour } from '../../../project/flavour.ts';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Extension, ParseContext } from 'micromark-util-types';
import { isEscaped } from '../marks/escaped.ts';
import type { FoundMark } from '../marks/block-mark.ts';
import { findMarks } from '../marks/find-marks.ts';
import { markSyntax, prepareMarks, termSyntax } from '../marks/mark-syntax.ts';
import { markSpans } from './node-spans.ts';
import { createParser, type Parser } from './parser.ts';
import { findTables, fitDelimiterRows, tableSyntax } from './tables.ts';
import { addShortcuts, dropShortcuts, labelsBehindHtml } from './shortcuts.ts';
import { makeTree, treeConfig, type TreeConfig } from './tree.ts';

/** A dialect's parsers. Both give mdast trees whose positions are offsets into the text given. */
export interface Grammar {
  /** @throws whatever the dialect throws on broken syntax; plain Markdown never does. */
  blocks(text: string, flavour?: Flavour): Root;
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
  const forText = (
    text: string,
    marks: readonly FoundMark[],
  ): { readonly parser: Parser; readonly config: TreeConfig } => {
    const bits = featuresOf(text);
    const hasTerms = marks.some(({ isTerm }) => isTerm);
    const name = bits | (marks.length > 0 ? MARKED : 0) | (hasTerms ? TERMS : 0);
    let own = known.get(name);
    if (own === undefined) {
      const found = FEATURES.filter((_, index) => (bits & (1 << index)) !== 0);
      const ofMarks = marks.length === 0 ? [] : hasTerms ? [markSyntax, termSyntax] : [markSyntax];
      const parser = createParser([tableSyntax, ...found.map((feature) => feature.syntax), ...syntax, ...ofMarks]);
      const config = treeConfig([...TABLE_TREE, ...found.flatMap((feature) => feature.tree ?? []), markSpans, ...tree]);
      own = { parser, config };
      known.set(name, own);
    }
    return own;
  };
  return {
    ...(syntax.length === 0 ? { features: featuresOf } : {}),
    blocks(text, flavour) {
      const fitted = fitDelimiterRows(closeFormulas(text));
      const undefinedLabels = text.includes('][') ? referencesIn(fitted) : [];
      const hiddenLabels = flavour === 'mkdocs' ? labelsBehindHtml(fitted) : [];
      const marks = findMarks(fitted, syntax.length > 0);
      const { parser, config } = forText(text, marks);
      const events = parser.blocks(fitted, (context) => {
        findTables(context, fitted);
        if (marks.length > 0) prepareMarks(context, marks);
        context.defined.push(...undefinedLabels, ...hiddenLabels);
        // A note that is defined in another file is one, too: nobody translates its label.
        if (fitted.includes('[^')) context.gfmFootnotes = notesIn(fitted);
      });
      const tree = makeTree(events, config, { type: 'root', children: [] });
      if (undefinedLabels.length > 0) dropShortcuts(tree, fitted, hiddenLabels);
      if (fitted.includes('][^')) addShortcuts(tree, fitted, hiddenLabels);
      return tree;
    },
    inline(text) {
      const { parser, config } = forText(text, []);
      const events = parser.inline(text, (context) => defineLabels(context, text));
      const tree = makeTree(events, config, { type: 'paragraph', children: [] });
      if (text.includes('][')) dropShortcuts(tree, text);
      return tree;
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

/** The bits of marks, and of terms among them. */
const MARKED = 1 << FEATURES.length;
const TERMS = MARKED << 1;

/** What Quarto and MyST write behind a displayed formula: its label. */
const LABELLED_FORMULA = /^([ \t>]*(?:\$\$[^\n$]+)?\$\$[ \t]*)(\{\uFDD0+\}|\([\w:.-]+\))(?=[ \t]*\r?$)/gm;

/** A text as long, in which no label stands behind the end of a formula: that would be none. */
function closeFormulas(text: string): string {
  if (!text.includes('$$')) return text;
  return text.replace(LABELLED_FORMULA, (_, end: string, label: string) => end + ' '.repeat(label.length));
}

const REFERENCE = /\]\[(?!\^)((?:[^[\]\\\n]|\\[^\n]|\n(?![ \t]*\r?\n)){0,300})\]/g;

/**
 * `[text][label]` and `[label][]` are links though nothing in the file defines their label: a plug-in does, a file that is
 * included, or a loop. Behind a word they are an index: `a[0][1]`.
 */
function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(({ index, 1: label = '' }) => {
    const open = openingBracket(text, index);
    if (open === undefined || isEscaped(text, index) || /[\w\])]/.test(text.charAt(open - 1))) return [];
    return normalizeIdentifier(label === '' ? text.slice(open + 1, index) : label);
  });
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

const NOTE = /\[\^((?:[^[\]\\\s]|\\[^\s]){1,300})\]/g;

function notesIn(text: string): string[] {
  return [...text.matchAll(NOTE)].map(([, label = '']) => normalizeIdentifier(label));
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
