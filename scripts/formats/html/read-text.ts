import type { Inline, UnitKind } from '../../units/unit.ts';
import { signatures } from '../signatures.ts';
import { textAttributes, type Claim } from './attributes.ts';
import { attributeOf, isElement, type HtmlDocument, type HtmlElement, type HtmlNode } from './document.ts';
import type { HtmlFile } from './html-parts.ts';
import { htmlSyntax } from './html-syntax.ts';
import { languageOf } from './language-of.ts';
import { placeOf } from './text-run.ts';
import { isGuarded } from './vocabulary.ts';
import { squeeze } from './white-space.ts';

/** What is known of a text from the elements around it. */
export interface TextSurroundings {
  readonly kind: UnitKind;
  readonly language: string | undefined;
}

/** What is told of a text that is given up. */
export const OVERLAP = 'Tags overlap here, or text stands between table rows: it is not translated.';

/** Makes a unit of a text; of one without words only the attributes in it. */
export function readText(
  file: HtmlFile,
  { text, masked }: HtmlDocument,
  nodes: readonly HtmlNode[],
  around: TextSurroundings,
  claim: Claim,
): void {
  const place = placeOf(nodes, masked, text);
  if (place === undefined) {
    const line = lineOf(nodes);
    file.warnings.push({ line, message: OVERLAP });
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
    if (!mayHaveTexts(element)) continue;
    const language = languageOf(file, element, around.language);
    for (const attribute of textAttributes(element, language, claim)) file.parts.push(attribute);
  }
}

/** What stands in a field or a frame is for programs; what its attributes say is not. */
export function mayHaveTexts(element: HtmlElement): boolean {
  const name = /^(?:textarea|iframe)$/.test(element.tagName) ? '' : element.tagName;
  return !isGuarded(name, (attribute) => attributeOf(element, attribute));
}

/** The line of the first node that is known to be somewhere, without the empty lines before its text. */
function lineOf(nodes: readonly HtmlNode[]): number {
  const node = nodes.find(({ sourceCodeLocation }) => sourceCodeLocation);
  const lead = node !== undefined && 'value' in node ? (/^\s*/.exec(node.value)?.[0] ?? '') : '';
  return (node?.sourceCodeLocation?.startLine ?? 1) + lead.split('\n').length - 1;
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

function wordsOf(content: readonly Inline[]): string {
  let words = '';
  for (const item of content) {
    if (item.type === 'text') words += item.text;
    else if (item.type === 'pair') words += wordsOf(item.children);
  }
  return words;
}
