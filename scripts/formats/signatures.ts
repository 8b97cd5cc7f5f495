import type { Inline } from '../units/unit.ts';

/**
 * What the inline codes of a value are, whatever their order: a translation may move a link, it may not lose one.
 * For outlines and for comparing two values.
 */
export function signatures(content: readonly Inline[]): string {
  const found: string[] = [];
  const visit = (items: readonly Inline[]): void => {
    for (const item of items) {
      if (item.type !== 'text') found.push(item.signature);
      if (item.type === 'pair') visit(item.children);
    }
  };
  visit(content);
  return JSON.stringify(found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
}
