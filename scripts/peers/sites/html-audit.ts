/** What a reader of a built site meets: pages, dead links, words that are not translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Generator } from './generator.ts';

export interface SiteAudit {
  /** Paths of the pages. */
  readonly pages: readonly string[];
  /** `page: address` of links to pages and places that are not there. */
  readonly deadLinks: readonly string[];
  /** `page: text` of what is shown and has words in plain letters: pseudo-localization leaves none. */
  readonly plainTexts: readonly string[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly texts: readonly string[];
}

const CODE = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'svg', 'template', 'button', 'title']);
/** Elements of themes beside the text: permalinks, copy buttons, "On this page". */
const THEME = /^(?:header-anchor|headerlink|anchor|sl-anchor-link|sr-only|lang|line-numbers.*|expressive-code|copy)$/;

export function auditSite(folder: string, { main }: Pick<Generator, 'main'>): SiteAudit {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !/(?:^|\/)404(?:\/index)?\.html$/.test(path))
    .toSorted();
  const pages = new Map(paths.map((path) => [path, readPage(readFileSync(join(folder, path), 'utf8'), main)]));
  const deadLinks: string[] = [];
  const plainTexts: string[] = [];
  for (const [path, page] of pages) {
    for (const link of page.links) if (!leadsSomewhere(link, path, pages)) deadLinks.push(`${path}: ${link}`);
    for (const text of page.texts)
      if (/[A-Za-z]{3,}/.test(text.replace(/\S+\.\w+|https?:\S+/g, ''))) plainTexts.push(`${path}: ${text}`);
  }
  return { pages: paths, deadLinks, plainTexts };
}

function readPage(html: string, main: Generator['main']): Page {
  const ids = new Set<string>();
  const links: string[] = [];
  const texts: string[] = [];
  const visit = (node: Node, isMain: boolean): void => {
    if ('value' in node) {
      if (isMain && node.value.trim() !== '') texts.push(node.value.trim());
      return;
    }
    if (!('tagName' in node)) return;
    const attribute = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
    const classes = (attribute('class') ?? '').split(/\s+/);
    const id = attribute('id') ?? (node.tagName === 'a' ? attribute('name') : undefined);
    if (id !== undefined) ids.add(id);
    const inside = isMain || main(node.tagName, classes);
    const href = node.tagName === 'a' ? attribute('href') : undefined;
    if (inside && href !== undefined) links.push(href);
    const isShown = !CODE.has(node.tagName) && !classes.some((name) => THEME.test(name));
    const alt = attribute('alt');
    if (inside && isShown && alt !== undefined && alt !== '') texts.push(alt);
    for (const child of node.childNodes) visit(child, inside && isShown);
    if (inside && !isShown) for (const child of node.childNodes) visit(child, false);
  };
  for (const node of parse(html).childNodes) visit(node, false);
  return { ids, links, texts };
}

function leadsSomewhere(link: string, from: string, pages: ReadonlyMap<string, Page>): boolean {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return true;
  const [address = '', fragment = ''] = link.split('#', 2);
  const base = address.startsWith('/') ? address.slice(1) : posix.join(dirname(from), address);
  const path = address === '' ? from : posix.normalize(base);
  const page = [path, `${path}.html`, posix.join(path, 'index.html')]
    .map((one) => pages.get(one))
    .find((one) => one !== undefined);
  if (page === undefined) return /\.(?!html)\w{2,5}$/.test(path);
  return fragment === '' || page.ids.has(decodeURIComponent(fragment));
}
