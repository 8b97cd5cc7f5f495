/**
 * The local store: every answer of an engine, kept the moment it arrives, so that paid work is never paid twice.
 * It is a cache: losing it costs time or money, never text, and so no fault of it stops a run.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase, type AnswerTable } from './database.ts';

/** Where a run's answers are kept: here, or in the memory of a team (team/answers.ts). */
export interface AnswerStore {
  /** @returns those of the keys that have an answer. */
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, string>> | ReadonlyMap<string, string>;
  /**
   * Keeps an answer. What is put in one turn of the event loop is committed as one transaction at the turn's end, before
   * anything else runs: a process killed later (`kill -9`) loses none of it.
   * Absent where whoever asks the engine keeps its answers.
   * @param key,value text without NUL characters, such as a hash and a JSON document.
   * @param engine who made it; for people who look into the file.
   */
  put?(key: string, value: string, engine: string): void;
  /** Commits what is open. Afterwards the store may be used again and opens itself again. */
  close(): void;
}

export interface LocalStore extends AnswerStore {
  /** @returns the answer kept under the key, if there is one. */
  get(key: string): string | undefined;
  /** In the order asked. */
  getMany(keys: readonly string[]): Map<string, string>;
  put(key: string, value: string, engine: string): void;
}

export interface StoreOptions {
  /** Takes one line for the user when the file is damaged, or cannot be used. */
  readonly warn?: (line: string) => void;
}

/**
 * A store in one SQLite file. Nothing is opened or created before the first use. A damaged file is set aside as
 * `<path>.broken` and a new one begun; where the file cannot be read, answers are kept in memory for this run; where it
 * only takes no more, what it holds still answers, and what waits in memory is written at the end if there is room then.
 * @param path the file, mostly `<cache>/memory.sqlite`; its folder is made where it is missing.
 */
export function openStore(path: string, options: StoreOptions = {}): LocalStore {
  /** Not yet committed; and, once the file has failed, all answers from then on. */
  let pending = new Map<string, { value: string; engine: string }>();
  let table: AnswerTable | undefined;
  const retired: AnswerTable[] = [];
  let broken = false;
  let full = false;
  let warnedFull = false;

  /** Runs on the open file. @returns undefined when it failed. */
  function use<Result>(work: (table: AnswerTable) => Result, isWrite = false): Result | undefined {
    for (let attempt = 1; !broken; attempt++) {
      try {
        table ??= openFile(path);
        return work(table);
      } catch (error) {
        const damaged = attempt === 1 && isDamage(error) && setAside(path);
        const reason = error instanceof Error ? error.message : String(error);
        if (isWrite && table !== undefined && !isDamage(error)) {
          if (!warnedFull) options.warn?.(fullWarning(path, reason));
          full = warnedFull = true;
          return undefined;
        }
        // SQLite deletes the journal by name when a connection is collected, and the name is the new file's by then.
        if (table !== undefined) retired.push(table);
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

  function commit(): void {
    if (pending.size === 0 || broken || full) return;
    const answers = pending;
    if (use((open) => open.write(answers) ?? true, true)) pending = new Map();
  }

  return {
    get(key) {
      return pending.get(key)?.value ?? use((open) => open.read([key]))?.get(key);
    },
    getMany(keys) {
      const stored = use((open) => open.read(keys));
      const found = new Map<string, string>();
      for (const key of keys) {
        const value = pending.get(key)?.value ?? stored?.get(key);
        if (value !== undefined) found.set(key, value);
      }
      return found;
    },
    put(key, value, engine) {
      if (pending.size === 0) queueMicrotask(commit);
      pending.set(key, { value, engine });
    },
    close() {
      full = false;
      commit();
      if (table !== undefined) use((open) => open.close());
      table = undefined;
    },
  };
}

function fullWarning(path: string, reason: string): string {
  return (
    `The local memory ${path} takes no more answers (${reason}). Make room for the cache: those of this run are kept until ` +
    'its end, and stored then if they can be; else what is not in locales/ by then is asked for again.'
  );
}

function openFile(path: string): AnswerTable {
  mkdirSync(dirname(path), { recursive: true });
  return openDatabase(path);
}

/** SQLite's codes for a file that is none, or one that is torn. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'SQLITE_NOTADB' || (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT'));
}

function setAside(path: string): boolean {
  try {
    renameSync(path, `${path}.broken`);
    // A journal that belongs to the damaged file would damage the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    return true;
  } catch {
    return false;
  }
}
