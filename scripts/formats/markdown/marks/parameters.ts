import { isProse } from '../../front-matter/field-patterns.ts';
import { isShown, isShownAttribute } from '../../shown-names.ts';
import { ATTRIBUTES } from './attribute-lists.ts';
import { firstMask, type MaskedText, type Span } from './masks.ts';

/** A parameter that a reader sees, and where it stands between its quotes. */
export interface Parameter extends Span {
  readonly value: string;
}

/** With its name, or by its place alone. */
const PARAMETER =
  /(?:(?<![\w.-])([A-Za-z][\w-]{0,40})[ \t]{0,3}[=:][ \t]{0,3}|(?<=\s)(?<![=:]\s{1,3}))(?:"([^"\\\n]{1,1000})"|'([^'\\\n]{1,1000})'|`([^`\\\n]{1,1000})`)/dg;

/** Tags that say something to a program: what they compare or set is no text. */
const CONTROL =
  /^\{%-?\s*(?:if|elsif|elif|else|unless|case|when|for|assign|set|capture|cycle|tablerow|increment|decrement|with|macro|extends|block|import|from)\b/;

/** Shortcodes that show a parameter without a name, and those that do if it is no word alone, which is a type or an id. */
const TITLED =
  /^(?:details|expand|expandable|collapse|accordion(?:-?item)?|spoiler|fold|toggle|tab(?:-?item)?|button|btn|caption|tooltip)$/i;
const TYPED =
  /^(?:notice|alert|hint|admonition|callout|note|tip|info|warning|important|caution|danger|box|panel|card|figure|img|image|lead|quote|blockquote)$/i;
/** What only one shortcode shows: Kubernetes' tabs, Hugo's figures. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['name', 'tab'],
  ['attr', 'figure'],
]);
const NAME = /^\{[{%][<%]?-?\s*([\w-]+)/;

/** Whether a shortcode shows a parameter. @param name empty for one that is told by its place alone */
function isOfTag(tag: string, name: string, value: string, isFirst: boolean): boolean {
  const [, shortcode = ''] = NAME.exec(tag) ?? [];
  if (name !== '') return isShown(name) || OWN.get(name) === shortcode;
  return (
    (isFirst && TITLED.test(shortcode)) || (/\S\s+\S/.test(value) && (TITLED.test(shortcode) || TYPED.test(shortcode)))
  );
}

/** Attributes of a picture, a table or a link that readers see: HTML's, Quarto's, those of galleries. */
const ATTRIBUTE =
  /^(?:alt|title|caption|(?:fig|tbl|lst)-(?:alt|cap)|aria-label|summary|placeholder|data-(?:title|caption|description|toc-label))$/;

/** The parameters of a shortcode, an include or an attribute list that a reader sees: captions, titles, labels. */
export function shownParameters(tag: string): Parameter[] {
  if (!/[=:"'`]/.test(tag) || CONTROL.test(tag)) return [];
  const isTag = /^(?:\{\{[<%]|\{%)/.test(tag);
  if (!isTag && !ATTRIBUTES.test(tag)) return [];
  // What follows the first tag is its content.
  const close = tag.startsWith('{%') ? '%}' : `${tag.charAt(2) === '<' ? '>' : '%'}}}`;
  const opening = isTag ? tag.slice(0, tag.indexOf(close) + 1) : tag;
  return [...opening.matchAll(PARAMETER)].flatMap(({ 1: name = '', 2: double, 3: single, 4: raw, indices }, index) => {
    const value = double ?? single ?? raw ?? '';
    const place = indices?.[2] ?? indices?.[3] ?? indices?.[4];
    if (
      place === undefined ||
      !(isTag ? isOfTag(opening, name, value, index === 0) : ATTRIBUTE.test(name)) ||
      !isProse(value) ||
      /[{}]/.test(value)
    )
      return [];
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

/** The attributes of a component on a line of colons that readers see. */
function colonParameters({ original, masked }: MaskedText, start: number, end: number): Parameter[] {
  return [...masked.slice(start, end).matchAll(PARAMETER)].flatMap(({ 1: name = '', index, indices }) => {
    const [from, to] = indices?.[2] ?? indices?.[3] ?? [0, 0];
    const value = original.slice(start + from, start + to);
    const isBound = /[:@#.]/.test(masked.charAt(start + index - 1));
    if (isBound || !(ATTRIBUTE.test(name) || isShownAttribute('Component', name, value)) || !isProse(value)) return [];
    return [{ start: start + from, end: start + to, value }];
  });
}

/**
 * The parameters of all tags between two offsets, and what stands there without them.
 * @param colons whether they stand on a line of colons, whose attributes need no tag
 */
export function parametersIn(
  text: MaskedText,
  start: number,
  end: number,
  colons = false,
): { readonly found: readonly Parameter[]; readonly rest: string } {
  const { original, masks } = text;
  const inside = masks.slice(firstMask(masks, start), firstMask(masks, end));
  const ofTags = inside.flatMap((mask) =>
    shownParameters(original.slice(mask.start, mask.end)).map((one) => ({
      ...one,
      start: mask.start + one.start,
      end: mask.start + one.end,
    })),
  );
  const found = colons ? [...ofTags, ...colonParameters(text, start, end)].sort((a, b) => a.start - b.start) : ofTags;
  let rest = '';
  let at = start;
  for (const parameter of found) {
    rest += original.slice(at, parameter.start);
    at = parameter.end;
  }
  return { found, rest: rest + original.slice(at, end) };
}
