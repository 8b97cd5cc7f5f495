/** How inline codes look to a translator. */
import type { Inline, Markup, PairedCode, StandingCode } from '../units/unit.ts';

/** Markup as written; texts in it, which are translated on their own, as `…`. */
export function writtenMarkup(markup: Markup): string {
  return markup.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
}

const LONGEST = 60;

/** The same, short enough for a label. */
export function shownMarkup(markup: Markup): string {
  const text = writtenMarkup(markup);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** The texts inside a code's markup, opening and closing. */
export function textCounts(code: StandingCode | PairedCode): readonly [opening: number, closing: number] {
  const count = (markup: Markup): number => markup.filter((piece) => typeof piece !== 'string').length;
  return code.type === 'code' ? [count(code.markup), 0] : [count(code.open), count(code.close)];
}

/** All codes of a content, in the order in which they open. */
export function codesIn(content: readonly Inline[]): (StandingCode | PairedCode)[] {
  return content.flatMap((item) => {
    if (item.type === 'text') return [];
    return item.type === 'pair' ? [item, ...codesIn(item.children)] : [item];
  });
}
