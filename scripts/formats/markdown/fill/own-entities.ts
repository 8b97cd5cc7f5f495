import type { Inline } from '../../../units/unit.ts';
import type { InlineSyntax } from '../../format.ts';
import { writtenEntities } from '../../written-entities.ts';

/** Stand-ins while a value is written: private characters, which no syntax escapes. */
const FIRST = 0xe000;
const STAND_IN = /[\ue000-\ue0ff]/;
const CODE = /(`+)(?!`)[^]*?[^`]\1(?!`)/g;

/**
 * A value with the signs that its source writes as entities written so again: those outside ASCII wherever they stand, those of
 * ASCII (`&lt;`, `&amp;`, `&#123;`, often so that a generator reads no syntax there) in text alone.
 */
export function withOwnEntities(value: string, source: string, syntax: InlineSyntax): string {
  if (!source.includes('&')) return value;
  const written = [...writtenEntities(source.replace(CODE, ''))];
  const ascii = written.filter(([sign]) => sign <= '\u007f' && value.includes(sign));
  let result = value;
  const content = ascii.length === 0 || STAND_IN.test(value) ? [] : syntax.parse(value);
  // A person's own spelling stays as it is.
  if (content.length > 0 && syntax.print(content) === value) {
    const standIns = new Map(ascii.map(([sign], index) => [sign, String.fromCharCode(FIRST + index)]));
    result = syntax.print(replaced(content, standIns));
    for (const [index, [, entity]] of ascii.entries())
      result = result.replaceAll(String.fromCharCode(FIRST + index), entity);
  }
  for (const [sign, entity] of written) if (sign > '\u007f') result = result.replaceAll(sign, entity);
  return result;
}

function replaced(content: readonly Inline[], signs: ReadonlyMap<string, string>): Inline[] {
  return content.map((item) => {
    if (item.type === 'text') return { ...item, text: Array.from(item.text, (one) => signs.get(one) ?? one).join('') };
    return item.type === 'pair' ? { ...item, children: replaced(item.children, signs) } : item;
  });
}
