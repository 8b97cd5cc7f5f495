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
import { isEscaped } from './masks.js';
import { markSpans } from './node-spans.js';
import { createParser } from './parser.js';
import { findTables, tableSyntax } from './tables.js';
import { makeTree, treeConfig } from './tree.js';
const [addresses, notes, struck, tables, boxes] = gfmFromMarkdown();
const FEATURES = [
    { sign: /~/, syntax: gfmStrikethrough(), tree: struck },
    { sign: /\[\^/, syntax: gfmFootnote(), tree: notes },
    { sign: /\[[ \txX]\]/, syntax: gfmTaskListItem(), tree: boxes },
    { sign: /@|www\.|(?<!\]\(|\]: ?|[<"'])https?:/i, syntax: gfmAutolinkLiteral(), tree: addresses },
    { sign: /\$\$/, syntax: math({ singleDollarTextMath: false }), tree: mathFromMarkdown() },
    { sign: /:[:A-Za-z]/, syntax: directive(), tree: directiveFromMarkdown() },
];
/**
 * The grammar of a dialect: CommonMark, GFM, math and directives, and what the dialect adds.
 * @param syntax more micromark extensions (MDX's)
 * @param tree the mdast handlers of those
 */
export function createGrammar(syntax = [], tree = []) {
    const known = new Map();
    /** The parser for the features of a text; texts of one kind share it. */
    const forText = (text) => {
        const found = featuresOf(text);
        const name = nameOf(found);
        let own = known.get(name);
        if (own === undefined) {
            const parser = createParser([tableSyntax, ...found.map((feature) => feature.syntax), ...syntax], findTables);
            const config = treeConfig([...TABLE_TREE, ...found.flatMap((feature) => feature.tree ?? []), markSpans, ...tree]);
            own = { parser, config };
            known.set(name, own);
        }
        return own;
    };
    const features = (text) => nameOf(featuresOf(text));
    return {
        ...(syntax.length === 0 ? { features } : {}),
        blocks(text) {
            const { parser, config } = forText(text);
            return makeTree(parser.blocks(text), config, { type: 'root', children: [] });
        },
        inline(text) {
            const { parser, config } = forText(text);
            const events = parser.inline(text, (context) => defineLabels(context, text));
            return makeTree(events, config, { type: 'paragraph', children: [] });
        },
    };
}
const TABLE_TREE = tables === undefined ? [] : [tables];
function featuresOf(text) {
    return FEATURES.filter(({ sign }) => sign.test(text));
}
function nameOf(features) {
    return features.map(({ sign }) => sign.source).join('\n');
}
const LABEL = /\[(\^?)((?:[^[\]\\]|\\[^])+)\]/g;
/**
 * In a value alone `[text][label]`, `[text][]` and `[^note]` are what they are in their article, though their definitions
 * are elsewhere. `[text]` is text: in articles it is mostly that, and where it is a link its value says `[text][]`.
 */
function defineLabels(parser, text) {
    if (!text.includes('][') && !text.includes('[^'))
        return;
    const notes = [];
    for (const { index, 0: source, 1: caret, 2: label = '' } of text.matchAll(LABEL)) {
        if (caret === '^')
            notes.push(normalizeIdentifier(label));
        else if ((text[index - 1] === ']' && !isEscaped(text, index - 1)) || text.startsWith('[]', index + source.length))
            parser.defined.push(normalizeIdentifier(label));
    }
    parser.gfmFootnotes = notes;
}
