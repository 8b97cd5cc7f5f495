/**
 * Sends work to a service: carefully at first, every answer verified, damaged ones asked for again in a plainer way, the
 * first refusal ends the batch.
 */
import { EngineRefusal, Interruption } from '../../project/errors.ts';
import type { EngineUsage } from '../engine.ts';
import { type Breaker, type Trial, type Way } from './breaker.ts';
import type { Service } from './service.ts';
import { DamagedAnswer, type AnswerNode } from './tagged-answer.ts';
import type { Answered, Work } from './work.ts';

/** Work that travels together. */
export interface Request {
  /** What the service answers as one: what is damaged there is damaged together. */
  readonly texts: readonly { readonly works: readonly Work[] }[];
}

export interface Packing<Packed extends Request> {
  readonly requests: readonly Packed[];
  /** Work that no request can hold. */
  readonly tooLarge: readonly Work[];
}

/** The sentences of each work that the service answered. */
export type Answers = ReadonlyMap<Work, readonly Answered[]>;

/** What is special about a service. */
export interface Dispatcher<Packed extends Request> {
  /** True where the same text may be answered better at a second time. */
  readonly repeats?: boolean;
  /**
   * @param most characters that a text should hold at most; the service's own limits come on top.
   * @param isApart whether each work needs a request of its own.
   */
  pack(works: readonly Work[], way: Way, most: number, isApart: boolean): Packing<Packed>;
  /**
   * Sends a request through the service's pace.
   * @param sent is to be called for each attempt.
   */
  ask(
    request: Packed,
    way: Way,
    signal: AbortSignal,
    sent: () => void,
  ): Promise<{ readonly answers: Answers; readonly billed?: number; readonly isMiscounted?: boolean }>;
}

/** Work that goes first, each in a text of its own. */
const PROBES = 12;
/** Characters that are worth a request, where more is waiting: about what DeepL takes at once. */
const WORTHWHILE = 55_000;
const WAYS = ['marked', 'tokens', 'plain'] as const;

/**
 * @throws what the service makes of the first error, when the requests in flight are done; Interruption.
 */
export async function dispatch<Packed extends Request>(
  service: Service,
  { repeats = false, pack, ask }: Dispatcher<Packed>,
  breaker: Breaker,
  works: readonly Work[],
  signal: AbortSignal,
  mayRepeat: (characters: number) => boolean = () => true,
): Promise<EngineUsage> {
  const { title, hider } = service;
  let requests = 0;
  let characters = 0;
  let wasted = 0;
  let billed: number | undefined;
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const refusals: unknown[] = [];
  let pending: Work[] = [...works];
  const flying = new Set<Promise<void>>();

  const launch = (request: Packed, way: Way): void => {
    const flight = sendOne(request, way).finally(() => flying.delete(flight));
    flying.add(flight);
  };

  /** @param isMore whether more is waiting: then what does not fill a last request waits, too. */
  const launchAll = (some: readonly Work[], way: Way, most: number, isMore = false): void => {
    const packing = pack(some, way, most, breaker.isApart());
    for (const work of packing.tooLarge)
      pending.push(...work.retry(`the sentence is longer than a request to ${title} may be`));
    const left = isMore && packing.requests.length > 1 ? packing.requests.length - 1 : packing.requests.length;
    for (const request of packing.requests.slice(0, left)) launch(request, way);
    pending.unshift(...packing.requests.slice(left).flatMap(({ texts }) => texts.flatMap(({ works: own }) => own)));
  };

  /** Never rejects: the first refusal stops the others from starting. */
  const sendOne = async (request: Packed, way: Way): Promise<void> => {
    const own = request.texts.flatMap((text) => text.works);
    const size = lengthOf(own);
    const longest = Math.max(0, ...request.texts.map((text) => lengthOf(text.works)));
    const flight = breaker.begin(way, size, longest);
    let trials: readonly Trial[] = [];
    try {
      if (either.aborted) return;
      const answer = await ask(request, way, either, () => (requests += 1));
      characters += size;
      if (answer.billed !== undefined) billed = (billed ?? 0) + answer.billed;
      if (answer.isMiscounted === true && own.length > 1) {
        // Which text is whose cannot be told. By themselves they may arrive, in the same way.
        breaker.setApart();
        for (const again of own) {
          if (mayRepeat(again.characters)) pending.push(again);
          else
            again.refuse(`${title} returned it among others in another number; the limit of this run is reached`, true);
        }
        trials = [{ characters: size, damaged: size, again: true }];
        wasted += size;
        return;
      }
      trials = request.texts.map((text) => {
        const damaged = text.works.filter((work) => !take(work, answer.answers, text.works.length > 1 || repeats));
        return {
          characters: lengthOf(text.works),
          damaged: lengthOf(damaged),
          again: way === 'marked' && text.works.some(({ alone }) => alone),
        };
      });
      wasted += trials.reduce((sum, trial) => sum + trial.damaged, 0);
    } catch (error) {
      const trouble = service.diagnose(error);
      if (trouble.split === true) sendSmaller(own, way, trouble.message);
      else {
        refusals.push(service.refusal(error));
        stop.abort();
      }
    } finally {
      breaker.end(flight, trials);
    }
  };

  /**
   * @param isShared true where the same text may be answered better in another request.
   * @returns false where the work must be asked for again, or was refused.
   */
  const take = (work: Work, answers: Answers, isShared: boolean): boolean => {
    const damaged = `${title} returned it damaged each time`;
    const sentences = answers.get(work);
    try {
      if (sentences === undefined) throw new DamagedAnswer('the answer does not hold it');
      if (sentences.some((sentence) => hider.isHeldBy(wordsOf(sentence)))) {
        work.refuse(`the answer of ${title} holds the key`);
        return false;
      }
      work.accept(sentences);
      return true;
    } catch (error) {
      if (!(error instanceof DamagedAnswer)) throw error;
      const reason = hider.message(`${damaged}: ${error.message}`);
      for (const again of isShared || sentences === undefined ? work.retry(reason) : work.plainer(reason)) {
        if (mayRepeat(again.characters)) pending.push(again);
        else again.refuse(`${reason}; the limit of this run is reached`, true);
      }
      return false;
    }
  };

  const sendSmaller = (some: readonly Work[], way: Way, reason: string): void => {
    const half = Math.ceil(some.length / 2);
    if (half === some.length) pending.push(...some.flatMap((work) => work.retry(reason)));
    else for (const part of [some.slice(0, half), some.slice(half)]) launchAll(part, way, Infinity);
  };

  /** A work, or what it becomes when its way has been given up or there is nothing to spend on another try. */
  const onOpenWay = (work: Work): readonly Work[] => {
    if (!work.isWanted()) return [];
    const isWorth = work.way !== 'marked' || breaker.isWorth(work.characters, work.alone);
    if (breaker.isOpen(work.way) && isWorth) return [work];
    const reason = work.fault || `${title} loses the marks of such texts`;
    const plainer = work.plainer(reason);
    // Words in the place of marks are sent beside what was reckoned with.
    const more = lengthOf(plainer) - work.characters;
    if (more <= 0 || mayRepeat(more)) return plainer.flatMap(onOpenWay);
    for (const one of plainer) one.refuse(`${reason}; the limit of this run is reached`, true);
    return [];
  };

  /** Sends what may be sent now. @returns whether that was anything. */
  const sendSome = (): boolean => {
    pending = pending.flatMap(onOpenWay);
    let isAny = false;
    for (const way of WAYS) {
      const waiting = pending.filter((work) => work.way === way);
      if (waiting.length === 0) continue;
      const taken = choose(waiting, way, breaker);
      if (taken.length === 0) continue;
      isAny = true;
      const gone = new Set(taken);
      pending = pending.filter((work) => !gone.has(work));
      launchAll(taken, way, breaker.textLimit(way), taken.length < waiting.length);
    }
    return isAny;
  };

  const aborted = new Promise<void>((resolve) => either.addEventListener('abort', () => resolve(), { once: true }));
  breaker.expect(lengthOf(works));
  while (!either.aborted && (pending.length > 0 || flying.size > 0)) {
    const changed = breaker.changed();
    if (!sendSome() && (pending.length > 0 || flying.size > 0)) await Promise.race([changed, aborted]);
  }
  await Promise.all(flying);

  const usage = {
    requests,
    characters,
    ...(wasted === 0 ? {} : { wasted }),
    ...(billed === undefined ? {} : { billed }),
  };
  if (signal.aborted) throw new Interruption(signal.reason, usage);
  const [refusal] = refusals;
  if (refusal instanceof EngineRefusal) refusal.usage = usage;
  if (refusals.length > 0) throw refusal;
  return usage;
}

/** The work that goes next: all of it where there is room, the smallest first while nothing is known of the way, at least one. */
function choose(waiting: readonly Work[], way: Way, breaker: Breaker): readonly Work[] {
  const longest = waiting.reduce((most, { characters }) => Math.max(most, characters), 0);
  if (lengthOf(waiting) <= breaker.room(way, longest)) return waiting;
  const isUntried = breaker.isUntried(way);
  const ordered = isUntried ? waiting.toSorted((a, b) => a.characters - b.characters) : waiting;
  const taken: Work[] = [];
  let sum = 0;
  for (const work of ordered) {
    if (isUntried && taken.length === PROBES) break;
    if (sum + work.characters > breaker.room(way)) break;
    // Less may be risked on a longer text than its fellows.
    if (sum + work.characters > breaker.room(way, work.characters)) continue;
    taken.push(work);
    sum += work.characters;
  }
  // Each answer makes a little room: requests are worth waiting for some more, and for all of it where nothing was ever lost.
  const part = breaker.isProven(way) ? 1 : 8;
  if (!breaker.isIdle(way) && sum < Math.min(lengthOf(waiting) / part, WORTHWHILE)) return [];
  const [smallest] = isUntried ? ordered : waiting.toSorted((a, b) => a.characters - b.characters);
  return taken.length === 0 && smallest !== undefined && breaker.isIdle(way) ? [smallest] : taken;
}

function lengthOf(works: readonly Work[]): number {
  return works.reduce((sum, work) => sum + work.characters, 0);
}

function wordsOf(sentence: Answered): string {
  if (typeof sentence === 'string') return sentence;
  return sentence.map((node: AnswerNode) => (typeof node === 'string' ? node : wordsOf(node.children))).join('');
}
