/** One run at a time on a project: two would overwrite each other's records. */
import {
  lstatSync,
  lutimesSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { ConfigurationError } from '../project/errors.ts';

export interface RunLock {
  /** A run before this one was killed: it did not give its lock back. */
  readonly wasLeft: boolean;
  /** Gives the lock back. */
  readonly release: () => void;
}

/** Somebody else has the lock, and is alive. */
export class LockHeld extends ConfigurationError {}

/**
 * Takes a lock; one whose process is gone is taken over.
 * @param path the lock file, in the project or in its cache.
 * @param note takes one line where the disk is too full even for a lock: a full cache stops no run.
 * @throws LockHeld while another run is alive, ConfigurationError when no lock can be made there.
 */
export function takeRunLock(path: string, note: (line: string) => void): RunLock {
  let wasLeft = false;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      create(path, `${identity(process.pid)} ${placeOf(path)}`);
      const beat = setInterval(() => touch(path), BEAT).unref();
      const release = (): void => {
        clearInterval(beat);
        remove(path);
      };
      return { wasLeft, release };
    } catch (error) {
      const code = codeOf(error);
      const reason = error instanceof Error ? error.message : String(error);
      if (code === 'ENOSPC' || code === 'EDQUOT') {
        note(`The cache is full (${reason}): this run holds no lock. Make room, and start no second run meanwhile.`);
        return { wasLeft, release: () => {} };
      }
      if (code !== 'EEXIST') {
        throw new ConfigurationError(`the cache cannot be written (${reason}).`, {
          remedy: 'Set XDG_CACHE_HOME to a folder that can.',
          cause: error,
        });
      }
    }
    refuseOther(path);
    const holder = readHolder(path);
    const pid = Number.parseInt(holder, 10);
    if (isHeld(path, holder, pid)) {
      throw new LockHeld(`another run works on this project (process ${pid}).`, {
        remedy: 'Wait for it, or end it.',
      });
    }
    // Two runs that find the same dead lock must not take each other's new one away.
    const takeover = takeRunLock(`${path}.takeover`, note);
    if (readHolder(path) === holder) remove(path);
    takeover.release();
    wasLeft = true;
  }
  throw new ConfigurationError('the lock of this project cannot be taken.', { remedy: `Remove ${path}.` });
}

/**
 * A symbolic link that says who holds it: it is there with its text or not at all, and takes no room on a full disk.
 * Where there are no links (Windows asks for a privilege), a file.
 */
function create(path: string, holder: string): void {
  try {
    symlinkSync(holder, path);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
    writeFileSync(path, holder, { flag: 'wx' });
  }
}

/** Not `rmSync`: in some versions (24.9.0) it looks for what a link leads to, and leaves a lock, which leads nowhere, behind. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** A folder, a pipe, a device: nobody's lock, and not ours to remove. */
function refuseOther(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isFile() || stat.isSymbolicLink()) return;
  throw new ConfigurationError(`the lock of this project cannot be taken: ${path} is no file.`, {
    remedy: 'Move it away.',
  });
}

/** How often a run says that it is alive, and how long it is believed by those who cannot see its process, in ms. */
const BEAT = 30_000;
const BELIEVED = 180_000;

function touch(path: string): void {
  try {
    const now = new Date();
    lutimesSync(path, now, now);
  } catch {
    // Somebody took it away, or the disk is gone: the run goes on all the same.
  }
}

/** Whether the run that made a lock is at work. */
function isHeld(path: string, holder: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const [, start = '', ...place] = holder.split(' ');
  if (place.length > 0 && place.join(' ') !== placeOf(path)) {
    const [folder] = place;
    // A copy of the project brought it along.
    if (folder !== placeOf(path).split(' ', 1)[0]) return false;
    const { mtimeMs = 0 } = lstatSync(path, { throwIfNoEntry: false }) ?? {};
    return Date.now() - mtimeMs < BELIEVED;
  }
  return isAlive(pid) && identity(pid) === `${pid} ${start}`;
}

/** The folder that a lock is in, and the machine (of containers: their processes) that its process number belongs to. */
function placeOf(path: string): string {
  let processes = '';
  try {
    processes = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Elsewhere a machine has one set of processes.
  }
  return `${statSync(dirname(path)).ino} ${hostname()}${processes}`;
}

/** The process and when it started, where the system tells: a number alone may belong to somebody else by now. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return `${pid} -`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function readHolder(path: string): string {
  for (const read of [() => readlinkSync(path), () => readFileSync(path, 'utf8')]) {
    try {
      return read();
    } catch {
      // The other kind of lock, or one that was given back meanwhile.
    }
  }
  return '';
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
