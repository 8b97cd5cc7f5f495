import type { Parent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { Span } from '../marks/masks.ts';

/** Places in a link, image or definition that mdast itself does not keep. */
export interface NodeSpans {
  /** Offset behind the `]` of the text or alt text, where the resource or the reference begins. */
  afterLabel?: number;
  /** The title with its quotes. */
  title?: Span;
}

type Position = NonNullable<Parent['position']>;

const spans = new WeakMap<object, NodeSpans>();

/** @returns what is known of a node; empty for autolinks and shortcut references */
export function spansOf(node: object): NodeSpans {
  return spans.get(node) ?? {};
}

function of(node: object | undefined): NodeSpans {
  if (node === undefined) return {};
  const known = spans.get(node) ?? {};
  spans.set(node, known);
  return known;
}

/** Where a node that no token stands for lies: of places only offsets are read. */
export function positionAt(start: number, end: number): Position {
  return { start: pointAt(start), end: pointAt(end) };
}

function pointAt(offset: number): Position['start'] {
  return { line: 1, column: 1, offset };
}

/** Notes the places of a node. */
export function noteSpans(node: object, known: NodeSpans): void {
  spans.set(node, known);
}

/** Lets a node that takes another one's place have its places. */
export function copySpans(from: object, to: object): void {
  const known = spans.get(from);
  if (known !== undefined) spans.set(to, known);
}

/** A handler for micromark's tokens that notes these places while the tree is made. */
export const markSpans: Extension = {
  enter: {
    resourceMarker(token) {
      of(this.stack.at(-1)).afterLabel ??= token.start.offset;
    },
    referenceMarker(token) {
      of(this.stack.at(-1)).afterLabel ??= token.start.offset;
    },
    resourceTitle(token) {
      of(this.stack.at(-1)).title = { start: token.start.offset, end: token.end.offset };
    },
    definitionTitle(token) {
      of(this.stack.at(-1)).title = { start: token.start.offset, end: token.end.offset };
    },
  },
};
