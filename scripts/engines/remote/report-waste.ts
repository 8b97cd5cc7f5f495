/** Tells the user what damaged answers cost, and in which way text is sent since. */
import type { Breaker, Way } from './breaker.ts';
import type { Service } from './service.ts';

const GIVEN_UP: Readonly<Record<Way, string>> = {
  marked: 'it lost the marks of its first texts, so the rest was sent as plain sentences',
  tokens: 'it lost the words that stood for codes, so sentences with codes were not sent any more',
  plain: 'its answers were empty or far too long, so nothing more was sent',
};

export function reportWaste({ title, note }: Pick<Service, 'title' | 'note'>, breaker: Breaker): void {
  const { expected, wasted, givenUp } = breaker.figures();
  if (wasted === 0) return;
  const share = Math.round((1000 * wasted) / Math.max(1, expected)) / 10;
  const what = givenUp.map((way) => GIVEN_UP[way]).join('; ');
  note(
    `${title}: ${wasted} characters (${share} % of this run's) came back damaged and had to be asked for again or were refused${what === '' ? '' : `; ${what}`}.`,
  );
}
