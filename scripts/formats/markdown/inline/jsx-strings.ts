import type { MdxJsxAttributeValueExpression } from 'mdast-util-mdx';
import { isProse } from '../../front-matter/field-patterns.ts';
import { squeeze } from '../../html/white-space.ts';
import { isShownAttribute } from '../../shown-names.ts';
import { jsxTexts, type ElementText, type JsxElement, type JsxText } from './jsx-tags.ts';

type Program = NonNullable<NonNullable<MdxJsxAttributeValueExpression['data']>['estree']>;
type Expression = Extract<Program['body'][number], { type: 'ExpressionStatement' }>['expression'];

/** Deeper data is no list of cards. */
const MAXIMUM_DEPTH = 8;

/** The texts of an element's attributes, in their order. @param text the source that positions point into */
export function elementTexts(node: JsxElement, text: string): ElementText[] {
  const attributes = jsxTexts(node, text).map((one): ElementText => ({ ...one, form: 'attribute' }));
  const strings = jsxStrings(node)
    // In a cell of a table a bar has an escape of its own.
    .filter(({ start, end }) => !text.slice(start, end).includes('\\|'))
    .map((one): ElementText => ({ ...one, form: 'string' }));
  return [...attributes, ...strings].sort((a, b) => a.start - b.start);
}

/**
 * The strings with names that readers see in data that a component is given: `cards={[{ title: 'Words', href: '/a' }]}`.
 * Their places are those of the literals, quotes included.
 */
function jsxStrings({ name: element, attributes }: JsxElement): JsxText[] {
  return attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'object') return [];
    const statement = attribute.value?.data?.estree?.body[0];
    if (statement?.type !== 'ExpressionStatement') return [];
    return stringsIn(statement.expression, element ?? '', attribute.name, 0);
  });
}

function stringsIn(node: Expression, element: string, name: string, depth: number): JsxText[] {
  if (depth > MAXIMUM_DEPTH) return [];
  if (node.type === 'Literal') {
    const { value, range } = node;
    if (typeof value !== 'string' || range === undefined) return [];
    return isShownAttribute(element, name, value) && isProse(value) ? [{ start: range[0], end: range[1], value }] : [];
  }
  // One with expressions in it was thinned.
  if (node.type === 'TemplateLiteral' && 'quasis' in node) {
    const value = node.quasis[0]?.value.cooked ?? '';
    return node.range === undefined || !isShownAttribute(element, name, value) || !isProse(value)
      ? []
      : [{ start: node.range[0], end: node.range[1], value }];
  }
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one) =>
      one === null || one.type === 'SpreadElement' ? [] : stringsIn(one, element, name, depth + 1),
    );
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key, value } = property;
    const own = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
    const isData =
      value.type === 'Literal' ||
      value.type === 'TemplateLiteral' ||
      value.type === 'ArrayExpression' ||
      value.type === 'ObjectExpression';
    return isData ? stringsIn(value, element, own, depth + 1) : [];
  });
}

/** A text as a JavaScript literal. @param quote `"`, `'` or a backtick */
export function jsxString(text: string, quote: string): string {
  const escaped = squeeze(text).replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  const line = quote === '`' ? escaped.replaceAll('${', '\\${') : escaped;
  return `${quote}${line}${quote}`;
}
