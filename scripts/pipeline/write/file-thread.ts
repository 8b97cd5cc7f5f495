/** Files written by a thread of their own: the main thread of a large run is busy all the time. */
import { Worker } from 'node:worker_threads';
import type { FileWriter } from '../../locales/journal.ts';
import { ConfigurationError, SourceError } from '../../project/errors.ts';
import { threadFile } from '../../project/program-files.ts';
import type { Failure, WriterPlaces, WriterReply, WriterRequest } from './writer-messages.ts';

export interface FileThread extends FileWriter {
  /**
   * Ends the thread.
   * @param isDone false where a run breaks off: its journal stays for the next one.
   */
  close(isDone: boolean): Promise<void>;
}

interface Waiting {
  readonly resolve: (written: number) => void;
  readonly reject: (error: Error) => void;
}

/** It hands strings on and keeps none: a small young generation is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/**
 * Starts the thread; it takes 15 MB, and 60 ms of another processor. Nothing else may write with the same journal until it
 * is closed.
 * @param tell takes one line for the user.
 */
export function startFileThread(places: WriterPlaces, tell: (line: string) => void): FileThread {
  const worker = new Worker(threadFile('pipeline/write/writer'), { workerData: places, resourceLimits: LIMITS });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let lost: Error | undefined;
  const lose = (error: Error): void => {
    lost ??= error;
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  worker.on('error', lose).on('exit', () => lose(new Error('the thread that writes files has ended')));
  worker.on('message', (reply: WriterReply) => {
    if ('line' in reply) return tell(reply.line);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) asked?.reject(errorOf(reply.failure));
    else asked?.resolve(reply.written);
  });
  const ask = (make: (id: number) => WriterRequest): Promise<number> =>
    new Promise((resolve, reject) => {
      if (lost !== undefined) return reject(lost);
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage(make(id));
    });
  return {
    write: (changes) => ask((id) => ({ id, changes })),
    async close(isDone) {
      try {
        await ask((id) => ({ id, isDone }));
      } finally {
        await worker.terminate();
      }
    },
  };
}

function errorOf({ kind, message, place, remedy }: Failure): Error {
  if (kind === undefined) return new Error(message);
  return kind === 'source'
    ? new SourceError(message, { place, remedy })
    : new ConfigurationError(message, { place, remedy });
}
