import { decodeHTML } from 'entities/decode';

const ENTITY = /&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;

/**
 * The characters that a source writes as entities alone, and those entities: a translation writes them so too. Letters and
 * digits are none of them: what is written so only once is no habit.
 */
export function writtenEntities(raw: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!raw.includes('&')) return found;
  const rest = raw.replace(/<[^<>]*>/g, '').replace(ENTITY, '');
  for (const [entity] of raw.matchAll(ENTITY)) {
    const character = decodeHTML(entity);
    const isSign =
      [...character].length === 1 && !/[\s\p{L}\p{N}]/u.test(character.replace(/[\u00a0\u2002-\u200a\u202f]/, ''));
    if (isSign && !found.has(character) && (character === '<' || !rest.includes(character)))
      found.set(character, entity);
  }
  return found;
}

/** A plain text in quotes with such signs written as its source does. @param escaped as it would be written */
export function withEntitiesOf(source: string, escaped: string): string {
  if (!source.includes('&')) return escaped;
  const written = writtenEntities(source);
  const whole = written.has('&') ? escaped.replace(/&(?!#?\w+;)/g, '&amp;') : escaped;
  return whole.replace(/[^\u0000-\u007f]/gu, (sign) => written.get(sign) ?? sign);
}
