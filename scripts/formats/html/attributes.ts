import type { Token } from 'parse5';
import type { BundlePath } from '../../units/unit.ts';
import { attributeOf, type HtmlElement } from './document.ts';
import { boundStrings, withoutBoundStrings } from './bound-strings.ts';
import { isShownAttribute } from '../shown-names.ts';
import type { HtmlAttribute, HtmlParameter, HtmlTitle } from './html-parts.ts';
import { isComponent, isTextAttribute, metaPath } from './vocabulary.ts';
import { gist, squeeze } from './white-space.ts';

/** Gives a fixed key only once: the second `<title>` of a file is keyed by its place like any text. */
export type Claim = (path: readonly string[]) => BundlePath | undefined;

/** The attributes of an element that hold words: what they say, and where. */
export function textAttributes(
  element: HtmlElement,
  language: string | undefined,
  claim: Claim,
): (HtmlAttribute | HtmlParameter)[] {
  return element.attrs.flatMap(({ name, value }): (HtmlAttribute | HtmlParameter)[] => {
    const place = element.sourceCodeLocation?.attrs?.[name];
    if (place !== undefined && isBound(element, name)) return boundTexts(name, value, place, language);
    if (place === undefined || !isTextOf(element, name, value)) return [];
    const path = element.tagName === 'meta' ? claim(metaPath(metaName(element)) ?? []) : undefined;
    const kind = path === undefined ? 'html' : 'field';
    const { startOffset: start, endOffset: end, startLine: line } = place;
    return [{ type: 'attribute', start, end, line, kind, language, text: squeeze(value), path }];
  });
}

/** Where a value has quotes around it, and nothing in it that is written in another way. */
function boundTexts(
  name: string,
  value: string,
  { startOffset, endOffset, startLine }: Token.Location,
  language: string | undefined,
): HtmlParameter[] {
  if (endOffset - startOffset !== name.length + value.length + 3) return [];
  const from = endOffset - 1 - value.length;
  const around = value.includes('"') ? "'" : value.includes("'") ? '"' : '\'"';
  return boundStrings(name, value).map(({ start, end, quote, value: text }) => {
    const line = startLine + value.slice(0, start).split('\n').length - 1;
    const place = { start: from + start, end: from + end, line };
    return {
      type: 'parameter',
      ...place,
      kind: 'html',
      language,
      text: squeeze(text),
      quotes: quote + around,
      path: undefined,
    };
  });
}

function isBound({ tagName }: HtmlElement, name: string): boolean {
  return name.includes(':') && isComponent(tagName);
}

/** The text of a `<title>` in the head. */
export function titleText(element: HtmlElement, language: string | undefined, claim: Claim): HtmlTitle[] {
  const [node] = element.childNodes;
  const place = node?.sourceCodeLocation;
  if (node === undefined || !('value' in node) || place === undefined || place === null) return [];
  if (!/\p{L}/u.test(node.value)) return [];
  const { startOffset: start, endOffset: end, startLine: line } = place;
  const path = claim(['title']);
  return [
    {
      type: 'title',
      start,
      end,
      line,
      kind: path === undefined ? 'html' : 'field',
      language,
      text: squeeze(node.value),
      path,
    },
  ];
}

/**
 * An element's opening tag in one spelling, without the words in it and its language, of which a translation has another one: attributes
 * sorted, white space in them collapsed.
 */
export function openingTag(element: HtmlElement): string {
  const own = element.attrs.filter(
    ({ name }) => !(element.tagName === 'html' ? /^(?:lang|xml:lang|dir)$/ : /^(?:xml:)?lang$/).test(name),
  );
  const attributes = own.map(({ name, value }) =>
    isTextOf(element, name, value) ? [name] : [name, spelling(element, name, value)],
  );
  return JSON.stringify([element.tagName, ...attributes.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]);
}

function spelling(element: HtmlElement, name: string, value: string): string {
  if (isProgram(name)) return gist(value);
  return squeeze(isBound(element, name) ? withoutBoundStrings(name, value) : value);
}

/** Attributes that formatters write anew: styles, event handlers, lists of images. */
function isProgram(name: string): boolean {
  return name === 'style' || name === 'srcset' || name === 'sizes' || /^on[a-z]+$/.test(name);
}

function isTextOf(element: HtmlElement, name: string, value: string): boolean {
  if (!/\p{L}/u.test(value)) return false;
  if (element.tagName === 'meta') return name === 'content' && metaPath(metaName(element)) !== undefined;
  if (isComponent(element.tagName)) return isShownAttribute('Component', name, value);
  return isTextAttribute(name, element.tagName, (other) => attributeOf(element, other));
}

function metaName(element: HtmlElement): string {
  return attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '';
}
