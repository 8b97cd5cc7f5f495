/** Fragment identifiers (XLIFF 2.1, 3): `#/f=f1/u=u1/n=n1`, `#n=n1`, `#s1`. */
import type { Tell } from './fault.ts';
import { elementsIn, type XmlElement } from '../../xml/xml-tree.ts';

const CONTAINERS = ['f', 'g', 'u'];
const LEAVES = new Set(['n', 'd', 't']);
/** Registered prefixes of modules and of the extension that the standard's own examples use. */
const MODULES = new Set(['gls', 'mtc', 'mda', 'res', 'ctr', 'slr', 'val', 'its', 'itsm', 'fs', 'tbx']);

/** @returns what is wrong with a reference into a file of XLIFF. */
function fragmentProblem(fragment: string): string | undefined {
  let last = -1;
  let isDone = false;
  for (const selector of fragment.replace(/^\//, '').split('/')) {
    const [, prefix, id] = /^(?:([^=]*)=)?([\w.:\u00b7\u00c0-\u{effff}-]+)$/u.exec(selector) ?? [];
    if (id === undefined) return `"${selector}" is no part of a reference`;
    if (isDone) return `nothing may follow the part that names the leaf, and "${selector}" does`;
    const place = CONTAINERS.indexOf(prefix ?? '');
    if (place >= 0) {
      if (place <= last) return `"${selector}" stands in the wrong order`;
      last = place;
      continue;
    }
    if (prefix !== undefined && !LEAVES.has(prefix) && !MODULES.has(prefix))
      return `the prefix "${prefix}" is not known`;
    isDone = true;
  }
  return undefined;
}

/** References of annotations; a comment's leads to a note of its own unit. */
export function checkReferences(unit: XmlElement, codes: readonly XmlElement[], tell: Tell): void {
  const id = unit.attributes.get('id');
  const notes = elementsIn(unit).flatMap((child) => (child.name === 'notes' ? elementsIn(child) : []));
  for (const element of codes) {
    if (element.name !== 'mrk' && element.name !== 'sm') continue;
    const [ref, type] = [element.attributes.get('ref'), element.attributes.get('type')];
    const problem = ref?.startsWith('#') === true ? fragmentProblem(ref.slice(1)) : undefined;
    if (problem !== undefined) tell('reference', problem, element);
    if (type !== 'comment') continue;
    const value = element.attributes.get('value');
    if ((ref === undefined) === (value === undefined))
      tell('comment', 'a comment must have either value or ref', element);
    const [, container, note] = /^#(?:(?:\/?f=[^/]+\/)?u=([^/]+)\/)?n=([^/]+)$/.exec(ref ?? '') ?? [];
    const isOwn =
      (container === undefined || container === id) && notes.some((one) => one.attributes.get('id') === note);
    if (ref !== undefined && !isOwn) tell('comment', `"${ref}" is no note of this unit`, element);
  }
}
