/** Brings a team's tables up to date, when somebody says so; and looks at each start whether they are. */
import { z } from 'zod/mini';
import { ConfigurationError } from '../project/errors.ts';
import { shownAddress, type TeamAddress } from './address.ts';
import { openDatabase, type Database, type Statements } from './database.ts';
import { STEPS, TEAM_VERSION } from './schema.ts';

const OLDEST_SERVER = 130_000;

/**
 * @returns the versions before and after; the same where nothing was to be done.
 * @throws ConfigurationError when the server is too old, or the tables are of a newer program; TeamError.
 */
export async function migrate(address: TeamAddress): Promise<{ readonly from: number; readonly to: number }> {
  // An index over millions of texts takes its time.
  const database = openDatabase(address, { timeout: 0, patience: 10 });
  try {
    return await database.transaction(async (statements) => {
      const [server] = await statements.rows(
        z.object({ version: z.coerce.number() }),
        "select current_setting('server_version_num') as version",
      );
      if (server === undefined || server.version < OLDEST_SERVER)
        throw new ConfigurationError(`${shownAddress(address)} is PostgreSQL ${(server?.version ?? 0) / 10_000}.`, {
          remedy: 'A team needs PostgreSQL 13 or newer.',
        });
      await statements.run(`select pg_advisory_xact_lock(hashtext($1))`, [`glossa migrate ${address.schema}`]);
      await statements.run('create schema if not exists glossa.x'.replace('glossa.x', `"${address.schema}"`));
      const from = (await versionOf(statements, address.schema)) ?? 0;
      if (from > TEAM_VERSION) throw tooOld(address, from);
      for (const step of STEPS.slice(from)) await statements.run(step);
      await statements.run('update glossa.meta set version = $1', [TEAM_VERSION]);
      return { from, to: TEAM_VERSION };
    });
  } finally {
    await database.close();
  }
}

/**
 * @returns the seconds after which whoever does not show a sign of life counts as gone.
 * @throws ConfigurationError with the remedy when tables and program do not fit.
 */
export async function checkVersion(database: Database): Promise<number> {
  const { address } = database;
  const version = await versionOf(database, address.schema);
  if (version === undefined || version < TEAM_VERSION) {
    const what = version === undefined ? 'has no tables of Glossa' : `has Glossa's tables in version ${version}`;
    throw new ConfigurationError(
      `the database ${shownAddress(address)} of DATABASE_URL ${what}; this program needs version ${TEAM_VERSION}.`,
      {
        remedy:
          'Run npm run worker -- --migrate once. If DATABASE_URL is not meant for Glossa, set "team": false in l10n.config.json.',
      },
    );
  }
  if (version > TEAM_VERSION) throw tooOld(address, version);
  const [meta] = await database.rows(z.object({ lease_seconds: z.number() }), 'select lease_seconds from glossa.meta');
  return meta?.lease_seconds ?? 15;
}

async function versionOf(statements: Statements, schema: string): Promise<number | undefined> {
  const [there] = await statements.rows(
    z.object({ there: z.boolean() }),
    'select to_regclass($1) is not null as there',
    [`"${schema}".meta`],
  );
  if (there?.there !== true) return undefined;
  const [meta] = await statements.rows(z.object({ version: z.number() }), 'select version from glossa.meta');
  return meta?.version;
}

/** Another program, newer than this one, has changed the tables. */
export function tooOld(address: TeamAddress, version: number): ConfigurationError {
  return new ConfigurationError(
    `the database ${shownAddress(address)} of DATABASE_URL has Glossa's tables in version ${version}; this program knows version ${TEAM_VERSION}.`,
    { remedy: 'Update Glossa here to the version that the others of the team use.' },
  );
}
