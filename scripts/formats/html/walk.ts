import { canonicalLanguage } from '../../project/languages.ts';
import type { Inline, UnitKind } from '../../units/unit.ts';
import { signatures } from '../signatures.ts';
import { openingTag, textAttributes, titleText, type Claim } from './attributes.ts';
import { ancestorsOf, attributeOf, isElement, type HtmlElement, type HtmlNode } from './document.ts';
import type { HtmlPart } from './html-parts.ts';
import { htmlSyntax } from './html-syntax.ts';
import { placeOf, standApart, splitMargins } from './text-run.ts';
import { BLOCK, isGuarded, unitKindOf, VOID } from './vocabulary.ts';

/** What a file holds: its translatable spans, and a line for everything that is no word. */
export interface HtmlFile {
  readonly parts: HtmlPart[];
  readonly outline: string[];
  /** Of `<html lang>`. */
  language: string | undefined;
  readonly warnings: { readonly line: number; readonly message: string }[];
}

interface Frame {
  readonly nodes: readonly HtmlNode[];
  next: number;
  /** Neighbours that make one text. */
  run: HtmlNode[];
  readonly kind: UnitKind;
  readonly language: string | undefined;
  /** True where inline elements are gone into as blocks are. */
  readonly apart: boolean;
  /** Written into the outline when the frame ends. */
  readonly close: string;
}

/**
 * Walks a tree in the order of the file and collects its texts: each is what stands between two borders of blocks. The
 * walk keeps its own stack, so that no depth of nesting ends it.
 * @param text the file, with the offsets that the tree knows
 */
export function walkHtml(text: string, tree: readonly HtmlNode[], claim: Claim): HtmlFile {
  const file: HtmlFile = { parts: [], outline: [], language: undefined, warnings: [] };
  const withBlocks = ancestorsOf(tree, (element) => BLOCK.has(element.tagName));
  const frames: Frame[] = [frame(tree, 'p', undefined)];
  for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
    const node = top.nodes[top.next];
    if (node !== undefined && !top.apart && isInline(node, withBlocks)) {
      top.run.push(node);
      top.next += 1;
      continue;
    }
    const run = top.run;
    top.run = [];
    const { nodes, margins } = splitMargins(run);
    file.outline.push(...margins.flatMap(commentLine));
    if (nodes.length > 0 && standApart(nodes)) {
      frames.push({ ...frame(nodes, top.kind, top.language), apart: true });
      continue;
    }
    if (nodes.length > 0) readText(file, text, nodes, top, claim);
    if (node === undefined) {
      if (top.close !== '') file.outline.push(top.close);
      frames.pop();
      continue;
    }
    top.next += 1;
    const inside = openBlock(file, text, node, top, claim);
    if (inside !== undefined) frames.push(inside);
  }
  return { ...file, parts: inFileOrder(file.parts) };
}

/** A tree may hold things in another order than the file (text between table rows), or twice (overlapping tags). */
function inFileOrder(parts: readonly HtmlPart[]): HtmlPart[] {
  let end = 0;
  return parts
    .toSorted((a, b) => a.start - b.start)
    .filter((part) => {
      if (part.start < end) return false;
      end = part.end;
      return true;
    });
}

function frame(nodes: readonly HtmlNode[], kind: UnitKind, language: string | undefined, close = ''): Frame {
  return { nodes, next: 0, run: [], kind, language, apart: false, close };
}

function isInline(node: HtmlNode, withBlocks: ReadonlySet<HtmlNode>): boolean {
  if (!isElement(node)) return node.nodeName !== '#documentType';
  return !BLOCK.has(node.tagName) && !withBlocks.has(node);
}

/** Notes an element, reads its attributes, and gives its content as the next thing to walk. */
function openBlock(file: HtmlFile, text: string, node: HtmlNode, around: Frame, claim: Claim): Frame | undefined {
  if (!isElement(node)) {
    file.outline.push(...commentLine(node));
    return undefined;
  }
  const language = languageOf(file, node, around.language);
  file.outline.push(openingTag(node));
  if (isGuarded(node.tagName, (name) => attributeOf(node, name))) {
    const { startTag, endTag, endOffset } = node.sourceCodeLocation ?? {};
    const inner = text.slice(startTag?.endOffset ?? 0, endTag?.startOffset ?? endOffset ?? 0);
    file.outline.push(JSON.stringify(node.tagName === 'pre' ? inner.replace(/\r\n?/g, '\n') : squeeze(inner)));
    return undefined;
  }
  if (node.tagName === 'title') {
    file.parts.push(...titleText(node, language, claim));
    return undefined;
  }
  file.parts.push(...textAttributes(node, language, claim));
  if (VOID.has(node.tagName)) return undefined;
  return frame(node.childNodes, unitKindOf(node.tagName, around.kind), language, `/${node.tagName}`);
}

/** Makes a unit of a text; of one without words only the attributes in it. */
function readText(file: HtmlFile, text: string, nodes: readonly HtmlNode[], around: Frame, claim: Claim): void {
  const place = placeOf(nodes, text);
  if (place === undefined) {
    const line = nodes.find((node) => node.sourceCodeLocation)?.sourceCodeLocation?.startLine ?? 1;
    file.warnings.push({
      line,
      message: 'Tags overlap here, or text stands between table rows: it is not translated.',
    });
    return;
  }
  const content = htmlSyntax.parse(text.slice(place.start, place.end));
  const words = wordsOf(content);
  const hasWords = /\p{L}/u.test(words);
  const elements = elementsIn(nodes);
  const names = elements.map((element) => element.tagName).sort((a, b) => (a < b ? -1 : 1));
  file.outline.push(JSON.stringify([hasWords ? 'text' : squeeze(words), signatures(content), names]));
  if (hasWords) {
    file.parts.push({ type: 'text', ...place, kind: around.kind, language: around.language, content });
    return;
  }
  for (const element of elements) {
    if (isGuarded(element.tagName, (name) => attributeOf(element, name))) continue;
    file.parts.push(...textAttributes(element, languageOf(file, element, around.language), claim));
  }
}

/** All elements in the nodes, in the order of the file. */
function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const open = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return found;
}

function languageOf(file: HtmlFile, element: HtmlElement, around: string | undefined): string | undefined {
  const declared = attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang');
  if (declared === undefined || declared.trim() === '') return around;
  const language = known(declared.trim());
  if (language === undefined) {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    file.warnings.push({ line, message: `lang="${declared}" is no known language: it is not heeded.` });
    return around;
  }
  if (element.tagName !== 'html') return language === file.language ? undefined : language;
  file.language = language;
  return undefined;
}

const tags = new Map<string, string | undefined>();

/** Intl takes long to say what a tag is. */
function known(tag: string): string | undefined {
  if (!tags.has(tag)) tags.set(tag, canonicalLanguage(tag));
  return tags.get(tag);
}

function commentLine(node: HtmlNode): string[] {
  if (node.nodeName === '#documentType') return ['!doctype'];
  return 'data' in node ? [JSON.stringify(['!--', squeeze(node.data)])] : [];
}

function wordsOf(content: readonly Inline[]): string {
  let words = '';
  for (const item of content) {
    if (item.type === 'text') words += item.text;
    else if (item.type === 'pair') words += wordsOf(item.children);
  }
  return words;
}

function squeeze(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
