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

/** What is on its way. */
export interface Flight {
  readonly way: Way;
  readonly characters: number;
  /** Of these, those that were reckoned to come back damaged when they were sent. */
  readonly risk: number;
}

export interface Breaker {
  /** Told of everything that is to be translated, before any of it is sent. */
  expect(characters: number): void;
  /** False when the way has been given up. */
  isOpen(way: Way): boolean;
  /** True before the first answer: then the smallest work goes first. */
  isUntried(way: Way): boolean;
  /** True where enough has come back, and all of it whole. */
  isProven(way: Way): boolean;
  /** True where nothing is in flight. */
  isIdle(way: Way): boolean;
  /** Characters that may be sent now, of which the longest work has so many. */
  room(way: Way, longest?: number): number;
  /**
   * False where a work of so many characters would be too much to lose, where others have come back damaged.
   * @param again whether it came back damaged itself.
   */
  isWorth(characters: number, again: boolean): boolean;
  /** Characters that one text should hold at most: so much is lost when its marks are. */
  textLimit(way: Way): number;
  /** True since a request was answered with more or fewer texts than it asked: then each text travels by itself. */
  isApart(): boolean;
  /** To be called for a request of several texts that was answered so. */
  setApart(): void;
  /** @param longest characters of its longest text. */
  begin(way: Way, characters: number, longest: number): Flight;
  /** To be called for each `begin`. @param trials none where there was no answer. */
  end(flight: Flight, trials: readonly Trial[]): void;
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
/** Answers after which a way is no longer new. */
const FEW = 8;
/** A way is given up when so many texts came back damaged, and this share of all. */
const DAMAGED = 2;
const SHARE = 0.2;
/** Characters that are not worth a careful beginning. */
const TINY = 40;
/**
 * Share of a run's characters that may be in a service's hands at once: however good it has been, it may turn bad, and all
 * that is in flight is lost then. The rest of the promise is for trying the plainer ways.
 */
const MOST_IN_FLIGHT = 0.08;
/** Characters of a request that is sent in any case where nothing else is in flight: some three cents. */
const LITTLE = 1_500;
/** Characters of a text in which sentences still have their neighbours. */
const SHORT_TEXT = 300;
/**
 * Texts by their size: what comes back whole when short may not when it is long. The last class, which has no end, is tried when
 * texts of the one before have come back whole.
 */
const SIZES = [SHORT_TEXT, 2_500] as const;

interface Tally {
  trials: number;
  damaged: number;
  inFlight: number;
  risk: number;
  open: boolean;
  /** Texts that came back whole, by class of size. */
  readonly whole: number[];
  /** Their characters. */
  wholeCharacters: number;
}

/** @param atLeast characters that will be expected, as far as that is known before: what may be in flight is a share of them. */
export function createBreaker(atLeast = 0): Breaker {
  const ways: Record<Way, Tally> = { marked: tally(), tokens: tally(), plain: tally() };
  let expected = 0;
  let wasted = 0;
  let isApart = false;
  let waiting: (() => void)[] = [];

  /** The share of answers that must be reckoned to come back damaged, of texts with so many characters or as many as are sent now. */
  const rate = (one: Tally, characters = 0): number => {
    const { damaged, trials } = one;
    const alike = Math.min(trials, damaged + wholeOf(one, sizeOf(Math.max(characters, limitOf(one)))));
    return Math.min(1, (damaged + 2) / (alike + 2));
  };
  /** So that some texts of a size that is new can be tried together. */
  const limitOf = (one: Tally): number => {
    if (one.trials < FEW) return TINY;
    return Math.min(SIZES[sizeTried(one)] ?? Infinity, Math.max(SHORT_TEXT, left() / FEW));
  };
  const risked = (): number => Object.values(ways).reduce((sum, one) => sum + one.risk, 0);
  const left = (): number => MOST_WASTE * expected - wasted;
  const inFlight = (): number => Object.values(ways).reduce((sum, one) => sum + one.inFlight, 0);
  /** What may be lost, besides all that is in flight. */
  const entrusted = (way: Way): number => {
    const flying = inFlight();
    const share = way === 'marked' ? MOST_IN_FLIGHT : PROMISE;
    const proven = way === 'marked' ? 0 : ways[way].wholeCharacters / 2;
    const bound = Math.max(share * Math.max(expected, atLeast) - wasted, proven) - flying;
    return Math.max(bound, flying === 0 ? LITTLE : 0);
  };

  return {
    expect: (characters) => (expected += characters),
    isOpen: (way) => ways[way].open,
    isUntried: (way) => ways[way].trials === 0,
    isProven: (way) => ways[way].trials >= FEW && ways[way].damaged === 0,
    isIdle: (way) => ways[way].inFlight === 0,
    room(way, longest = 0) {
      const one = ways[way];
      // Behind the other two ways nothing is left: what works mostly is used, whatever has been lost before.
      const room =
        way === 'marked' || one.trials < FEW ? Math.max(0, left() - risked()) / rate(one, longest) : Infinity;
      const first = one.trials > 0 ? Infinity : one.inFlight > 0 ? 0 : FIRST * expected;
      return Math.max(Math.min(room, first, entrusted(way)), one.damaged > 0 ? 0 : TINY - one.inFlight);
    },
    isWorth: (characters, again) =>
      (ways.marked.damaged === 0 || wasted + characters <= MOST_WASTE * expected) &&
      (!again || characters * rate(ways.marked) <= left() - risked()),
    textLimit: (way) => limitOf(ways[way]),
    isApart: () => isApart,
    setApart: () => void (isApart = true),
    begin(way, characters, longest) {
      const one = ways[way];
      const risk = characters * rate(one, longest);
      one.inFlight += characters;
      one.risk += risk;
      return { way, characters, risk };
    },
    end({ way, characters, risk }, trials) {
      const one = ways[way];
      one.inFlight -= characters;
      one.risk -= risk;
      for (const trial of trials) {
        wasted += trial.damaged;
        if (trial.again) continue;
        one.trials += 1;
        if (trial.damaged === 0) {
          const size = sizeOf(trial.characters);
          one.whole[size] = (one.whole[size] ?? 0) + 1;
          one.wholeCharacters += trial.characters;
        }
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
  return { trials: 0, damaged: 0, inFlight: 0, risk: 0, open: true, whole: [], wholeCharacters: 0 };
}

function sizeOf(characters: number): number {
  const found = SIZES.findIndex((most) => characters <= most);
  return found < 0 ? SIZES.length : found;
}

/** Texts of a size, and longer ones, that came back whole. */
function wholeOf({ whole }: Tally, size: number): number {
  return whole.slice(size).reduce((sum, count) => sum + count, 0);
}

/** The class of size that is sent now: one above the largest of which enough is known. */
function sizeTried(one: Tally): number {
  let size = 0;
  while (size < SIZES.length && wholeOf(one, size) >= FEW) size += 1;
  return size;
}
