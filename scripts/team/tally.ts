/** What runs asked for and where it came from, a row a project and month: the hit rates. */
import type { Database } from './database.ts';

export interface Tally {
  /** Texts that needed an answer. */
  readonly asked: number;
  /** Of these: answered by the memory; by a job of another run; sent to an engine. */
  readonly remembered: number;
  readonly joined: number;
  readonly sent: number;
  /** Texts that people of other projects had translated. */
  readonly shared: number;
}

export async function addTally(
  database: Database,
  project: string,
  { asked, remembered, joined, sent, shared }: Tally,
): Promise<void> {
  if (asked + shared === 0) return;
  await database.run(
    `insert into glossa.tally (month, project, asked, remembered, joined, sent, shared)
     values (to_char(now() at time zone 'utc', 'YYYY-MM'), $1, $2, $3, $4, $5, $6)
     on conflict (month, project) do update set asked = tally.asked + excluded.asked,
       remembered = tally.remembered + excluded.remembered, joined = tally.joined + excluded.joined,
       sent = tally.sent + excluded.sent, shared = tally.shared + excluded.shared`,
    [project, asked, remembered, joined, sent, shared],
  );
}
