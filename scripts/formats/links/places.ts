/** The places in a page that links may lead to. */
import type { Flavour } from '../../project/flavour.ts';
import { headingIds } from './heading-slugs.ts';

/** Ids as authors write them: `{#id}`, `{: #id .class}`, `{/* #id *\/}`, `[#id]`, `id="id"`, `name="id"`. */
const WRITTEN =
  /\{:?[ \t]*#([^\s{}]+)|\{\/\*[ \t]*#?([\w-]+)[ \t]*\*\/\}|\[#([^\s\]]+)\]|(?<![\w-])(?:id|name)[ \t]*=[ \t]*["']?([^\s"'<>]+)/g;

/** Headings with signs before them, with a line below them, and in tags. */
const HEADING =
  /^[ \t>]{0,9}#{1,6}[ \t]+(.+)$|^(?=.*\S)(.+)\r?\n[ \t>]*(?:={2,}|-{2,})[ \t]*$|<h[1-6]\b[^<>]*>([^<>]*)</gm;

const MARKS = /!?\[([^\][]*)\]\([^()\n]*\)|<[^<>\n]*>|\{[^{}\n]*\}|[ \t]#+[ \t]*$|[*`\r]|\\(?=[\p{P}\p{S}])/gu;

/**
 * Names of the places in a page: ids, and what a site makes of its headings. Rather a place too many (a comment in code that
 * looks like a heading) than one too few: it is asked only whether a person's link may be right.
 */
export function placesIn(text: string, flavour: Flavour | undefined): ReadonlySet<string> {
  const places = new Set<string>();
  for (const [, ...written] of text.matchAll(WRITTEN)) for (const id of written) if (id !== undefined) places.add(id);
  const headings = [...text.matchAll(HEADING)].map(([, sign = '', line = sign, tag = line]) => ({
    text: tag.replaceAll(MARKS, '$1'),
    id: undefined,
  }));
  for (const id of headingIds(headings, flavour)) places.add(id);
  return places;
}
