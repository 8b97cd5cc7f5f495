/**
 * The only file that knows libsql. Its traps (measured with 0.5.29): no busy timeout unless asked for; `pluck().get()`
 * is ignored; rows carry an extra `_metadata`; text ends at a NUL; a closed connection stays open until its statements are collected.
 */
import { createRequire } from 'node:module';
/**
 * WAL with synchronous=NORMAL: a commit is in the operating system's hands when it returns, so it outlives this process
 * whatever ends it; only a power cut may take the last commits, never tear the file.
 */
const SETUP = `
  pragma busy_timeout = 5000;
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma wal_autocheckpoint = 16384;
  create table if not exists answer (key text primary key, value text not null, engine text not null);
`;
/**
 * Opens or creates the file.
 * @throws libsql's errors, with SQLite's `code` where it has one.
 */
export function openDatabase(path) {
    // Loaded here, not imported: a native library of 50 ms that a run with nothing to do never needs.
    const Libsql = createRequire(import.meta.url)('libsql');
    let database = new Libsql(path);
    try {
        database.exec(SETUP);
    }
    catch (error) {
        database.close();
        if (!isWithoutRoom(error))
            throw error;
        // A full disk has no room for the index that connections share: alone, one needs none, and reads what is there.
        database = new Libsql(path);
        database.exec(`pragma locking_mode = exclusive; ${SETUP}`);
    }
    // All rows in one statement: a call for each costs fifteen times as much.
    const insert = database.prepare('insert or replace into answer select value ->> 0, value ->> 1, value ->> 2 from json_each(?)');
    const select = database.prepare('select key, value from answer where key in (select value from json_each(?))');
    select.raw();
    return {
        read(keys) {
            const found = new Map();
            for (const row of select.all(JSON.stringify(keys))) {
                const [key, value] = Array.isArray(row) ? row : [];
                if (typeof key === 'string' && typeof value === 'string')
                    found.set(key, value);
            }
            return found;
        },
        write(answers) {
            // In the order of the table: neighbours share a page, and a page is written once.
            const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
            insert.run(JSON.stringify(sorted.map(([key, { value, engine }]) => [key, value, engine])));
        },
        close() {
            // The connection lives on for a while (see above), so the journal is folded into the file here.
            try {
                database.exec('pragma wal_checkpoint(truncate)');
            }
            catch (error) {
                if (!isWithoutRoom(error))
                    throw error;
            }
            finally {
                database.close();
            }
        },
    };
}
function isWithoutRoom(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_SHMSIZE';
}
