import type { XmlElement } from '../../xml/xml-tree.ts';
import { XLIFF2 } from '../vocabulary.ts';

/** A rule of XLIFF 2.1 that a file breaks. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
}

/** Takes faults as they are found. */
export type Tell = (rule: string, message: string, at: { readonly line: number }) => void;

export function isCore({ namespace }: Pick<XmlElement, 'namespace'>): boolean {
  return namespace === XLIFF2;
}

/** The core elements in another, at any depth, itself not. */
export function coreWithin(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' || !isCore(child) ? [] : [child, ...coreWithin(child)],
  );
}
