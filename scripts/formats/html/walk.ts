import type { UnitKind } from '../../units/unit.ts';
import { shownParameters } from '../markdown/marks/parameters.ts';
import { openingTag, textAttributes, titleText, type Claim } from './attributes.ts';
import { ancestorsOf, attributeOf, childrenOf, isElement, type HtmlDocument, type HtmlNode } from './document.ts';
import type { HtmlFile, HtmlPart } from './html-parts.ts';
import { languageOf, noteLanguage } from './language-of.ts';
import { mayHaveTexts, OVERLAP, readText, type TextSurroundings } from './read-text.ts';
import { splitMargins, standApart } from './text-run.ts';
import { BLOCK, isGuarded, isSlot, unitKindOf, VOID } from './vocabulary.ts';
import { templateEnd } from './template-mask.ts';
import { gist, squeeze } from './white-space.ts';

interface Frame extends TextSurroundings {
  readonly nodes: readonly HtmlNode[];
  next: number;
  /** Neighbours that make one text. */
  run: HtmlNode[];
  /** True where inline elements are gone into as blocks are. */
  readonly apart: boolean;
  /** Written into the outline when the frame ends. */
  readonly close: string;
}

/**
 * Walks a tree in the order of the file and collects its texts: each is what stands between two borders of blocks. The
 * walk keeps its own stack, so that no depth of nesting ends it.
 */
export function walkHtml(document: HtmlDocument, claim: Claim): HtmlFile {
  const { text, tree } = document;
  const file: HtmlFile = { parts: [], outline: [], language: undefined, marks: undefined, blocks: [], warnings: [] };
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
    const holdsTags = (one: HtmlNode): boolean => templatesIn(one, document) !== undefined;
    const inner = splitMargins(run, () => false).nodes;
    const apart = inner.length > 0 && standApart(inner, holdsTags);
    const { nodes, margins } = splitMargins(run, apart || inner.length === 0 ? () => false : holdsTags);
    for (const margin of margins) {
      file.outline.push(...commentLine(margin));
      readTemplates(file, margin, document, top.language);
    }
    if (apart) {
      frames.push({ ...frame(nodes, top.kind, top.language), apart: true });
      continue;
    }
    if (nodes.length > 0) readText(file, document, nodes, top, claim);
    if (node === undefined) {
      if (top.close !== '') file.outline.push(top.close);
      frames.pop();
      continue;
    }
    top.next += 1;
    if (top.apart) readTemplates(file, node, document, top.language);
    const inside = openBlock(file, text, node, top, claim);
    if (inside !== undefined) frames.push(inside);
  }
  return { ...file, parts: inFileOrder(file) };
}

/**
 * A tree may hold things in another order than the file (text between table rows), or twice (attributes of an element that
 * overlaps others and is repeated). What stands in a part that is kept, but is another one, is given up.
 */
function inFileOrder({ parts, warnings }: HtmlFile): HtmlPart[] {
  const kept: HtmlPart[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || part.start >= last.end) kept.push(part);
    else if (part.start !== last.start || part.end !== last.end) warnings.push({ line: part.line, message: OVERLAP });
  }
  return kept;
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
  if (!isSlot(node.tagName, node.attrs) && isGuarded(node.tagName, (name) => attributeOf(node, name))) {
    if (mayHaveTexts(node)) file.parts.push(...textAttributes(node, language, claim));
    const { startTag, endTag, endOffset } = node.sourceCodeLocation ?? {};
    const inner = text.slice(startTag?.endOffset ?? 0, endTag?.startOffset ?? endOffset ?? 0);
    file.outline.push(
      JSON.stringify(node.tagName === 'pre' ? inner.replace(/\r\n?/g, '\n').replace(/^\n/, '') : gist(inner)),
    );
    return undefined;
  }
  if (node.tagName === 'title') {
    file.parts.push(...titleText(node, language, claim));
    return undefined;
  }
  noteLanguage(file, node);
  for (const attribute of textAttributes(node, language, claim)) file.parts.push(attribute);
  if (VOID.has(node.tagName)) return undefined;
  return frame(childrenOf(node), unitKindOf(node.tagName, around.kind), language, `/${node.tagName}`);
}

/** Template tags that show nothing themselves, between blocks, with the white space around them. */
function templatesIn(node: HtmlNode, { text, masked }: HtmlDocument): { start: number; raw: string } | undefined {
  const { startOffset, endOffset } = (node.nodeName === '#text' && node.sourceCodeLocation) || {};
  if (startOffset === undefined) return undefined;
  const raw = text.slice(startOffset, endOffset);
  return raw === '' || raw === masked.slice(startOffset, endOffset) ? undefined : { start: startOffset, raw };
}

/** Notes such tags; what an include shows of its parameters is text: `{% include card.html title="A title" %}`. */
function readTemplates(file: HtmlFile, node: HtmlNode, document: HtmlDocument, language: string | undefined): void {
  const found = templatesIn(node, document);
  if (found === undefined) return;
  const { start, raw } = found;
  const line = node.sourceCodeLocation?.startLine ?? 1;
  let rest = '';
  let at = 0;
  for (let tag = raw.indexOf('{'); tag !== -1;) {
    const tagEnd = templateEnd(raw, tag) ?? tag + 1;
    for (const parameter of shownParameters(raw.slice(tag, tagEnd))) {
      const [from, to] = [tag + parameter.start, tag + parameter.end];
      const place = { start: start + from, end: start + to, line: line + lineEnds(raw.slice(0, from)) };
      const more = { text: squeeze(parameter.value), quotes: raw.charAt(to), path: undefined };
      file.parts.push({ type: 'parameter', ...place, kind: 'html', language, ...more });
      rest += raw.slice(at, from);
      at = to;
    }
    tag = raw.indexOf('{', tagEnd);
  }
  file.outline.push(JSON.stringify(squeeze(rest + raw.slice(at))));
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}

function commentLine(node: HtmlNode): string[] {
  if (node.nodeName === '#documentType') return ['!doctype'];
  return 'data' in node ? [JSON.stringify(['!--', gist(node.data)])] : [];
}
