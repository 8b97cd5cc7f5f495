import type { Inline, PairedCode, StandingCode } from './unit.ts';

/**
 * What a reader sees of inline content: its text, without markup. Standing codes show nothing, but for a hard break,
 * which shows as a line feed.
 */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const item of content) {
    if (item.type === 'text') text += item.text;
    else if (item.type === 'pair') text += plainText(item.children);
    else if (item.kind === 'break') text += '\n';
  }
  return text;
}

/** Whether content is one text and nothing else: most is, and needs none of what codes need. */
export function isOneText(content: readonly Inline[]): boolean {
  return content.length === 1 && content[0]?.type === 'text';
}

/** All inline codes, at any depth, in the order in which they open. */
export function codes(content: readonly Inline[]): (StandingCode | PairedCode)[] {
  const found: (StandingCode | PairedCode)[] = [];
  const visit = (items: readonly Inline[]): void => {
    for (const item of items) {
      if (item.type === 'text') continue;
      found.push(item);
      if (item.type === 'pair') visit(item.children);
    }
  };
  visit(content);
  return found;
}

/** The same content with every running text replaced; texts inside markup are left (see `withMarkupTexts`). */
export function mapText(content: readonly Inline[], change: (text: string) => string): Inline[] {
  return content.map((item) => {
    if (item.type === 'text') return { type: 'text', text: change(item.text) };
    if (item.type === 'pair') return { ...item, children: mapText(item.children, change) };
    return item;
  });
}

/** The same content with every code replaced, children first. */
export function mapCodes<Changed extends StandingCode | PairedCode>(
  content: readonly Inline[],
  change: (code: StandingCode | PairedCode) => Changed,
): Inline[] {
  return content.map((item) => {
    if (item.type === 'text') return item;
    if (item.type === 'pair') return change({ ...item, children: mapCodes(item.children, change) });
    return change(item);
  });
}

/** Neighbouring texts joined and empty ones dropped, at every level: the form in which syntaxes give content. */
export function tidy(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const item of content) {
    const last = result.at(-1);
    if (item.type === 'pair') result.push({ ...item, children: tidy(item.children) });
    else if (item.type === 'code') result.push(item);
    else if (item.text === '') continue;
    else if (last?.type === 'text') result[result.length - 1] = { type: 'text', text: last.text + item.text };
    else result.push(item);
  }
  return result;
}

/** Ids given anew from `first` on, in the order in which codes open. */
export function renumber(content: readonly Inline[], first = 1): Inline[] {
  let next = first - 1;
  const visit = (items: readonly Inline[]): Inline[] =>
    items.map((item) => {
      if (item.type === 'text') return item;
      next += 1;
      const id = next;
      return item.type === 'pair' ? { ...item, id, children: visit(item.children) } : { ...item, id };
    });
  return visit(content);
}
