import { join } from 'node:path';
import { journalPath, openJournal } from './journal.js';
import { takeRunLock } from './run-lock.js';
import { removeTemporaries } from './write.js';
/**
 * Does work that writes into a project: alone, after what a killed run had begun is finished. Where the work throws, its
 * journal stays for the next run.
 * @param cache the project's own cache folder.
 * @param note takes one line when the cache is full: the run goes on, with less to fall back on.
 * @throws ConfigurationError while another run is alive, or when the cache cannot be used.
 */
export async function exclusively({ root, cache }, note, work) {
    const lock = takeRunLock(join(cache, 'lock'), note);
    try {
        if (lock.wasLeft)
            await removeTemporaries(root);
        const journal = await openJournal(root, journalPath(cache), note);
        const result = await work(journal);
        journal.close();
        return result;
    }
    finally {
        lock.release();
    }
}
