/** XML as small trees with lines. No entity but XML's own five is resolved, nothing is fetched. */
import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { SourceError } from '../../project/errors.ts';
import { openDecoder } from './decode-xml.ts';

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By name; `xml:lang` as it is written, one of another namespace as `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  readonly line: number;
}

/** An element as it opens, without its children. */
export type OpeningTag = Omit<XmlElement, 'children'>;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const DEPTH_LIMIT = 64;

/** What a reader of a long file is told, in the file's order. */
export interface XmlVisitor {
  /** An element opens; the visitor wants it as a tree, or its children one by one. */
  readonly open: (tag: OpeningTag) => 'tree' | 'children';
  /** An element that was wanted as a tree. */
  readonly tree: (element: XmlElement) => void;
  /** An element that was wanted as children closes. */
  readonly close?: (name: string) => void;
  /** Text between elements that is no white space. */
  readonly text?: (text: string, line: number) => void;
}

/**
 * Reads a document of any length: what is kept of it is what the visitor keeps, and one tree at a time.
 * @param file for messages.
 * @throws SourceError with the line, when it is not well-formed, declares entities or is nested absurdly deep.
 */
export async function readXml(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  file: string,
  visitor: XmlVisitor,
): Promise<void> {
  const parser = openParser(file, visitor);
  const decode = openDecoder();
  for await (const chunk of bytes) parser.write(attempt(file, () => decode(chunk)));
  parser.write(attempt(file, () => decode(undefined)));
  parser.close();
}

/**
 * Parses a document that is in memory.
 * @throws as `readXml`.
 */
export function parseXml(file: string, text: string): XmlElement {
  let root: XmlElement | undefined;
  const parser = openParser(file, {
    open: () => 'tree',
    tree: (element) => (root = element),
  });
  parser.write(text.replace(/^\uFEFF/u, ''));
  parser.close();
  if (root === undefined) throw new SourceError('The document is empty.', { place: { file, line: 1 } });
  return root;
}

function attempt(file: string, work: () => string): string {
  try {
    return work();
  } catch (cause) {
    throw new SourceError('is not in the encoding that it claims to have.', { place: { file }, cause });
  }
}

interface OpenParser {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

function openParser(file: string, visitor: XmlVisitor): OpenParser {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const refuse = (message: string): never => {
    throw new SourceError(message, { place: { file, line: parser.line } });
  };
  const open: OpenElement[] = [];
  let depth = 0;
  const text = (part: string): void => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(part);
    else if (part.trim() !== '') visitor.text?.(part, parser.line);
  };
  parser.on('error', (error) =>
    refuse(`Not well-formed XML: ${error.message.replace(/^\d*:\d*:\s*/u, '').replace(/\.$/u, '')}.`),
  );
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) refuse('The document declares entities, which are not read.');
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) refuse('The elements are nested too deeply.');
    const attributes = new Map(Object.values(tag.attributes).map((one) => [attributeName(one), one.value]));
    const opening = { name: tag.local, namespace: tag.uri, attributes, line: parser.line };
    const parent = open.at(-1);
    if (parent === undefined && visitor.open(opening) === 'children') return;
    const element = { ...opening, children: [] };
    parent?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    const element = open.pop();
    if (element === undefined) visitor.close?.(tag.local);
    else if (open.length === 0) visitor.tree(element);
  });
  return {
    write: (part) => void parser.write(part),
    close: () => void parser.close(),
  };
}

function attributeName({ name, uri, local }: SaxesAttributeNS): string {
  return uri === '' || name.startsWith('xml:') || name.startsWith('xmlns') ? name : `{${uri}}${local}`;
}

/** The elements directly in another, in order. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** All text in an element, at any depth. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
