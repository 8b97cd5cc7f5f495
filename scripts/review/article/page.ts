/** An article as the page of a frame: its units marked, nothing in it that runs or that is fetched from elsewhere. */
import { html, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { CLOSING, OPENING, unmarked } from './markers.ts';
import { escapeHtml, toHtml } from './to-html.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface ArticleText {
  /** The document, its values marked with their index. */
  readonly text: string;
  /** With its dot. */
  readonly extension: string;
  /** By index. */
  readonly keys: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly side: 'source' | 'target';
  readonly title: string;
  /** Units that stand outside of the text: front matter. */
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  /** Where an image is served, by its path as the article writes it. */
  readonly imageAt: (path: string) => string;
}

/** Elements that run, load, or change the page around them. */
const LEFT_OUT = new Set(
  'script style link meta base iframe frame frameset object embed applet noscript template title form input button textarea select'.split(
    ' ',
  ),
);

/** A whole HTML page. */
export function articlePage(article: ArticleText): string {
  const { language, direction, side, title, fields } = article;
  const fragment = parseFragment(toHtml(article.text, article.extension.toLowerCase()));
  clean(fragment, article);
  const list = fields.map(
    ({ key, value }) =>
      `<dt>${escapeHtml(key)}</dt><dd><x-unit data-key="${escapeHtml(key)}">${escapeHtml(value)}</x-unit></dd>`,
  );
  return [
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${direction}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/article.css"></head><body class="${side}"><main>`,
    list.length === 0 ? '' : `<dl class="fields">${list.join('')}</dl>`,
    serialize(fragment),
    '</main></body></html>',
  ].join('');
}

function clean(parent: Parent, article: ArticleText): void {
  parent.childNodes = parent.childNodes.filter((node) => !LEFT_OUT.has(node.nodeName) && node.nodeName !== '#comment');
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    node.attrs = node.attrs.flatMap(({ name, value }) => {
      if (name.startsWith('on') || name === 'style' || name === 'srcset' || name === 'id') return [];
      const plain = unmarked(value);
      return [{ name, value: name === 'src' ? article.imageAt(plain) : plain }];
    });
    clean(node, article);
  }
  wrapUnits(parent, article.keys);
}

/** Puts what stands between two marks into an element of its own; marks that are not in one parent are only taken away. */
function wrapUnits(parent: Parent, keys: readonly string[]): void {
  const result: Node[] = [];
  let open: Element | undefined;
  const add = (node: Node): void => {
    const into = open ?? parent;
    node.parentNode = into;
    if (open === undefined) result.push(node);
    else open.childNodes.push(node);
  };
  for (const node of parent.childNodes) {
    if (!isText(node)) {
      add(node);
      continue;
    }
    let rest = node.value;
    while (rest !== '') {
      const opening = OPENING.exec(rest);
      const closing = rest.indexOf(CLOSING);
      if (opening !== null && (closing < 0 || opening.index < closing)) {
        add(text(rest.slice(0, opening.index)));
        const element = unitElement(keys[Number(opening[1])] ?? '', parent);
        open = undefined;
        add(element);
        open = element;
        rest = rest.slice(opening.index + opening[0].length);
      } else if (closing >= 0) {
        add(text(rest.slice(0, closing)));
        open = undefined;
        rest = rest.slice(closing + CLOSING.length);
      } else {
        add(text(rest));
        rest = '';
      }
    }
  }
  parent.childNodes = result;
}

function unitElement(key: string, parentNode: Parent): Element {
  const attrs = [{ name: 'data-key', value: key }];
  return { nodeName: 'x-unit', tagName: 'x-unit', attrs, namespaceURI: html.NS.HTML, parentNode, childNodes: [] };
}

function text(value: string): DefaultTreeAdapterTypes.TextNode {
  return { nodeName: '#text', value, parentNode: null };
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function isElement(node: Node): node is Element {
  return 'attrs' in node;
}
