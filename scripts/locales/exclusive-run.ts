import { join } from 'node:path';
import { journalPath, openJournal, type Journal } from './journal.ts';
import { takeRunLock } from './run-lock.ts';
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
  const lock = takeRunLock(join(cache, 'lock'), note);
  try {
    if (lock.wasLeft) await removeTemporaries(root, written);
    const journal = await openJournal(root, journalPath(cache), note);
    const result = await work(journal);
    journal.close();
    return result;
  } finally {
    lock.release();
  }
}
