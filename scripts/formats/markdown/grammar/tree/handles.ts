/** The handles that most tokens share. */
import type { Nodes } from 'mdast';
import type { Handle } from 'mdast-util-from-markdown';

/** A node begins. */
export const begin = (create: () => Nodes): Handle =>
  function (token) {
    this.enter(create(), token);
  };

/** A node begins whose value is the text inside it. */
export const buffered = (create: () => Nodes): Handle =>
  function (token) {
    this.enter(create(), token);
    this.buffer();
  };

/** A node ends. */
export const end: Handle = function (token) {
  this.exit(token);
};

/** Text begins that belongs to a node, not into it. */
export const buffer: Handle = function () {
  this.buffer();
};
