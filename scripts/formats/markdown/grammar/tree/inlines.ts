/** Inline nodes: emphasis, code, HTML, hard breaks, links and images. */
import type { ImageReference, LinkReference, Nodes } from 'mdast';
import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { copySpans } from '../node-spans.ts';
import { begin, buffer, buffered, end } from './handles.ts';
import { beginData, data } from './texts.ts';

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** What the label of the link or image says that ends next: it may turn out to be a reference. */
    label?: { readonly label: string; readonly identifier: string } | undefined;
  }
}

/** The end of code or HTML: what was buffered is its value. */
const valueEnd: Handle = function (token) {
  const value = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'inlineCode' || node?.type === 'html') node.value = value;
  this.exit(token);
};

const hardBreakEnd: Handle = function (token) {
  this.data.atHardBreak = true;
  this.exit(token);
};

const labelText: Handle = function (token) {
  const source = this.sliceSerialize(token);
  this.data.label = { label: decodeString(source), identifier: normalizeIdentifier(source).toLowerCase() };
};

const labelEnd: Handle = function () {
  const fragment = this.stack.at(-1);
  const alt = this.resume();
  const node = this.stack.at(-1);
  // A reference, unless a resource follows.
  this.data.inReference = true;
  if (node?.type === 'link' && fragment?.type === 'fragment') node.children = fragment.children;
  else if (node?.type === 'image') node.alt = alt;
};

const destination: Handle = function () {
  const url = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'link' || node?.type === 'image') node.url = url;
};

const title: Handle = function () {
  const text = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === 'link' || node?.type === 'image') node.title = text;
};

const resourceEnd: Handle = function () {
  this.data.inReference = undefined;
};

const reference: Handle = function () {
  this.data.referenceType = 'collapsed';
};

const referenceString: Handle = function (token) {
  const label = this.resume();
  const identifier = normalizeIdentifier(this.sliceSerialize(token)).toLowerCase();
  this.data.label = { label, identifier };
  this.data.referenceType = 'full';
};

/** The end of a link or an image: one without a resource becomes a reference. */
const linkEnd: Handle = function (token) {
  const node = this.stack.at(-1);
  const { inReference, referenceType = 'shortcut', label = { label: '', identifier: '' } } = this.data;
  this.data.referenceType = undefined;
  this.exit(token);
  if (inReference !== true) return;
  if (node?.type === 'link') {
    const { children, position } = node;
    replaceLast(this, node, { type: 'linkReference', ...label, referenceType, children, position });
  } else if (node?.type === 'image') {
    const { alt, position } = node;
    replaceLast(this, node, { type: 'imageReference', ...label, referenceType, alt, position });
  }
};

function replaceLast(context: CompileContext, node: Nodes, made: LinkReference | ImageReference): void {
  const parent = context.stack.at(-1);
  if (parent === undefined || !('children' in parent)) return;
  const siblings: Nodes[] = parent.children;
  siblings[siblings.length - 1] = made;
  copySpans(node, made);
}

const autolinkProtocol: Handle = function (token) {
  data.call(this, token);
  const node = this.stack.at(-1);
  if (node?.type === 'link') node.url = this.sliceSerialize(token);
};

const autolinkEmail: Handle = function (token) {
  data.call(this, token);
  const node = this.stack.at(-1);
  if (node?.type === 'link') node.url = `mailto:${this.sliceSerialize(token)}`;
};

const link = begin(() => ({ type: 'link', title: null, url: '', children: [] }));

export const INLINE_HANDLES: Extension = {
  enter: {
    autolink: link,
    autolinkEmail: beginData,
    autolinkProtocol: beginData,
    codeText: buffered(() => ({ type: 'inlineCode', value: '' })),
    emphasis: begin(() => ({ type: 'emphasis', children: [] })),
    hardBreakEscape: begin(() => ({ type: 'break' })),
    hardBreakTrailing: begin(() => ({ type: 'break' })),
    htmlText: buffered(() => ({ type: 'html', value: '' })),
    image: begin(() => ({ type: 'image', title: null, url: '', alt: null })),
    label: buffer,
    link,
    reference,
    referenceString: buffer,
    resourceDestinationString: buffer,
    resourceTitleString: buffer,
    strong: begin(() => ({ type: 'strong', children: [] })),
  },
  exit: {
    autolink: end,
    autolinkEmail,
    autolinkProtocol,
    codeText: valueEnd,
    emphasis: end,
    hardBreakEscape: hardBreakEnd,
    hardBreakTrailing: hardBreakEnd,
    htmlText: valueEnd,
    image: linkEnd,
    label: labelEnd,
    labelText,
    link: linkEnd,
    referenceString,
    resource: resourceEnd,
    resourceDestinationString: destination,
    resourceTitleString: title,
    strong: end,
  },
};
