/**
 * Keeps a run from paying for answers that cannot be used. Text is sent in three ways, from the one that keeps most to
 * the plainest; each is tried on a little text first, is then trusted as far as its answers allow, and is given up
 * when they come back damaged. What is risked at any time is bounded by a share of the run's characters.
 */

/** `marked`: codes and units as markup; `tokens`: codes as words, without markup; `plain`: no codes at all. */
export type Way = 'marked' | 'tokens' | 'plain';

/** One text of an answer. */
export interface Trial {
  readonly characters: number;
  /** Of these, those of work that has to be asked for again. */
  readonly damaged: number;
  /** True where its work came back damaged before: that says nothing of the way, but costs as much. */
  readonly again: boolean;
}

export interface Breaker {
  /** Told of everything that is to be translated, before any of it is sent. */
  expect(characters: number): void;
  /** False when the way has been given up. */
  isOpen(way: Way): boolean;
  /** True before the first answer: then the smallest work goes first. */
  isUntried(way: Way): boolean;
  /** True where nothing is in flight. */
  isIdle(way: Way): boolean;
  /** Characters that may be sent now. */
  room(way: Way): number;
  /** False where a work of so many characters would be too much to lose, where others have come back damaged. */
  isWorth(characters: number): boolean;
  /** Characters that one text should hold at most: so much is lost when its marks are. */
  textLimit(way: Way): number;
  begin(way: Way, characters: number): void;
  /** To be called for each `begin`. @param trials none where there was no answer. */
  end(way: Way, characters: number, trials: readonly Trial[]): void;
  /** Resolves at the next `end` of whoever shares the breaker. */
  changed(): Promise<void>;
  /** Characters asked for, and those of answers that could not be used. */
  figures(): { readonly expected: number; readonly wasted: number; readonly givenUp: readonly Way[] };
}

/** Of a run's characters: the promise, and what is reckoned with, because what is in flight cannot be called back. */
const PROMISE = 0.1;
const MOST_WASTE = 0.06;
/** Share of a run's characters on which a new way is tried. */
const FIRST = 0.03;
/** The same for one text, until many have come back whole. */
const TEXT = 0.02;
/** Answers after which a way is no longer new, and after which a text may be as long as the service takes it. */
const FEW = 8;
const MANY = 40;
/** A way is given up when so many texts came back damaged, and this share of all. */
const DAMAGED = 2;
const SHARE = 0.2;
/** Characters that are not worth a careful beginning. */
const TINY = 40;
/** Characters of a text in which sentences still have their neighbours. */
const SHORT_TEXT = 300;

interface Tally {
  trials: number;
  damaged: number;
  inFlight: number;
  open: boolean;
}

export function createBreaker(): Breaker {
  const ways: Record<Way, Tally> = { marked: tally(), tokens: tally(), plain: tally() };
  let expected = 0;
  let wasted = 0;
  let waiting: (() => void)[] = [];

  /** The share of answers that must be reckoned to come back damaged. */
  const rate = ({ trials, damaged }: Tally): number => Math.min(1, (damaged + 2) / (trials + 2));
  const risked = (): number => Object.values(ways).reduce((sum, one) => sum + one.inFlight * rate(one), 0);
  const left = (): number => MOST_WASTE * expected - wasted;

  return {
    expect: (characters) => (expected += characters),
    isOpen: (way) => ways[way].open,
    isUntried: (way) => ways[way].trials === 0,
    isIdle: (way) => ways[way].inFlight === 0,
    room(way) {
      const one = ways[way];
      // Behind the other two ways nothing is left: what works mostly is used, whatever has been lost before.
      const room = way === 'marked' || one.trials < FEW ? Math.max(0, left() - risked()) / rate(one) : Infinity;
      const first = one.trials > 0 ? Infinity : one.inFlight > 0 ? 0 : FIRST * expected;
      return Math.max(Math.min(room, first), one.damaged > 0 ? 0 : TINY - one.inFlight);
    },
    isWorth: (characters) => ways.marked.damaged === 0 || wasted + characters <= MOST_WASTE * expected,
    textLimit(way) {
      const { trials, damaged } = ways[way];
      if (trials < FEW) return TINY;
      return trials >= MANY && damaged === 0 ? Infinity : Math.max(SHORT_TEXT, TEXT * expected);
    },
    begin: (way, characters) => (ways[way].inFlight += characters),
    end(way, characters, trials) {
      const one = ways[way];
      one.inFlight -= characters;
      for (const trial of trials) {
        wasted += trial.damaged;
        if (trial.again) continue;
        one.trials += 1;
        one.damaged += trial.characters === 0 ? Number(trial.damaged > 0) : trial.damaged / trial.characters;
      }
      const isBad = one.damaged >= DAMAGED && one.damaged >= SHARE * one.trials;
      const isSpent = one.damaged > 0 && left() <= (way === 'marked' ? 0 : (MOST_WASTE - PROMISE) * expected);
      if (isBad || isSpent) one.open = false;
      for (const wake of waiting) wake();
      waiting = [];
    },
    changed: () => new Promise((resolve) => waiting.push(resolve)),
    figures: () => ({
      expected,
      wasted,
      givenUp: (['marked', 'tokens', 'plain'] as const).filter((way) => !ways[way].open),
    }),
  };
}

function tally(): Tally {
  return { trials: 0, damaged: 0, inFlight: 0, open: true };
}
