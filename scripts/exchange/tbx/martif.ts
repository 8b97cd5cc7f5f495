/** TBX 2 (`martif`, ISO 30042:2008) read as the TBX 3 that it became: the same tree, with other names. */
import type { XmlElement } from '../xml/xml-tree.ts';
import { TBX_NAMESPACE } from './structure.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['martif', 'tbx'],
  ['martifHeader', 'tbxHeader'],
  ['termEntry', 'conceptEntry'],
  ['langSet', 'langSec'],
  ['tig', 'termSec'],
  ['ntig', 'termSec'],
]);

/** What only TBX 2 has, and what holds others without saying anything. */
const LEFT_OUT: ReadonlySet<string> = new Set(['termCompList', 'refObjectList']);

/** @returns the element itself where it is no martif. */
export function fromMartif(root: XmlElement): XmlElement {
  if (root.name !== 'martif') return root;
  const tree = renamed(root);
  return { ...tree, attributes: new Map([...tree.attributes, ['style', 'dca']]) };
}

function renamed(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child): XmlElement['children'] => {
    if (typeof child === 'string') return [child];
    if (LEFT_OUT.has(child.name)) return [];
    // A group about the term (`ntig/termGrp`) is what stands directly in a `termSec` now.
    return child.name === 'termGrp' ? renamed(child).children : [renamed(child)];
  });
  return { ...element, name: NAMES.get(element.name) ?? element.name, namespace: TBX_NAMESPACE, children };
}
