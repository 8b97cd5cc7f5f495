/** One run at a time on a project: two would overwrite each other's records. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../project/errors.ts';

/**
 * Takes the project's lock; a lock whose process is gone is taken over.
 * @param path the lock file in the cache.
 * @returns a function that gives it back.
 * @throws ConfigurationError while another run is alive.
 */
export function takeRunLock(path: string): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, identity(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw new ConfigurationError(`the cache cannot be written (${error instanceof Error ? error.message : ''}).`, {
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
    rmSync(path, { force: true });
  }
  throw new ConfigurationError('the lock of this project cannot be taken.', { remedy: `Remove ${path}.` });
}

/** The process and when it started, where the system tells: a number alone may belong to somebody else by now. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return `${pid}`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
