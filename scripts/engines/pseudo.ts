/**
 * Pseudo-localization: text that stays readable and shows at a glance what is not translated, what is cut off and
 * what cannot show accents. Codes are untouched; brackets and filler are no markup in any format.
 */
import type { Inline } from '../units/unit.ts';
import { echo } from './echo.ts';
import type { Engine } from './engine.ts';
import { joinTexts } from './join-texts.ts';

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';

const ACCENTS: ReadonlyMap<string, string> = new Map(
  [...PLAIN].map((letter, index) => [letter, ACCENTED[index] ?? letter]),
);

/** Languages are about so much longer than English. */
const GROWTH = 0.3;

function accented(text: string): string {
  let result = '';
  for (const letter of text) result += ACCENTS.get(letter) ?? letter;
  return result;
}

function changed(content: readonly Inline[]): readonly Inline[] {
  return content.map((one) => {
    if (one.type === 'text') return { type: 'text', text: accented(one.text) };
    return one.type === 'pair' ? { ...one, children: changed(one.children) } : one;
  });
}

function lettersIn(content: readonly Inline[]): number {
  return content.reduce((sum, one) => {
    if (one.type === 'text') return sum + one.text.length;
    return one.type === 'pair' ? sum + lettersIn(one.children) : sum;
  }, 0);
}

/** Whether what follows would be read as the end of an address, which has no end of its own but white space. */
function endsInAddress(content: readonly Inline[]): boolean {
  for (const one of content.toReversed()) {
    if (one.type === 'text' && /\s/.test(one.text)) return false;
    if (one.type !== 'text') return one.type === 'code' && one.kind === 'url';
  }
  return false;
}

/** A segment without any text stays as it is. */
function pseudoLocalized(content: readonly Inline[]): readonly Inline[] {
  const length = lettersIn(content);
  if (length === 0) return content;
  const last = content.at(-1);
  // A mark at the end of a term would be taken for a letter of it.
  const isTerm = last?.type === 'code' && last.kind === 'term';
  const space = isTerm || endsInAddress(content) ? ' ' : '';
  const filler = space + '·'.repeat(Math.max(0, Math.ceil(length * GROWTH) - 2));
  return joinTexts([{ type: 'text', text: '⟦' }, ...changed(content), { type: 'text', text: `${filler}⟧` }]);
}

export const pseudo: Engine = {
  name: 'pseudo',
  description: 'accents, brackets and longer words around the source text; to test layouts',
  terms: ['token'],
  remote: false,
  estimate: (units) => ({ requests: units.length }),
  unavailable: () => Promise.resolve(undefined),
  open: () => Promise.resolve(echo(pseudoLocalized)),
};
