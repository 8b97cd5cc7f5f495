/** Files written by a thread of their own: the main thread of a large run is busy all the time. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ConfigurationError, SourceError } from '../project/errors.js';
/** It hands strings on and keeps none: a small young generation is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };
/**
 * Starts the thread; it takes 15 MB, and 60 ms of another processor. Nothing else may write with the same journal until it
 * is closed.
 * @param tell takes one line for the user.
 */
export function startFileThread(places, tell) {
    // The same extension as this file's: compiled or not.
    const file = new URL(`./writer${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: places, resourceLimits: LIMITS });
    const waiting = new Map();
    let last = 0;
    let lost;
    const lose = (error) => {
        lost ??= error;
        for (const { reject } of waiting.values())
            reject(lost);
        waiting.clear();
    };
    worker.on('error', lose).on('exit', () => lose(new Error('the thread that writes files has ended')));
    worker.on('message', (reply) => {
        if ('line' in reply)
            return tell(reply.line);
        const asked = waiting.get(reply.id);
        waiting.delete(reply.id);
        if ('failure' in reply)
            asked?.reject(errorOf(reply.failure));
        else
            asked?.resolve(reply.written);
    });
    const ask = (make) => new Promise((resolve, reject) => {
        if (lost !== undefined)
            return reject(lost);
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        worker.postMessage(make(id));
    });
    return {
        write: (changes) => ask((id) => ({ id, changes })),
        async close(isDone) {
            try {
                await ask((id) => ({ id, isDone }));
            }
            finally {
                await worker.terminate();
            }
        },
    };
}
function errorOf({ kind, message, place, remedy }) {
    if (kind === undefined)
        return new Error(message);
    return kind === 'source'
        ? new SourceError(message, { place, remedy })
        : new ConfigurationError(message, { place, remedy });
}
