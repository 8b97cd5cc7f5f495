import type { LinkReference } from 'mdast';

const DOTTED = /^[\w$]+(?:(?:\.|::?|#)[\w$]+)+$/;

/** Whether a reference is the name of an object alone, as mkdocstrings and others have them: `[pkg.Class][]`. */
export function isObjectName({ referenceType, label }: LinkReference): boolean {
  return referenceType === 'collapsed' && DOTTED.test(label ?? '');
}
