import { SourceError } from '../project/errors.ts';
import { xliff12Visitor } from './xliff12/read-xliff12.ts';
import { type XliffTaker, xliff2Visitor } from './xliff2/read-xliff2.ts';
import { readXml, type OpeningTag, type XmlVisitor } from './xml/xml-tree.ts';

/**
 * Reads an XLIFF file of any version that is known, text by text.
 * @param name of the file, for errors.
 * @throws SourceError with the line: no XLIFF, another version, not well-formed, a rule of the standard broken outside of units.
 */
export async function readXliff(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  name: string,
  taker: XliffTaker,
): Promise<void> {
  let visitor: XmlVisitor | undefined;
  await readXml(bytes, name, {
    open: (tag) => (visitor ??= visitorOf(tag, name, taker)).open(tag),
    tree: (element) => visitor?.tree(element),
    close: (element) => visitor?.close?.(element),
    text: (text, line) => visitor?.text?.(text, line),
  });
}

function visitorOf({ name, attributes, line }: OpeningTag, file: string, taker: XliffTaker): XmlVisitor {
  const version = attributes.get('version');
  if (name === 'xliff' && (version === '2.0' || version === '2.1')) return xliff2Visitor(file, taker);
  if (name === 'xliff' && (version === '1.2' || version === '1.1' || version === '1.0'))
    return xliff12Visitor(file, taker);
  const found = name === 'xliff' ? `XLIFF ${version ?? 'without a version'}` : `<${name}>`;
  throw new SourceError(`${found} cannot be read here.`, {
    place: { file, line },
    remedy: 'Have it written as XLIFF 2.1, 2.0 or 1.2.',
  });
}
