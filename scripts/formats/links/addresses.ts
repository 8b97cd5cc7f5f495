/** Addresses of an article and of its translation, in which they lead to the pages and headings of its language. */
import { percentDecoded } from '../../project/text/percent-decoded.ts';
import type { ParsedArticle } from '../format.ts';

/** What an address of one side is on the other. */
export type Address = (address: string) => string;

/** A beginning of addresses, and what it is for each language. */
interface Rule {
  readonly from: string;
  readonly to: (tag: string) => string;
}

/** With or without the slash that ends both. */
function rulesOf(links: Readonly<Record<string, string>>): Rule[] {
  return Object.entries(links).map(([from, to]) => {
    const cut = from.endsWith('/') && to.endsWith('/') ? 1 : 0;
    return {
      from: from.slice(0, from.length - cut),
      to: (tag) => to.slice(0, to.length - cut).replaceAll('{language}', tag),
    };
  });
}

/**
 * Addresses of pages in another language, by their beginnings.
 * @param links beginnings, and what they become; `{language}` stands for the tag, and the longest beginning counts.
 * @param tags of all target languages as paths have them: what leads to one of them already stays.
 */
export function pageAddress(links: Readonly<Record<string, string>>, tag: string, tags: readonly string[]): Address {
  const rules = rulesOf(links).sort((a, b) => b.from.length - a.from.length);
  const ends = [...new Set(rules.flatMap(({ to }) => tags.map(to)))];
  return (address) => {
    const rule = isPage(address) ? rules.find(({ from }) => behind(address, from) !== undefined) : undefined;
    if (rule === undefined) return address;
    const isTranslated = ends.some((end) => end.length > rule.from.length && behind(address, end) !== undefined);
    return isTranslated ? address : rule.to(tag) + (behind(address, rule.from) ?? '');
  };
}

/** What stands behind a beginning, which ends where a name ends. */
function behind(address: string, start: string): string | undefined {
  if (!address.startsWith(start) || (address.startsWith('//') && !start.startsWith('//'))) return undefined;
  const rest = address.slice(start.length);
  if (start === '') return rest.startsWith('/') ? rest : undefined;
  return start.endsWith('/') || rest === '' || /^[/?#]/.test(rest) ? rest : undefined;
}

/** Pictures and other files are mostly the same for all languages. */
function isPage(address: string): boolean {
  const path = address.replace(/[?#][^]*$/, '').replace(/^\w+:\/\/[^/]*/, '');
  // A number is a version's: `/v1.2`.
  const extension = /[^/]\.(?!\d+$)(\w{1,5})$/.exec(path)?.[1];
  return extension === undefined || /^(?:html?|mdx?|php|aspx?)$/i.test(extension);
}

/**
 * The headings that links on a page lead to, by the ids that they get on another page of the same structure.
 * @returns undefined where the pages have not the same headings.
 */
export function headingAddress(from: readonly string[], to: readonly string[]): Address | undefined {
  if (from.length !== to.length) return undefined;
  // Where no letter of a heading counts for its id, generators number them in ways of their own: `_1`.
  const isNumbered = (id: string): boolean => id === '' || (to.includes('') && /^\D?\d+$/.test(id));
  const ids = new Map(from.map((id, index) => [id, to[index] ?? id]));
  return (address) => {
    const id = address.startsWith('#') ? ids.get(percentDecoded(address.slice(1))) : undefined;
    const stays = id === undefined || isNumbered(id) || id === percentDecoded(address.slice(1));
    return stays ? address : `#${encoded(id, address)}`;
  };
}

/** An address of a place in another page. */
export function splitPlace(address: string): { readonly page: string; readonly place: string } | undefined {
  const at = address.indexOf('#');
  return at <= 0 || at === address.length - 1
    ? undefined
    : { page: address.slice(0, at), place: address.slice(at + 1) };
}

/**
 * Links to places of other pages that are not there any more: the last run wrote them, before a heading of the other page
 * became another. Each is that link of the source to this page which nothing else stands for, in their order.
 * @param there addresses of the translation.
 * @param lacks whether the page that an address of the source leads to has not such a place.
 */
export function formerAddress(
  sources: readonly string[],
  there: readonly string[],
  way: Address,
  lacks: (source: string, place: string) => boolean,
): (address: string) => string | undefined {
  const stands = new Set(there);
  const open = new Map<string, string[]>();
  for (const source of sources) {
    const image = way(source);
    const { page } = splitPlace(image) ?? {};
    if (page === undefined || stands.has(image)) continue;
    const same = open.get(page);
    if (same === undefined) open.set(page, [source]);
    else same.push(source);
  }
  return (address) => {
    const { page = '', place = '' } = splitPlace(address) ?? {};
    const own = open.get(page);
    const [first] = own ?? [];
    if (own === undefined || first === undefined || !lacks(first, place)) return undefined;
    return own.length < 2 ? first : own.shift();
  };
}

/** As the page writes its own. */
function encoded(id: string, like: string): string {
  return like.includes('%') ? encodeURIComponent(id) : id.replace(/[\s()<>"']/g, encodeURIComponent);
}

/** An article with other addresses. */
export function withAddresses(text: string, parsed: ParsedArticle, address: Address): string {
  let result = '';
  let at = 0;
  for (const { start, end } of (parsed.addresses?.() ?? []).toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + address(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** The way back of `pageAddress`, by the beginnings alone. */
export function sourceAddress(links: Readonly<Record<string, string>>, tag: string, way: Address): Address {
  const rules = rulesOf(links).sort((a, b) => b.to(tag).length - a.to(tag).length);
  return (address) => {
    for (const { from, to } of rules) {
      const rest = behind(address, to(tag));
      if (rest !== undefined && way(from + rest) === address) return from + rest;
    }
    return address;
  };
}

/**
 * The way back to a source: an address that one of its own becomes is that one, in their order; others go by the rules.
 * @param sources addresses of the source.
 * @param ways from the source to the translation; what the first does not explain, the next one may.
 */
export function originalAddress(sources: readonly string[], ways: readonly Address[], back: Address): Address {
  const origins = ways.map((way) => {
    const found = new Map<string, string[]>();
    for (const source of sources) {
      const image = way(source);
      const known = found.get(image);
      if (known === undefined) found.set(image, [source]);
      else known.push(source);
    }
    return found;
  });
  return (address) => {
    for (const found of origins) {
      const own = found.get(address);
      const first = own === undefined || own.length < 2 ? own?.[0] : own.shift();
      if (first !== undefined) return first;
    }
    return back(address);
  };
}
