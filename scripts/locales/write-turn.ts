/**
 * Turns at putting files into place: a run, the review page and its shell may write into one project at once, each a group of
 * files at a time. A turn is as short as a few renames, so whoever waits for one waits for milliseconds.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LockHeld, takeRunLock } from './run-lock.ts';

const PAUSE = 3;
/** A turn that lasts so long is none: something hangs, and who waits says so. */
const PATIENCE = 30_000;

/**
 * Does something that must not be done twice at once on a path.
 * @param path the lock.
 * @param note takes one line where the disk is too full even for a lock.
 * @throws LockHeld when no turn comes, ConfigurationError when no lock can be made there.
 */
export async function inTurn<Result>(
  path: string,
  note: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    let lock;
    try {
      lock = takeRunLock(path, note);
    } catch (error) {
      if (!(error instanceof LockHeld) || Date.now() > until) throw error;
      await sleep(PAUSE);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}
