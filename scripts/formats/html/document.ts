import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { decodeHTMLAttribute } from 'entities/decode';
import { refuseTooManyElements } from '../limits/refuse-too-many.ts';
import { maskTemplates } from './template-mask.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** A file and its tree. */
export interface HtmlDocument {
  readonly text: string;
  /** The text as the parser saw it: template tags overwritten. */
  readonly masked: string;
  readonly tree: readonly HtmlNode[];
}

/**
 * The tree of a document or of a fragment, with places. The tree is only read: files are patched by place.
 * @param text with the same offsets as the file (front matter and a byte order mark overwritten by spaces)
 * @throws SourceError where the tree grows beyond all measure: every `<p>` after an unclosed `<font>` repeats it, and so
 *   some thousands of unclosed ones make millions of elements
 */
export function readDocument(text: string): HtmlDocument {
  const masked = maskTemplates(text);
  const tree = readTree(masked);
  if (masked !== text) restoreAttributes(tree, text, masked);
  return { text, masked, tree };
}

/** Attributes say what stands in the file, template tags included. */
function restoreAttributes(tree: readonly HtmlNode[], text: string, masked: string): void {
  const open = [...tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    for (const child of node.childNodes) open.push(child);
    for (const attribute of node.attrs) {
      const { startOffset, endOffset } = node.sourceCodeLocation?.attrs?.[attribute.name] ?? {};
      const raw = text.slice(startOffset, endOffset);
      if (startOffset === undefined || raw === masked.slice(startOffset, endOffset)) continue;
      const value = /^[^=]*=\s*(["']?)([^]*)\1$/.exec(raw)?.[2];
      if (value !== undefined) attribute.value = decodeHTMLAttribute(value);
    }
  }
}

function readTree(text: string): readonly HtmlNode[] {
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      elements += 1;
      refuseTooManyElements(elements);
      return defaultTreeAdapter.createElement(...given);
    },
  };
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter };
  return isDocument(text) ? parse(text, options).childNodes : parseFragment(text, options).childNodes;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** What stands in an element; a `<template>` has it apart. */
export function childrenOf(element: HtmlElement): readonly HtmlNode[] {
  return isTemplate(element) ? element.content.childNodes : element.childNodes;
}

function isTemplate(element: HtmlElement): element is DefaultTreeAdapterTypes.Template {
  return element.tagName === 'template' && 'content' in element;
}

/** An attribute's value; by name, so that no name can reach what objects inherit. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Elements that stand in the tree of another element, at any depth, and are matched by a test: their ancestors. */
export function ancestorsOf(nodes: readonly HtmlNode[], test: (element: HtmlElement) => boolean): Set<HtmlNode> {
  const found = new Set<HtmlNode>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    for (const child of node.childNodes) open.push(child);
    if (!test(node)) continue;
    for (let parent = node.parentNode; parent !== null && 'tagName' in parent && !found.has(parent);) {
      found.add(parent);
      parent = parent.parentNode;
    }
  }
  return found;
}

/** A document begins with its type or with one of its outermost elements, comments before it set aside. */
function isDocument(text: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (!text.startsWith('<!--', at)) break;
    const end = text.indexOf('-->', at);
    if (end === -1) return false;
    at = end + 3;
  }
  return /^<(?:!doctype|html|head|body)[\s>]/i.test(text.slice(at, at + 20));
}
