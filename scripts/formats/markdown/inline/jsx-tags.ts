import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Markup, MarkupText } from '../../../units/unit.ts';
import { declaredLanguage } from '../../declared-language.ts';
import { isShownAttribute } from '../../shown-names.ts';
import { GUARDED } from './html-tags.ts';
import type { Span } from '../marks/masks.ts';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** A text in an attribute, and where it stands between its quotes. */
export interface JsxText extends Span {
  readonly value: string;
}

/** A text of an element, and what it stands in. */
export interface ElementText extends JsxText {
  readonly form: 'attribute' | 'string';
}

/** The texts of an element's own attributes. @param text the source that positions point into */
export function jsxTexts({ name: element, attributes }: JsxElement, text: string): JsxText[] {
  return attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || !isRead(element, attribute)) return [];
    const start = attribute.position?.start.offset;
    const end = attribute.position?.end.offset;
    if (start === undefined || end === undefined || typeof attribute.value !== 'string') return [];
    const quote = text.slice(start, end).search(/["']/);
    return quote === -1 ? [] : [{ start: start + quote + 1, end: end - 1, value: attribute.value }];
  });
}

function isRead(element: string | null, { name, value }: MdxJsxAttribute): boolean {
  return typeof value === 'string' && isShownAttribute(element ?? '', name, value);
}

/**
 * The element without its texts and its content: name and attributes, spacing aside.
 * @param texts strings in its attributes that are no part of it
 */
export function jsxSignature({ name, attributes }: JsxElement, texts: readonly JsxText[] = []): string {
  const parts = attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return `{${squeeze(attribute.value)}}`;
    const { name: key, value } = attribute;
    if (value === null || value === undefined || isRead(name, attribute)) return key;
    return `${key}=${typeof value === 'string' ? value : `{${squeeze(withoutTexts(value.value, texts))}}`}`;
  });
  return `jsx:${[name ?? '', ...parts].join(' ')}`;
}

/** An expression without the literals that are texts. */
function withoutTexts(source: string, texts: readonly JsxText[]): string {
  if (texts.length === 0) return source;
  const values = new Set(texts.map(({ value }) => value));
  return source.replace(/"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\]|\\[^])*`/g, (literal) =>
    values.has(literal.slice(1, -1).replace(/\\(["'`\\])/g, '$1')) ? '""' : literal,
  );
}

/**
 * The markup from an element's beginning to an offset, the texts in its attributes apart.
 * @param texts of the form `string` with their quotes
 */
export function jsxMarkup(
  element: JsxElement,
  end: number,
  slice: (start: number, end: number) => string,
  texts: readonly ElementText[],
): Markup {
  const pieces: (string | MarkupText)[] = [];
  let at = element.position?.start.offset ?? end;
  for (const { form, start, end: behind, value } of texts) {
    const quote = form === 'string' ? 1 : 0;
    pieces.push(slice(at, start + quote), { text: value, role: quote === 1 ? 'parameter' : 'attribute' });
    at = behind - quote;
  }
  return [...pieces, slice(at, end)];
}

/** Whether an element's content is code. */
export function isGuarded({ name }: JsxElement): boolean {
  return GUARDED.has(name ?? '');
}

/** The language that an element declares for its content. */
export function jsxLanguage({ name, attributes, children }: JsxElement): string | undefined {
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'lang' && typeof attribute.value === 'string') {
      return declaredLanguage(name ?? '', attribute.value, children.length > 0);
    }
  }
  return undefined;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
