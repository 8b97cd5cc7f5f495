/** What a team lets its workers use of an engine's account. */
import type { Database } from './database.ts';

export interface Limits {
  readonly requestsASecond?: number | undefined;
  readonly inFlight?: number | undefined;
  readonly charactersAMonth?: number | undefined;
}

/** Sets the limits that are given; 0 takes one away; others stay. */
export async function setLimits(database: Database, engine: string, account: string, limits: Limits): Promise<void> {
  const { requestsASecond, inFlight, charactersAMonth } = limits;
  await database.run(`insert into glossa.allowance (engine, account) values ($1, $2) on conflict do nothing`, [
    engine,
    account,
  ]);
  await database.run(
    `update glossa.allowance set
       requests_a_second = nullif(coalesce($3, requests_a_second), 0),
       in_flight = nullif(coalesce($4, in_flight), 0),
       characters_a_month = nullif(coalesce($5, characters_a_month), 0)
     where engine = $1 and account = $2`,
    [engine, account, requestsASecond ?? null, inFlight ?? null, charactersAMonth ?? null],
  );
}

/** Takes dead letters away: the next run that needs their texts asks for them again. @returns how many. */
export async function forgetDead(database: Database): Promise<number> {
  return database.transaction(async (statements) => {
    await statements.run(
      `delete from glossa.answer using glossa.job where answer.job = job.id and job.state = 'dead' and answer.value is null`,
    );
    return statements.run(`delete from glossa.job where state = 'dead'`);
  });
}
