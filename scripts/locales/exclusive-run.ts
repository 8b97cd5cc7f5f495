import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { journalPath, openJournal, type Journal } from './journal.ts';
import { LockHeld, takeRunLock, type RunLock } from './run-lock.ts';
import { inTurn } from './write-turn.ts';
import { removeTemporaries } from './write.ts';

/** What is written to, as far as it matters here. */
export interface WrittenProject {
  readonly paths: { readonly root: string; readonly cache: string };
  readonly layout: { readonly written: readonly string[] };
}

/**
 * Does work that writes into a project: alone, after what a killed run had begun is finished. Where the work throws, its
 * journal stays for the next run.
 * @param note takes one line when the cache is full: the run goes on, with less to fall back on.
 * @throws ConfigurationError while another run is alive, or when the cache cannot be used.
 */
export async function exclusively<Result>(
  { paths: { root, cache }, layout: { written } }: WrittenProject,
  note: (line: string) => void,
  work: (journal: Journal) => Promise<Result>,
): Promise<Result> {
  const locks = takeLocks(root, cache, note);
  try {
    if (locks.some(({ wasLeft }) => wasLeft)) await removeTemporaries(root, written);
    await finishReview(root, cache, note);
    const journal = await openJournal(root, journalPath(cache), note);
    const result = await work(journal);
    journal.close();
    return result;
  } finally {
    for (const lock of locks) lock.release();
  }
}

/**
 * Does the short work of a reviewer, which may be done beside a run: it has a journal of its own, and writes nothing over what
 * it has not seen. One after the other waits.
 * @param note as `exclusively`
 * @throws ConfigurationError when the cache cannot be used.
 */
export async function besideRuns<Result>(
  { paths: { root, cache } }: Pick<WrittenProject, 'paths'>,
  note: (line: string) => void,
  work: (journal: Journal) => Promise<Result>,
): Promise<Result> {
  return inTurn(join(cache, REVIEW_LOCK), note, async () => {
    const journal = await openJournal(root, join(cache, REVIEW_JOURNAL), note);
    const result = await work(journal);
    journal.close();
    return result;
  });
}

const REVIEW_LOCK = 'review-lock';
const REVIEW_JOURNAL = 'review-journal.jsonl';

/** What a killed review had begun must not be taken for a person's edit. One that is at work finishes it itself. */
async function finishReview(root: string, cache: string, note: (line: string) => void): Promise<void> {
  let lock: RunLock;
  try {
    lock = takeRunLock(join(cache, REVIEW_LOCK), note);
  } catch (error) {
    if (error instanceof LockHeld) return;
    throw error;
  }
  try {
    (await openJournal(root, join(cache, REVIEW_JOURNAL), note)).close();
  } finally {
    lock.release();
  }
}

/** The project's own, so that runs with other caches hear of it, and the cache's, whose journal has one writer. */
function takeLocks(root: string, cache: string, note: (line: string) => void): readonly RunLock[] {
  const own = isWritable(root) ? takeRunLock(join(root, LOCK), note) : undefined;
  try {
    const shared = takeRunLock(join(cache, 'lock'), note);
    return own === undefined ? [shared] : [own, shared];
  } catch (error) {
    own?.release();
    throw error;
  }
}

const LOCK = '.glossa.lock';

/** In a folder that nobody may write in no lock can be; the run itself then tells what it cannot write. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
