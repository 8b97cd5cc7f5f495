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

/** Braces that are shown: what stands between apostrophes with one in it. The others of ICU's signs are text. */
const QUOTED = /''|'([{}<>](?:[^']|'')*)(?:'|$)/g;
/** Stand for braces within a quotation, which is one code: `{{'…}}`. */
const SHIELDS: Readonly<Record<string, string>> = { '{': '\ue0f4', '}': '\ue0f5' };
const BRACES: Readonly<Record<string, string>> = { '\ue0f4': '{', '\ue0f5': '}' };

/** Literal text; where double braces are shown, which would be an argument here, their quotation stays as it is written. */
function literalText(value: string, raw: string): string {
  if (!value.includes('{{')) return value;
  return raw.replace(QUOTED, (all, quoted?: string) => {
    if (quoted === undefined) return "'";
    if (!/[{}]/.test(quoted)) return quoted.replaceAll("''", "'");
    return `{{${all.replace(/[{}]/g, (brace) => SHIELDS[brace] ?? brace)}}}`;
  });
}

/** A quotation as it is written into a message. */
export function withBraces(text: string): string {
  return text.replace(/\{\{('[^{}]*)\}\}/g, '$1').replace(/[\ue0f4\ue0f5]/g, (shield) => BRACES[shield] ?? shield);
}

/** Text between selectors, with every argument in double braces, as the values of bundles have them. */
export function textOf(elements: Elements, message: string): string {
  return elements
    .map((element) => {
      if (isPoundElement(element)) return '{{#}}';
      const { start, end } = element.location ?? {};
      const raw = message.slice(start?.offset ?? 0, end?.offset ?? 0);
      return isLiteralElement(element) ? literalText(element.value, raw) : `{${raw}}`;
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
      if (index % 2 === 1)
        return piece === '{{#}}' ? '#' : piece.startsWith("{{'") ? withBraces(piece) : piece.slice(1, -1);
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
