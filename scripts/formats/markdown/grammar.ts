import type { Root } from 'mdast';
import { fromMarkdown, type Extension as TreeExtension } from 'mdast-util-from-markdown';
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
import type { Extension, TokenizeContext } from 'micromark-util-types';
import { readBlockEvents, type BlockEvents } from './block-events.ts';
import { isEscaped } from './masks.ts';
import { markSpans } from './node-spans.ts';
import { tableSyntax } from './tables.ts';

/** A dialect's parsers. Both give mdast trees whose positions are offsets into the text given. */
export interface Grammar {
  /** @throws whatever the dialect throws on broken syntax; plain Markdown never does. */
  blocks(text: string): Root;
  /** Blocks alone, and the names of the features found; absent where the text inside blocks decides what they are. */
  outer?(text: string): { readonly events: BlockEvents; readonly features: string };
  /** A value alone: no block constructs, and every reference and footnote is taken as defined. */
  inline(text: string): Root;
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
  { sign: /:[:A-Za-z]/, syntax: directive(), tree: directiveFromMarkdown() },
];

const BLOCK_CONSTRUCTS =
  'blockQuote list headingAtx thematicBreak setextUnderline htmlFlow codeFenced codeIndented definition'.split(' ');

/**
 * The grammar of a dialect: CommonMark, GFM, math and directives, and what the dialect adds.
 * @param syntax more micromark extensions (MDX's)
 * @param tree the mdast handlers of those
 */
export function createGrammar(syntax: readonly Extension[] = [], tree: readonly TreeExtension[] = []): Grammar {
  const handlers = joinHandlers([markSpans, ...tree]);
  const treeOf = (found: readonly Feature[]): TreeExtension[] => [
    joinHandlers(found.flatMap((feature) => feature.tree ?? [])),
    handlers,
  ];
  const inlineOnly: Extension[] = [{ disable: { null: BLOCK_CONSTRUCTS } }, ...syntax.map(textPart)];
  const outer: NonNullable<Grammar['outer']> = (text) => {
    const found = featuresOf(text);
    const events = readBlockEvents(text, [tableSyntax(text), ...found.map((feature) => feature.syntax)]);
    return { events, features: found.map(({ sign }) => sign.source).join('\n') };
  };
  return {
    ...(syntax.length === 0 ? { outer } : {}),
    blocks(text) {
      const found = featuresOf(text);
      const extensions = [tableSyntax(text), ...found.map((feature) => feature.syntax), ...syntax];
      return fromMarkdown(text, { extensions, mdastExtensions: [TABLE_HANDLERS, ...treeOf(found)] });
    },
    inline(text) {
      const found = featuresOf(text);
      const parts = found.map((feature) => textPart(feature.syntax));
      const extensions = [...parts, ...inlineOnly, ...definesEveryLabel(text)];
      return fromMarkdown(text, { extensions, mdastExtensions: treeOf(found) });
    },
  };
}

const TABLE_HANDLERS = joinHandlers(tables === undefined ? [] : [tables]);

function featuresOf(text: string): readonly Feature[] {
  return FEATURES.filter(({ sign }) => sign.test(text));
}

/** One extension for all. Transforms are left out: they make nodes without a position. */
function joinHandlers(extensions: readonly TreeExtension[]): TreeExtension {
  return {
    canContainEols: extensions.flatMap(({ canContainEols }) => canContainEols ?? []),
    enter: Object.assign({}, ...extensions.map(({ enter }) => enter)),
    exit: Object.assign({}, ...extensions.map(({ exit }) => exit)),
  };
}

/** What an extension does inside a paragraph, without the blocks it knows. */
function textPart({ text, insideSpan, attentionMarkers, disable }: Extension): Extension {
  return {
    ...(text === undefined ? {} : { text }),
    ...(insideSpan === undefined ? {} : { insideSpan }),
    ...(attentionMarkers === undefined ? {} : { attentionMarkers }),
    ...(disable === undefined ? {} : { disable }),
  };
}

const LABEL = /\[(\^?)((?:[^[\]\\]|\\[^])+)\]/g;

/**
 * In a value alone `[text][label]`, `[text][]` and `[^note]` are what they are in their article, though their definitions
 * are elsewhere. `[text]` is text: in articles it is mostly that, and where it is a link its value says `[text][]`.
 */
function definesEveryLabel(text: string): Extension[] {
  if (!text.includes('][') && !text.includes('[^')) return [];
  const labels = new Set<string>();
  const notes = new Set<string>();
  for (const { index, 0: source, 1: caret, 2: label = '' } of text.matchAll(LABEL)) {
    if (caret === '^') notes.add(normalizeIdentifier(label));
    else if ((text[index - 1] === ']' && !isEscaped(text, index - 1)) || text.startsWith('[]', index + source.length))
      labels.add(normalizeIdentifier(label));
  }
  function define(this: TokenizeContext): void {
    if (this.parser.defined.length === 0) this.parser.defined.push(...labels);
    this.parser.gfmFootnotes ??= [...notes];
  }
  const tokenize: NonNullable<Extension['text']>[string] = {
    tokenize(_effects, _ok, nok) {
      define.call(this);
      return nok;
    },
  };
  return [{ text: { 91: tokenize, 93: tokenize } }];
}
