import type { Span } from '../format.ts';

/** Attributes of elements and components that lead to a page. */
const ATTRIBUTE = /\s(?:href|to|link|url)\s{0,3}=\s{0,3}(?:"([^"<>\n]{1,2000})"|'([^'<>\n]{1,2000})')/dgi;
/** What is no element: remarks, and the text of programs. */
const HIDDEN = /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi;

/** So far back the beginning of a tag is looked for. */
const LONGEST_TAG = 4000;

/** Where the addresses of pages stand in tags. */
export function addressesInTags(text: string): Span[] {
  if (!/(?:href|to|link|url)\s{0,3}=/i.test(text)) return [];
  const bare = text.replace(HIDDEN, (hidden) => ' '.repeat(hidden.length));
  return [...bare.matchAll(ATTRIBUTE)].flatMap(({ index, indices }) => {
    const before = bare.slice(Math.max(0, index - LONGEST_TAG), index);
    const [start, end] = indices?.[1] ?? indices?.[2] ?? [0, 0];
    const tag = before.slice(before.lastIndexOf('<'));
    if (!/^<[a-z]/i.test(tag) || tag.includes('>')) return [];
    // What says its language leads to that one's page.
    const rest = /^[^<>]*/.exec(bare.slice(end, end + LONGEST_TAG))?.[0] ?? '';
    return /\shreflang\s*=/i.test(tag + rest) ? [] : [{ start, end }];
  });
}
