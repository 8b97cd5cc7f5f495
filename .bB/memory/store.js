/**
 * The local store: every answer of an engine, kept the moment it arrives, so that paid work is never paid twice.
 * It is a cache: losing it costs time or money, never text, and so no fault of it stops a run.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase } from './database.js';
/**
 * A store in one SQLite file. Nothing is opened or created before the first use. A damaged file is set aside as
 * `<path>.broken` and a new one begun; where the file cannot be read, answers are kept in memory for this run; where it
 * only takes no more, what it holds still answers, and what waits in memory is written at the end if there is room then.
 * @param path the file, mostly `<cache>/memory.sqlite`; its folder is made where it is missing.
 */
export function openStore(path, options = {}) {
    /** Not yet committed; and, once the file has failed, all answers from then on. */
    let pending = new Map();
    let table;
    const retired = [];
    let broken = false;
    let full = false;
    let warnedFull = false;
    /** Runs on the open file. @returns undefined when it failed. */
    function use(work, isWrite = false) {
        for (let attempt = 1; !broken; attempt++) {
            try {
                table ??= openFile(path);
                return work(table);
            }
            catch (error) {
                const damaged = attempt === 1 && isDamage(error) && setAside(path);
                const reason = error instanceof Error ? error.message : String(error);
                if (isWrite && table !== undefined && !isDamage(error)) {
                    if (!warnedFull)
                        options.warn?.(fullWarning(path, reason));
                    full = warnedFull = true;
                    return undefined;
                }
                // SQLite deletes the journal by name when a connection is collected, and the name is the new file's by then.
                if (table !== undefined)
                    retired.push(table);
                table = undefined;
                broken = !damaged;
                const what = damaged
                    ? `was damaged and is now ${path}.broken; a new one is begun, and answers kept only there are asked for again.`
                    : 'cannot be used; this run goes on without it. Delete it or make its folder writable.';
                options.warn?.(`The local memory ${path} ${what} (${reason})`);
            }
        }
        return undefined;
    }
    function commit() {
        if (pending.size === 0 || broken || full)
            return;
        const answers = pending;
        if (use((open) => open.write(answers) ?? true, true))
            pending = new Map();
    }
    return {
        get(key) {
            return pending.get(key)?.value ?? use((open) => open.read([key]))?.get(key);
        },
        getMany(keys) {
            const stored = use((open) => open.read(keys));
            const found = new Map();
            for (const key of keys) {
                const value = pending.get(key)?.value ?? stored?.get(key);
                if (value !== undefined)
                    found.set(key, value);
            }
            return found;
        },
        put(key, value, engine) {
            if (pending.size === 0)
                queueMicrotask(commit);
            pending.set(key, { value, engine });
        },
        close() {
            full = false;
            commit();
            if (table !== undefined)
                use((open) => open.close());
            table = undefined;
        },
    };
}
function fullWarning(path, reason) {
    return (`The local memory ${path} takes no more answers (${reason}). Make room for the cache: those of this run are kept until ` +
        'its end, and stored then if they can be; else what is not in locales/ by then is asked for again.');
}
function openFile(path) {
    mkdirSync(dirname(path), { recursive: true });
    return openDatabase(path);
}
/** SQLite's codes for a file that is none, or one that is torn. */
function isDamage(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'SQLITE_NOTADB' || (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT'));
}
function setAside(path) {
    try {
        renameSync(path, `${path}.broken`);
        // A journal that belongs to the damaged file would damage the new one.
        for (const suffix of ['-wal', '-shm'])
            rmSync(path + suffix, { force: true });
        return true;
    }
    catch {
        return false;
    }
}
