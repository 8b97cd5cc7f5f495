import { isProse } from '../../front-matter/field-patterns.ts';
import { isShown } from '../../shown-names.ts';
import type { Span } from './masks.ts';

/** A parameter that a reader sees, and where it stands between its quotes. */
export interface Parameter extends Span {
  readonly value: string;
}

const NAMED = /(?<![\w.-])([A-Za-z][\w-]{0,40})[ \t]{0,3}=[ \t]{0,3}(?:"([^"\\\n]{1,1000})"|'([^'\\\n]{1,1000})')/dg;

/** Tags that say something to a program: what they compare or set is no text. */
const CONTROL =
  /^\{%-?\s*(?:if|elsif|elif|else|unless|case|when|for|assign|set|capture|cycle|tablerow|increment|decrement|with|macro|extends|block|import|from)\b/;

/** The parameters of a shortcode or an include that a reader sees: captions, titles, labels. */
export function shownParameters(tag: string): Parameter[] {
  if (!/^(?:\{\{[<%]|\{%)/.test(tag) || CONTROL.test(tag) || !tag.includes('=')) return [];
  return [...tag.matchAll(NAMED)].flatMap(({ 1: name = '', 2: double, 3: single, indices }) => {
    const value = double ?? single ?? '';
    const place = indices?.[2] ?? indices?.[3];
    if (place === undefined || !isShown(name) || !isProse(value) || /[{}]/.test(value)) return [];
    return [{ start: place[0], end: place[1], value }];
  });
}

/** A tag without its texts. */
export function withoutParameters(tag: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of shownParameters(tag)) {
    rest += tag.slice(at, start);
    at = end;
  }
  return rest + tag.slice(at);
}
