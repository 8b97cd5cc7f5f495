/** Marks: lines that speak to the site builder, and what is indented below them. */
import type { Extension } from 'mdast-util-from-markdown';
import { begin, end } from './handles.ts';

declare module 'mdast' {
  /** A line that is a mark; its title is its content. */
  interface Mark extends Parent {
    type: 'mark';
    children: PhrasingContent[];
  }

  /** A mark and what is indented below it. */
  interface MarkContainer extends Parent {
    type: 'markContainer';
    children: RootContent[];
  }

  interface RootContentMap {
    mark: Mark;
    markContainer: MarkContainer;
  }
}

export const MARK_HANDLES: Extension = {
  enter: {
    markContainer: begin(() => ({ type: 'markContainer', children: [] })),
    markLine: begin(() => ({ type: 'mark', children: [] })),
  },
  exit: { markContainer: end, markLine: end },
};
