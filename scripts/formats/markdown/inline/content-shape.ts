import type { Inline, Markup, PairedCode } from '../../../units/unit.ts';

/** One string for content whatever it is written like: texts, and signatures where the codes stand. */
export function shapeOf(content: readonly Inline[]): string {
  return flatten(content)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

function flatten(content: readonly Inline[]): string {
  let result = '';
  for (const item of content) {
    if (item.type === 'text') result += item.text;
    else if (item.type === 'code') result += `\u0001${item.signature}${texts(item.markup)}\u0002`;
    else
      result += `\u0001${item.signature}${texts(item.open)}\u0003${flatten(item.children)}\u0004${texts(item.close)}\u0002`;
  }
  return result;
}

function texts(markup: Markup): string {
  return markup.map((piece) => (typeof piece === 'string' ? '' : `\u0003${piece.text}`)).join('');
}

/**
 * Content that Markdown can write: no space at the inner edges of emphasis, no emphasis of nothing. A no-break space stays: it
 * is written as an entity.
 */
export function settle(content: readonly Inline[]): readonly Inline[] {
  if (content.every((item) => item.type !== 'pair')) return content;
  const result: Inline[] = [];
  for (const item of content) {
    if (item.type !== 'pair') {
      result.push(item);
      continue;
    }
    const pair = { ...item, children: settle(item.children) };
    if (item.kind === 'emphasis' || item.kind === 'strong' || item.kind === 'delete')
      result.push(...withoutEdges(pair));
    else result.push(pair);
  }
  return result;
}

function withoutEdges(pair: PairedCode): Inline[] {
  const children = [...pair.children];
  const before: Inline[] = [];
  const after: Inline[] = [];
  const first = children[0];
  if (first?.type === 'text') {
    const text = first.text.replace(/^[^\S\u00a0]+/, '');
    if (text !== first.text) before.push({ type: 'text', text: first.text.slice(0, first.text.length - text.length) });
    if (text === '') children.shift();
    else children[0] = { type: 'text', text };
  }
  const last = children.at(-1);
  if (last?.type === 'text') {
    const text = last.text.replace(/[^\S\u00a0]+$/, '');
    if (text !== last.text) after.push({ type: 'text', text: last.text.slice(text.length) });
    if (text === '') children.pop();
    else children[children.length - 1] = { type: 'text', text };
  }
  return children.length === 0 ? [...before, ...after] : [...before, { ...pair, children }, ...after];
}
