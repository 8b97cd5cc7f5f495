/** The answers of a team's engines, by the key of what was asked. */
import { createHash } from 'node:crypto';
import { z } from 'zod/mini';
import type { Statements } from './database.ts';

/** Keys in one statement. */
const MOST_KEYS = 5_000;

const answerRow = z.object({ key: z.string(), value: z.string() });

/** A key of the local store holds an engine's options in words: its hash is short, and tells nobody what they are. */
export function answerKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/** @returns those of the keys that have an answer. */
export async function readAnswers(statements: Statements, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < keys.length; at += MOST_KEYS) {
    const rows = await statements.rows(
      answerRow,
      'select key, value from glossa.answer where key = any($1) and value is not null',
      [keys.slice(at, at + MOST_KEYS)],
    );
    for (const { key, value } of rows) found.set(key, value);
  }
  return found;
}

/**
 * Keeps answers. The first answer of a key stays, so that all projects of a team have the same text.
 * @param answers values by `answerKey`.
 */
export async function writeAnswers(
  statements: Statements,
  engine: string,
  answers: ReadonlyMap<string, string>,
): Promise<void> {
  if (answers.size === 0) return;
  await statements.run(
    `insert into glossa.answer (key, engine, value)
     select key, $1, value from unnest($2::text[], $3::text[]) as one (key, value)
     on conflict (key) do update set value = excluded.value, job = null, made = now() where answer.value is null`,
    [engine, ...columns(answers)],
  );
}

/** In the order of the keys: two transactions that lock the same rows in the same order never wait for each other. */
function columns(answers: ReadonlyMap<string, string>): [keys: string[], values: string[]] {
  const sorted = [...answers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [sorted.map(([key]) => key), sorted.map(([, value]) => value)];
}
