/**
 * The only file that knows libsql. Its traps (measured with 0.5.29): no busy timeout unless asked for; `pluck().get()`
 * is ignored; rows carry an extra `_metadata`; text ends at a NUL; a closed connection stays open until its statements are collected.
 */
import { createRequire } from 'node:module';
import type Database from 'libsql';

export interface AnswerTable {
  read(keys: readonly string[]): Map<string, string>;
  write(answers: ReadonlyMap<string, { readonly value: string; readonly engine: string }>): void;
  /** Afterwards the file alone holds everything. */
  close(): void;
}

/**
 * WAL with synchronous=NORMAL: a commit is in the operating system's hands when it returns, so it outlives this process
 * whatever ends it; only a power cut may take the last commits, never tear the file.
 */
const SETUP = `
  pragma busy_timeout = 5000;
  pragma journal_mode = wal;
  pragma synchronous = normal;
  create table if not exists answer (key text primary key, value text not null, engine text not null) without rowid;
`;

/**
 * Opens or creates the file.
 * @throws libsql's errors, with SQLite's `code` where it has one.
 */
export function openDatabase(path: string): AnswerTable {
  // Loaded here, not imported: a native library of 50 ms that a run with nothing to do never needs.
  const Libsql: typeof Database = createRequire(import.meta.url)('libsql');
  const database = new Libsql(path);
  database.exec(SETUP);
  const insert = database.prepare<[string, string, string]>('insert or replace into answer values (?, ?, ?)');
  const select = database.prepare<[string]>(
    'select key, value from answer where key in (select value from json_each(?))',
  );
  select.raw();
  return {
    read(keys) {
      const found = new Map<string, string>();
      for (const row of select.all(JSON.stringify(keys))) {
        const [key, value]: readonly unknown[] = Array.isArray(row) ? row : [];
        if (typeof key === 'string' && typeof value === 'string') found.set(key, value);
      }
      return found;
    },
    write(answers) {
      database.exec('begin immediate');
      try {
        // In the order of the table: neighbours share a page, and a page is written once.
        const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
        for (const [key, { value, engine }] of sorted) insert.run(key, value, engine);
        database.exec('commit');
      } catch (error) {
        if (database.inTransaction) database.exec('rollback');
        throw error;
      }
    },
    close() {
      // The connection lives on for a while (see above), so the journal is folded into the file here.
      database.exec('pragma wal_checkpoint(truncate)');
      database.close();
    },
  };
}
