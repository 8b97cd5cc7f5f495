import type { OpeningTag, XmlElement } from '../xml/xml-tree.ts';

/** A rule of XLIFF 2.1 that a file breaks. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
}

export interface Rules {
  readonly isTree: (tag: OpeningTag) => boolean;
  readonly open: (tag: OpeningTag) => Fault | undefined;
  readonly other: (element: XmlElement) => Fault | undefined;
  readonly unit: (element: XmlElement) => Fault | undefined;
  readonly close: () => Fault | undefined;
}

export function openRules(): Rules {
  let depth = 0;
  return {
    isTree: (tag) => depth > 1 && tag.name !== 'group',
    open: () => {
      depth += 1;
      return undefined;
    },
    other: () => undefined,
    unit: () => undefined,
    close: () => {
      depth -= 1;
      return undefined;
    },
  };
}
