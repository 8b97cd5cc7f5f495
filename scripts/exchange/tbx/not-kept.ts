import { elementsIn, type XmlElement } from '../xml/xml-tree.ts';
import { categoryOf } from './categories.ts';

/** Data categories that a glossary has a column for. */
const KEPT: ReadonlySet<string> = new Set([
  'partOfSpeech',
  'administrativeStatus',
  'usageStatus',
  'grammaticalGender',
  'definition',
]);

/** A kind of term that only says what another column says. */
const SAID: ReadonlySet<string> = new Set(['termType']);

/** What a document says of its concepts that a glossary has no place for: how often, by category. */
export function notKept(root: XmlElement): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const count = (name: string): void => void found.set(name, (found.get(name) ?? 0) + 1);
  const visit = (element: XmlElement, isInside: boolean): void => {
    const inside = isInside || element.name === 'conceptEntry';
    const category = categoryOf(element);
    if (inside && category !== undefined && !KEPT.has(category) && !SAID.has(category)) count(category);
    else if (inside && (element.name === 'date' || element.name === 'refObject')) count(element.name);
    else for (const child of elementsIn(element)) visit(child, inside);
  };
  visit(root, false);
  return found;
}
