/** The answers of a team's engines, by the key of what was asked. */
import { hash } from 'node:crypto';
import { z } from 'zod/mini';
import type { Statements } from './database.ts';
import { lines, linesIn, linesOf, readLines } from './lines.ts';

/** Keys in one statement. */
const MOST_KEYS = 5_000;

const column = z.nullable(z.string());
const knownRow = z.object({ answered: column, values: column, open: column, jobs: column });

/** What there is of some keys. */
export interface Known {
  readonly answers: Map<string, string>;
  /** Of those without an answer the job that brings it; empty where there is none. */
  readonly jobs: Map<string, string>;
}

/** A key of the local store holds an engine's options in words: its hash is short, and tells nobody what they are. */
export function answerKey(key: string): string {
  return hash('sha256', key, 'base64url').slice(0, 22);
}

export async function readKnown(statements: Statements, keys: readonly string[]): Promise<Known> {
  const known: Known = { answers: new Map(), jobs: new Map() };
  for (let at = 0; at < keys.length; at += MOST_KEYS) {
    const [row] = await statements.rows(
      knownRow,
      `select ${linesOf('key')} filter (where value is not null) as answered, ${linesOf('value')} as values,
         ${linesOf('key')} filter (where value is null) as open,
         ${linesOf("coalesce(job::text, '')")} filter (where value is null) as jobs
       from glossa.answer where key = any(${linesIn('$1')})`,
      [lines(keys.slice(at, at + MOST_KEYS))],
    );
    fill(known.answers, row?.answered, row?.values);
    fill(known.jobs, row?.open, row?.jobs);
  }
  return known;
}

function fill(map: Map<string, string>, keys: string | null | undefined, values: string | null | undefined): void {
  // One key without a job is an empty line, which is no line.
  const all = readLines(values);
  for (const [index, key] of readLines(keys).entries()) map.set(key, all[index] ?? '');
}

/**
 * Keeps answers. The first answer of a key stays, so that all projects of a team have the same text.
 * @param answers values by `answerKey`.
 * @param tell a channel and what is told there when they are kept.
 */
export async function writeAnswers(
  statements: Statements,
  engine: string,
  answers: ReadonlyMap<string, string>,
  tell: readonly [channel: string, text: string],
): Promise<void> {
  // In the order of the keys: two transactions that lock the same rows in the same order never wait for each other.
  const sorted = [...answers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await statements.run(
    `with kept as (
       insert into glossa.answer (key, engine, value)
       select key, $1, value from unnest(${linesIn('$2')}, ${linesIn('$3')}) as one (key, value)
       on conflict (key) do update set value = excluded.value, job = null, made = now() where answer.value is null
     )
     select pg_notify($4, $5)`,
    [engine, lines(sorted.map(([key]) => key)), lines(sorted.map(([, value]) => value)), ...tell],
  );
}
