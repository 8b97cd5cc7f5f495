import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  parse,
  type MessageFormatElement,
  type PluralElement,
  type SelectElement,
} from '@formatjs/icu-messageformat-parser';

export type Elements = readonly MessageFormatElement[];
export type Selector = PluralElement | SelectElement;

/** A message as ICU reads it, or undefined where it is none. Tags are text here: they are read like those of any value. */
export function readMessage(value: string): Elements | undefined {
  try {
    return parse(value, { ignoreTag: true, captureLocation: true, shouldParseSkeletons: false });
  } catch {
    return undefined;
  }
}

export function isSelector(element: MessageFormatElement): element is Selector {
  return isPluralElement(element) || isSelectElement(element);
}

/** Text between selectors, with every argument in double braces, as the values of bundles have them. */
export function textOf(elements: Elements, message: string): string {
  return elements
    .map((element) => {
      if (isLiteralElement(element)) return element.value;
      if (isPoundElement(element)) return '{{#}}';
      const { start, end } = element.location ?? {};
      return `{${message.slice(start?.offset ?? 0, end?.offset ?? 0)}}`;
    })
    .join('');
}

/**
 * A text as it is written into a message: arguments in single braces, ICU's own signs between apostrophes.
 * @param inPlural `#` is such a sign there
 */
export function writtenText(text: string, inPlural: boolean): string {
  return text
    .split(/(\{\{(?:(?!\}\}|\{\{)[^])+\}\}\}?)/)
    .map((piece, index) => {
      if (index % 2 === 1) return piece === '{{#}}' ? '#' : piece.slice(1, -1);
      return escaped(piece, inPlural);
    })
    .join('');
}

/** A lone apostrophe is one; before a sign, and where the text ends, it would open a quotation (ICU's MessagePattern). */
function escaped(text: string, inPlural: boolean): string {
  const signs = inPlural ? /[{}#]/g : /[{}]/g;
  const doubled = text.replace(/'(?=['{}#<|]|$)/g, "''");
  return doubled.replace(signs, (sign) => `'${sign}'`);
}

/** `{n, plural, offset:1`, the beginning of a selector. */
export function openingOf(selector: Selector): string {
  if (isSelectElement(selector)) return `{${selector.value}, select,`;
  const type = selector.pluralType === 'ordinal' ? 'selectordinal' : 'plural';
  return `{${selector.value}, ${type},${selector.offset === 0 ? '' : ` offset:${selector.offset}`}`;
}
