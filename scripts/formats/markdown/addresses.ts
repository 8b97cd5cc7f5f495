import type { Nodes } from 'mdast';
import type { Span } from '../format.ts';
import { addressesInTags } from '../html/addresses.ts';
import type { SyntaxName } from '../../units/unit.ts';
import type { Grammar } from './grammar/grammar.ts';
import { spansOf } from './grammar/node-spans.ts';
import { maskTemplates } from './marks/masks.ts';

/** What stands between a label and its address, and an address. */
const ADDRESS = /(?:\(|:)[ \t\n\r>]*(?:<([^<>\n\r]+)>|([^\s<>]+))/dy;

/** Where the addresses of links and pictures stand in a body, code left out. */
export function addressesIn(text: string, grammar: Grammar, syntax: SyntaxName): Span[] {
  const { masked } = maskTemplates(text, syntax);
  const found: Span[] = [];
  const behind = (label: number, end: number): void => {
    ADDRESS.lastIndex = label;
    const { indices } = ADDRESS.exec(text.slice(0, end)) ?? {};
    const [start, stop] = indices?.[1] ?? indices?.[2] ?? [0, 0];
    // The bracket that ends a link is none of its address.
    const isLink = text[label] === '(' && indices?.[1] === undefined && stop === end;
    if (stop > start) found.push({ start, end: isLink ? stop - 1 : stop });
  };
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'link') {
      const { afterLabel } = spansOf(node);
      if (afterLabel !== undefined) behind(afterLabel, end);
      else found.push(/^<[^]*>$/.test(text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end });
    } else if (node.type === 'image') {
      const { afterLabel } = spansOf(node);
      if (afterLabel !== undefined) behind(afterLabel, end);
    } else if (node.type === 'definition') behind(text.indexOf(']:', start) + 1, end);
    else if (node.type === 'html') found.push(...moved(addressesInTags(text.slice(start, end)), start));
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const tag = text.slice(start, node.children[0]?.position?.start.offset ?? end);
      found.push(...moved(addressesInTags(tag), start));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(grammar.blocks(masked));
  return found.sort((a, b) => a.start - b.start);
}

function moved(spans: readonly Span[], offset: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}
