import type { BundlePath } from '../../units/unit.ts';
import type { FrontMatterString } from './strings.ts';

/** Of the tags in a page's head, those whose content search engines, cards and tabs show. */
const SHOWN =
  /^(?:description|keywords|abstract|application-name|apple-mobile-web-app-title|(?:og|twitter):(?:title|description|site_name|image:alt))$/i;

/** A page's path or id, as some generators have it where others have a label; a label may have any case in a translation. */
const PATH = /[/\\#]|\.\w{2,4}$|^[a-z\d]+(?:[-_][a-z\d]+)+$|^[a-z\d]+$/;

/**
 * Whether readers see a field that is text in some places and none in others: the tags of a page's head say by the name beside
 * it, the neighbours of a page by what it looks like.
 * @param declared all strings of the front matter by their paths
 */
export function isShownField(path: BundlePath, declared: ReadonlyMap<string, FrontMatterString>): boolean {
  const [first, second] = path;
  if (path.length === 1 && (first === 'prev' || first === 'next')) return !PATH.test(declared.get(first)?.value ?? '');
  if ((first !== 'head' && first !== 'meta') || typeof second !== 'number' || path.at(-1) !== 'content') return true;
  const beside = (name: string): string => declared.get([...path.slice(0, -1), name].join('.'))?.value ?? '';
  return beside('tag') === 'title' || ['name', 'property', 'itemprop'].some((name) => SHOWN.test(beside(name)));
}
