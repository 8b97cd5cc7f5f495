import { decodeHTMLAttribute } from 'entities/decode';
import type { Markup } from '../../units/unit.ts';
import type { InlineToken, TokenCode } from '../inline-tree.ts';
import type { Attribute, Tag } from './tag.ts';
import { isComponent, isGuarded, isSlot, isTextAttribute, kindOf, VOID } from './vocabulary.ts';
import { isShownAttribute } from '../shown-names.ts';
import { squeeze, tidyStyle } from './white-space.ts';

/**
 * A tag as a token of a text, in the one spelling of this syntax. A tag with template tags in it stays as it is.
 * @param raw its bytes
 * @param masked the same without template tags
 */
export function tagToken(
  tag: Tag,
  start: number,
  raw: string,
  masked: string,
): InlineToken & { readonly code: TokenCode } {
  if (tag.closing) {
    const markup = `</${tag.name}>`;
    return {
      type: 'close',
      name: tag.name,
      start,
      code: { kind: kindOf(tag.name), markup: [markup], signature: markup },
    };
  }
  const code = raw === masked ? tagCode(tag) : verbatim(tag, raw);
  if (VOID.has(tag.name) || isEmptyForeign(tag)) return { type: 'code', code };
  const attribute = (name: string): string | undefined => tag.attributes.find((one) => one.name === name)?.raw;
  return {
    type: 'open',
    name: tag.name,
    end: tag.end,
    code,
    guarded: !isSlot(tag.name, tag.attributes) && isGuarded(tag.name, attribute),
  };
}

/** Texts of a tag that may be units of their own, where the text around it has no words. */
const TEXTS = /(\s(?:alt|title|placeholder|aria-[a-z]+|label|summary)\s*=\s*)(?:"[^"]*"|'[^']*')/gi;

function verbatim(tag: Tag, raw: string): TokenCode {
  const markup = raw.replace(/\s+/g, ' ');
  return { kind: kindOf(tag.name), markup: [markup], signature: markup.replace(TEXTS, '$1""') };
}

function tagCode(tag: Tag): TokenCode {
  const markup: Markup[number][] = [];
  let literal = `<${tag.name}`;
  let signature = literal;
  for (const one of tag.attributes) {
    const { name, raw } = one;
    literal += ` ${name}`;
    signature += ` ${name}`;
    if (raw === undefined) continue;
    if (isTextOfTag(tag, one)) {
      const text = squeeze(decodeHTMLAttribute(raw));
      markup.push(`${literal}="`, { text, role: name === 'alt' || name === 'title' ? name : 'attribute' });
      literal = '"';
    } else {
      const written = `="${tidy(name, raw).replaceAll('"', '&quot;')}"`;
      literal += written;
      signature += written;
    }
  }
  markup.push(`${literal}${isEmptyForeign(tag) ? '/>' : '>'}`);
  return { kind: kindOf(tag.name), markup, signature: `${signature}>` };
}

/** Whether an attribute of a tag is a text of its own. */
export function isTextOfTag(tag: Tag, { name, raw = '' }: Attribute): boolean {
  const attribute = (other: string): string | undefined => tag.attributes.find((one) => one.name === other)?.raw;
  const value = decodeHTMLAttribute(raw);
  if (isComponent(tag.name)) return isShownAttribute('Component', name, value);
  return /\p{L}/u.test(value) && isTextAttribute(name, tag.name, attribute);
}

function tidy(attribute: string, raw: string): string {
  if (attribute === 'style') return tidyStyle(raw);
  return attribute === 'class' ? squeeze(raw) : raw;
}

/** Only in SVG and MathML does `/>` close an element. */
function isEmptyForeign(tag: Tag): boolean {
  return tag.selfClosing && (tag.name === 'svg' || tag.name === 'math');
}
