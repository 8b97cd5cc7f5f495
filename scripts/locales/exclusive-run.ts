import { join } from 'node:path';
import { openJournal, type Journal } from './journal.ts';
import { takeRunLock } from './run-lock.ts';

/**
 * Does work that writes into a project: alone, after what a killed run had begun is finished. Where the work throws, its
 * journal stays for the next run.
 * @param cache the project's own cache folder.
 * @throws ConfigurationError while another run is alive, or when the cache cannot be used.
 */
export async function exclusively<Result>(
  { root, cache }: { readonly root: string; readonly cache: string },
  work: (journal: Journal) => Promise<Result>,
): Promise<Result> {
  const release = takeRunLock(join(cache, 'lock'));
  try {
    const journal = await openJournal(root, join(cache, 'journal.jsonl'));
    const result = await work(journal);
    journal.close();
    return result;
  } finally {
    release();
  }
}
