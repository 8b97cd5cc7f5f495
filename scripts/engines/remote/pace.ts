/**
 * How fast a service is asked: several requests in flight, and one shared backoff. A refusal for overload slows
 * everybody down, an answer speeds everybody up again (additive increase, multiplicative decrease).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { EngineRefusal, type RefusalKind } from '../../project/errors.ts';

export interface PaceOptions {
  /** Requests in flight at most. */
  readonly concurrency: number;
  /** First wait after a failure, in milliseconds; grows by half each time up to `longestWait`. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Milliseconds without any answer after which the service is given up. */
  readonly patience: number;
  /** Attempts of one request that failed for another reason than overload: what always fails is not worth waiting for. */
  readonly attempts: number;
}

/** What went wrong with one attempt. */
export interface Trouble {
  readonly kind: RefusalKind;
  readonly message: string;
  /** What the user can do when it does not pass. */
  readonly advice: string;
  /** True where the same request may succeed later. */
  readonly passing: boolean;
  /** True where the service has too much to do, whatever the request is: only patience limits how often it is asked. */
  readonly overload?: boolean;
  /** True where a smaller request may succeed. */
  readonly split?: boolean;
  /** Milliseconds that the service asked to wait, where it says so. */
  readonly wait?: number;
  /** Attempts that it is worth, where they are fewer than usual: each may be billed. */
  readonly attempts?: number;
}

export interface Pace {
  /**
   * Runs a request when its turn comes, and again while its trouble is passing.
   * @throws EngineRefusal when patience ends; what `attempt` threw when its trouble is not passing; the signal's reason
   * when it is aborted before the request started or while it waits.
   */
  run<Result>(attempt: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

/**
 * @param diagnose what a thrown error means.
 * @param note is told once each time the service begins to refuse.
 */
export function createPace(
  options: PaceOptions,
  diagnose: (error: unknown) => Trouble,
  note: (line: string) => void,
): Pace {
  const limit = pLimit(options.concurrency);
  let wait = options.firstWait;
  let openAgainAt = 0;
  /** When the present row of failures began. */
  let troubledSince: number | undefined;

  const slower = (trouble: Trouble, startedAt: number): void => {
    const now = performance.now();
    if (troubledSince === undefined) {
      troubledSince = now;
      note(`${trouble.message} Waiting, then trying again more slowly.`);
    }
    // Requests that were in flight together fail together: they count as one refusal.
    if (startedAt < openAgainAt) return;
    limit.concurrency = Math.max(1, Math.floor(limit.concurrency / 2));
    // Spread by a fifth, so that several runners on one account do not come back at the same instant.
    openAgainAt = now + Math.max(wait * (0.9 + 0.2 * Math.random()), trouble.wait ?? 0);
    wait = Math.min(wait * 1.5, options.longestWait);
  };

  const faster = (): void => {
    troubledSince = undefined;
    wait = options.firstWait;
    limit.concurrency = Math.min(options.concurrency, limit.concurrency + 1);
  };

  const isOver = (): boolean => troubledSince !== undefined && performance.now() - troubledSince > options.patience;

  async function attemptOnce<Result>(
    attempt: () => Promise<Result>,
    signal: AbortSignal,
    isFirst: boolean,
  ): Promise<{ readonly result: Result } | { readonly error: unknown; readonly trouble: Trouble }> {
    for (let rest = openAgainAt - performance.now(); rest > 0; rest = openAgainAt - performance.now()) {
      await sleep(rest, undefined, { signal }).catch(() => undefined);
      signal.throwIfAborted();
    }
    signal.throwIfAborted();
    const startedAt = performance.now();
    try {
      const result = await attempt();
      faster();
      return { result };
    } catch (error) {
      // Cut off: the service has done nothing wrong.
      if (signal.aborted && error === signal.reason) throw error;
      const trouble = diagnose(error);
      // Servers close idle connections; the first request on one fails although nothing is wrong.
      const hiccup = trouble.kind === 'network' && isFirst;
      // While the place is still held: the next request must not start before it knows.
      if (trouble.passing && !hiccup) slower(trouble, startedAt);
      return { error, trouble };
    }
  }

  return {
    async run(attempt, signal) {
      for (let failures = 0; ;) {
        // Each attempt queues afresh: a failed request does not hold a place while it waits.
        const outcome = await limit(() => attemptOnce(attempt, signal, failures === 0));
        if ('result' in outcome) return outcome.result;
        const { error, trouble } = outcome;
        if (!trouble.passing) throw error;
        if (trouble.overload !== true) failures += 1;
        if (isOver() || failures >= (trouble.attempts ?? options.attempts)) {
          throw new EngineRefusal(trouble.kind, trouble.message, { remedy: trouble.advice });
        }
      }
    },
  };
}
