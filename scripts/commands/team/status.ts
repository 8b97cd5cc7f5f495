/** `status --team`: how the team is that DATABASE_URL names. */
import { ConfigurationError } from '../../project/errors.ts';
import { table } from '../../project/table.ts';
import { shownAddress, teamAddress } from '../../team/address.ts';
import { openDatabase } from '../../team/database.ts';
import { checkVersion } from '../../team/migrate.ts';
import { overview, type Overview } from '../../team/overview.ts';

/** @throws ConfigurationError, TeamError. */
export async function teamStatus(isJson: boolean): Promise<string> {
  const address = teamAddress(process.env);
  if (address === undefined) {
    throw new ConfigurationError('DATABASE_URL names no PostgreSQL database.', {
      remedy: 'Set it to that of your team: postgres://user:password@host:5432/database?sslmode=verify-full',
    });
  }
  const database = openDatabase(address, { patience: 10 });
  try {
    const lease = await checkVersion(database);
    const known = await overview(database);
    return isJson ? JSON.stringify(known, null, 2) : tables(known, shownAddress(address), lease);
  } finally {
    await database.close();
  }
}

function tables(known: Overview, address: string, lease: number): string {
  const { month, queue, workers, spending, projects, memory, dead } = known;
  const parts = [`Team at ${address}: ${memory.answers} answers, ${memory.sharedTexts} texts of people.`];
  const add = (title: string, head: readonly string[], rows: readonly (readonly string[])[], none: string): void => {
    parts.push('', rows.length === 0 ? `${title}: ${none}.` : `${title}:\n${table(head, rows)}`);
  };
  add(
    'Queue',
    ['engine', 'state', 'jobs', 'characters', 'oldest'],
    queue.map((one) => [one.engine, one.state, `${one.jobs}`, `${one.characters}`, `${Math.round(one.oldest)} s`]),
    'empty',
  );
  add(
    'Workers',
    ['worker', 'engines', 'in work', 'glossa', 'state'],
    workers.map((one) => [
      one.run === null ? one.name : `${one.name} (a run's own)`,
      one.engines.join(', '),
      `${one.inWork}`,
      one.program,
      stateOf(one, lease),
    ]),
    'none; runs serve themselves where they can',
  );
  add(
    `Spending in ${month}`,
    ['engine', 'account', 'characters', 'budget', 'reserved', 'requests', 'a second', 'in flight'],
    spending.map((one) => [
      one.engine,
      one.account,
      `${one.used}`,
      shown(one.budget),
      `${one.reserved}`,
      `${one.requests}`,
      shown(one.requestsASecond),
      shown(one.inFlight),
    ]),
    'none',
  );
  add(
    `Texts in ${month}`,
    ['project', 'asked', 'remembered', 'with others', 'sent', "others' people", 'not paid'],
    projects.map((one) => [
      one.project,
      `${one.asked}`,
      `${one.remembered}`,
      `${one.joined}`,
      `${one.sent}`,
      `${one.shared}`,
      percent(one.remembered + one.joined + one.shared, one.asked + one.shared),
    ]),
    'none',
  );
  if (dead.length > 0) {
    const counts = new Map<string, number>();
    for (const reason of dead) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    parts.push('', 'Given up; worker --forget-dead lets them be asked for again:');
    for (const [reason, count] of counts) parts.push(`  ${count} × ${reason}`);
  }
  return parts.join('\n');
}

function stateOf({ cannot, silent }: Overview['workers'][number], lease: number): string {
  if (silent > lease) return `silent for ${Math.round(silent)} s`;
  const troubles = Object.entries(cannot).map(([name, { reason }]) => `${name}: ${reason}`);
  return troubles.length === 0 ? 'well' : troubles.join('; ');
}

function shown(limit: number | null): string {
  return limit === null ? '-' : `${limit}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((100 * part) / whole)} %`;
}
