import type { Node, Paragraph, Root } from 'mdast';
import type { CompileContext, Extension, Handle, Handles } from 'mdast-util-from-markdown';
import type { Event, Token } from 'micromark-util-types';
import { BLOCK_HANDLES } from './tree/blocks.ts';
import { MARK_HANDLES } from './tree/marks.ts';
import { INLINE_HANDLES } from './tree/inlines.ts';
import { TEXT_HANDLES } from './tree/texts.ts';
import { shownText } from './tree/shown-text.ts';

/** What is done at the tokens of a dialect. */
export type TreeConfig = CompileContext['config'];

/** Nodes in which a line end is text. */
const CAN_CONTAIN_EOLS = ['emphasis', 'fragment', 'heading', 'paragraph', 'strong'];

/**
 * The handles of CommonMark and those of a dialect's extensions; of two for one token the later counts. Transforms are left
 * out: they make nodes without a position.
 */
export function treeConfig(extensions: readonly Extension[]): TreeConfig {
  const all: readonly Extension[] = [TEXT_HANDLES, INLINE_HANDLES, BLOCK_HANDLES, MARK_HANDLES, ...extensions];
  return {
    afterExit: [],
    beforeEnter: [],
    transforms: [],
    canContainEols: [...CAN_CONTAIN_EOLS, ...all.flatMap(({ canContainEols }) => canContainEols ?? [])],
    enter: joined(all.map(({ enter }) => enter)),
    exit: joined(all.map(({ exit }) => exit)),
  };
}

function joined(handles: readonly (Handles | null | undefined)[]): Handles {
  const own: Handles = Object.create(null);
  return Object.assign(own, ...handles);
}

/**
 * Makes an mdast tree of micromark's events: what mdast-util-from-markdown does, at a third of its cost, as nothing is copied
 * for each token. Positions are the tokens' own places; a list's looseness and its items' ends are not told.
 * @param top the empty node that all goes into
 * @throws what extensions throw on broken syntax (MDX's tags)
 */
export function makeTree<Top extends Root | Paragraph>(events: readonly Event[], config: TreeConfig, top: Top): Top {
  const context: CompileContext = {
    config,
    data: {},
    stack: [top],
    tokenStack: [],
    buffer,
    enter,
    exit,
    resume,
    sliceSerialize: () => '',
  };
  for (const [side, token, source] of events) {
    const handle: Handle | undefined = config[side][token.type];
    if (handle === undefined) continue;
    context.sliceSerialize = source.sliceSerialize;
    handle.call(context, token);
  }
  const [open, onError] = context.tokenStack.at(-1) ?? [];
  if (open !== undefined) (onError ?? leftOpen).call(context, undefined, open);
  return top;
}

const buffer: CompileContext['buffer'] = function () {
  this.stack.push({ type: 'fragment', children: [] });
};

const resume: CompileContext['resume'] = function () {
  const node = this.stack.pop();
  return node === undefined ? '' : shownText(node);
};

const enter: CompileContext['enter'] = function (node, token, onError) {
  const parent = this.stack.at(-1);
  // What may stand in what is the grammar's business: it has been decided before.
  if (parent !== undefined && 'children' in parent) addChild(parent.children, node);
  this.stack.push(node);
  this.tokenStack.push([token, onError ?? undefined]);
  node.position = { start: token.start, end: token.end };
};

function addChild(children: Node[], node: Node): void {
  children.push(node);
}

const exit: CompileContext['exit'] = function (token, onError) {
  const node = this.stack.pop();
  const [open, onEnterError] = this.tokenStack.pop() ?? [];
  if (node === undefined || open === undefined) throw new Error(`${token.type} ends, but did not begin`);
  if (open.type !== token.type) {
    if (onError) onError.call(this, token, open);
    else (onEnterError ?? leftOpen).call(this, token, open);
  }
  if (node.position !== undefined) node.position.end = token.end;
};

function leftOpen(_left: Token | undefined, right: Token): undefined {
  throw new Error(`${right.type} has no end`);
}
