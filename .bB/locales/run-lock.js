/** One run at a time on a project: two would overwrite each other's records. */
import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../project/errors.js';
/**
 * Takes the project's lock; a lock whose process is gone is taken over.
 * @param path the lock file in the cache.
 * @param note takes one line where the disk is too full even for a lock: a full cache stops no run.
 * @throws ConfigurationError while another run is alive.
 */
export function takeRunLock(path, note) {
    let wasLeft = false;
    for (let attempt = 0; attempt < 3; attempt++) {
        try {
            mkdirSync(dirname(path), { recursive: true });
            create(path, identity(process.pid));
            return { wasLeft, release: () => rmSync(path, { force: true }) };
        }
        catch (error) {
            const code = codeOf(error);
            const reason = error instanceof Error ? error.message : String(error);
            if (code === 'ENOSPC' || code === 'EDQUOT') {
                note(`The cache is full (${reason}): this run holds no lock. Make room, and start no second run meanwhile.`);
                return { wasLeft, release: () => { } };
            }
            if (code !== 'EEXIST') {
                throw new ConfigurationError(`the cache cannot be written (${reason}).`, {
                    remedy: 'Set XDG_CACHE_HOME to a folder that can.',
                    cause: error,
                });
            }
        }
        const holder = readHolder(path);
        const pid = Number.parseInt(holder, 10);
        if (Number.isInteger(pid) && pid > 0 && isAlive(pid) && identity(pid) === holder) {
            throw new ConfigurationError(`another run works on this project (process ${pid}).`, {
                remedy: 'Wait for it, or end it.',
            });
        }
        // Two runs that find the same dead lock must not take each other's new one away.
        const takeover = takeRunLock(`${path}.takeover`, note);
        if (readHolder(path) === holder)
            rmSync(path, { force: true });
        takeover.release();
        wasLeft = true;
    }
    throw new ConfigurationError('the lock of this project cannot be taken.', { remedy: `Remove ${path}.` });
}
/**
 * A symbolic link that says who holds it: it is there with its text or not at all, and takes no room on a full disk.
 * Where there are no links (Windows asks for a privilege), a file.
 */
function create(path, holder) {
    try {
        symlinkSync(holder, path);
    }
    catch (error) {
        if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? ''))
            throw error;
        writeFileSync(path, holder, { flag: 'wx' });
    }
}
/** The process and when it started, where the system tells: a number alone may belong to somebody else by now. */
function identity(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
    }
    catch {
        return `${pid}`;
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return codeOf(error) === 'EPERM';
    }
}
function readHolder(path) {
    for (const read of [() => readlinkSync(path), () => readFileSync(path, 'utf8')]) {
        try {
            return read();
        }
        catch {
            // The other kind of lock, or one that was given back meanwhile.
        }
    }
    return '';
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
