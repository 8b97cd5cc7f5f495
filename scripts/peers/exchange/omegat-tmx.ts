import { parseXml, elementsIn, textIn, type XmlElement } from '../../exchange/xml/xml-tree.ts';

/** The source segments of a memory that OmegaT has written; its tags are text. */
export function readTmxSegments(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'tu') found.push(textIn(elementsIn(element)[0] ?? element).trim());
    else for (const child of elementsIn(element)) visit(child);
  };
  visit(parseXml('seen.tmx', text.replace(/<!DOCTYPE[^>]*>/, '')));
  return found;
}
