/** Blocks: paragraphs, headings, quotes, lists, code, HTML, definitions. */
import type { Extension, Handle } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { begin, buffer, buffered, end } from './handles.ts';

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** The open item of each open list. */
    items?: (Token | undefined)[];
  }
}

const list: Handle = function (token) {
  (this.data.items ??= []).push(undefined);
  this.enter({ type: 'list', ordered: token.type === 'listOrdered', start: null, spread: null, children: [] }, token);
};

/** Items have no tokens of their own: each begins with its marker and ends where the next one or the list does. */
const item: Handle = function ({ start, end: behind }) {
  const { items = [] } = this.data;
  const open = items.pop();
  if (open !== undefined) this.exit(open);
  const token: Token = { type: 'listItem', start, end: behind };
  items.push(token);
  this.enter({ type: 'listItem', spread: null, checked: null, children: [] }, token);
};

const listEnd: Handle = function (token) {
  const open = this.data.items?.pop();
  if (open !== undefined) this.exit(open);
  this.exit(token);
};

/** The number of an ordered list's first item. */
const itemValue: Handle = function (token) {
  const parent = this.stack.at(-2);
  if (parent?.type === 'list') parent.start ??= Number.parseInt(this.sliceSerialize(token), 10);
};

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

const atxHeading: Handle = function (token) {
  const signs = /^#+/.exec(this.sliceSerialize(token))?.[0].length ?? 1;
  this.enter({ type: 'heading', depth: DEPTHS[signs - 1] ?? 6, children: [] }, token);
};

const setextText: Handle = function () {
  this.data.setextHeadingSlurpLineEnding = true;
};

const setextLine: Handle = function (token) {
  const node = this.stack.at(-1);
  if (node?.type === 'heading') node.depth = this.sliceSerialize(token).startsWith('=') ? 1 : 2;
};

const setextEnd: Handle = function (token) {
  this.data.setextHeadingSlurpLineEnding = undefined;
  this.exit(token);
};

const fenceInfo: Handle = function () {
  const info = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'code') node.lang = info;
};

const fenceMeta: Handle = function () {
  const meta = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'code') node.meta = meta;
};

/** The opening fence ends: what follows is code. */
const fence: Handle = function () {
  if (this.data.flowCodeInside === true) return;
  this.buffer();
  this.data.flowCodeInside = true;
};

const fencedEnd: Handle = function (token) {
  const code = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'code') node.value = code.replace(/^(\r?\n|\r)|(\r?\n|\r)$/g, '');
  this.data.flowCodeInside = undefined;
  this.exit(token);
};

const indentedEnd: Handle = function (token) {
  const code = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'code') node.value = code.replace(/(\r?\n|\r)$/g, '');
  this.exit(token);
};

const htmlEnd: Handle = function (token) {
  const html = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'html') node.value = html;
  this.exit(token);
};

const definitionLabel: Handle = function (token) {
  const label = this.resume();
  const node = this.stack.at(-1);
  if (node?.type !== 'definition') return;
  node.label = label;
  node.identifier = normalizeIdentifier(this.sliceSerialize(token)).toLowerCase();
};

const definitionDestination: Handle = function () {
  const url = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'definition') node.url = url;
};

const definitionTitle: Handle = function () {
  const title = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'definition') node.title = title;
};

export const BLOCK_HANDLES: Extension = {
  enter: {
    atxHeading,
    blockQuote: begin(() => ({ type: 'blockquote', children: [] })),
    codeFenced: begin(() => ({ type: 'code', lang: null, meta: null, value: '' })),
    codeFencedFenceInfo: buffer,
    codeFencedFenceMeta: buffer,
    codeIndented: buffered(() => ({ type: 'code', lang: null, meta: null, value: '' })),
    definition: begin(() => ({ type: 'definition', identifier: '', label: null, title: null, url: '' })),
    definitionDestinationString: buffer,
    definitionLabelString: buffer,
    definitionTitleString: buffer,
    htmlFlow: buffered(() => ({ type: 'html', value: '' })),
    listItemPrefix: item,
    listOrdered: list,
    listUnordered: list,
    paragraph: begin(() => ({ type: 'paragraph', children: [] })),
    setextHeading: begin(() => ({ type: 'heading', depth: 1, children: [] })),
    thematicBreak: begin(() => ({ type: 'thematicBreak' })),
  },
  exit: {
    atxHeading: end,
    blockQuote: end,
    codeFenced: fencedEnd,
    codeFencedFence: fence,
    codeFencedFenceInfo: fenceInfo,
    codeFencedFenceMeta: fenceMeta,
    codeIndented: indentedEnd,
    definition: end,
    definitionDestinationString: definitionDestination,
    definitionLabelString: definitionLabel,
    definitionTitleString: definitionTitle,
    htmlFlow: htmlEnd,
    listItemValue: itemValue,
    listOrdered: listEnd,
    listUnordered: listEnd,
    paragraph: end,
    setextHeading: setextEnd,
    setextHeadingLineSequence: setextLine,
    setextHeadingText: setextText,
    thematicBreak: end,
  },
};
