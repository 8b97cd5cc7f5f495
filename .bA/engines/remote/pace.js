/**
 * How fast a service is asked: several requests in flight, and one shared backoff. A refusal for overload slows
 * everybody down, an answer speeds everybody up again (additive increase, multiplicative decrease).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { EngineRefusal } from '../../project/errors.js';
/**
 * @param diagnose what a thrown error means.
 * @param note is told once each time the service begins to refuse.
 */
export function createPace(options, diagnose, note) {
    const limit = pLimit(options.concurrency);
    let wait = options.firstWait;
    let openAgainAt = 0;
    /** When the present row of failures began. */
    let troubledSince;
    const slower = (trouble, startedAt) => {
        const now = performance.now();
        if (troubledSince === undefined) {
            troubledSince = now;
            note(`${trouble.message} Waiting, then trying again more slowly.`);
        }
        // Requests that were in flight together fail together: they count as one refusal.
        if (startedAt < openAgainAt)
            return;
        limit.concurrency = Math.max(1, Math.floor(limit.concurrency / 2));
        // Spread by a fifth, so that several runners on one account do not come back at the same instant.
        openAgainAt = now + Math.max(wait * (0.9 + 0.2 * Math.random()), trouble.wait ?? 0);
        wait = Math.min(wait * 1.5, options.longestWait);
    };
    const faster = () => {
        troubledSince = undefined;
        wait = options.firstWait;
        limit.concurrency = Math.min(options.concurrency, limit.concurrency + 1);
    };
    const isOver = () => troubledSince !== undefined && performance.now() - troubledSince > options.patience;
    async function attemptOnce(attempt, signal, isFirst) {
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
        }
        catch (error) {
            const trouble = diagnose(error);
            // Servers close idle connections; the first request on one fails although nothing is wrong.
            const hiccup = trouble.kind === 'network' && isFirst;
            // While the place is still held: the next request must not start before it knows.
            if (trouble.passing && !hiccup)
                slower(trouble, startedAt);
            return { error, trouble };
        }
    }
    return {
        async run(attempt, signal) {
            for (let failures = 0;;) {
                // Each attempt queues afresh: a failed request does not hold a place while it waits.
                const outcome = await limit(() => attemptOnce(attempt, signal, failures === 0));
                if ('result' in outcome)
                    return outcome.result;
                const { error, trouble } = outcome;
                if (!trouble.passing)
                    throw error;
                if (trouble.overload !== true)
                    failures += 1;
                if (isOver() || failures >= options.attempts) {
                    throw new EngineRefusal(trouble.kind, trouble.message, { remedy: trouble.advice });
                }
            }
        },
    };
}
