/** Gets PostgreSQL for the tests and measurements of a team: Debian's. A team itself has a server of its own. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { obtainPackages } from '../project/debian.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface Postgres {
  /** The folder of `initdb` and `postgres`. */
  readonly folder: string;
  /** What they need in their environment, where they were only unpacked. */
  readonly variables: Readonly<Record<string, string>>;
}

const OLDEST = 13;

/** @param sharedCache where packages are unpacked that could not be installed. */
export function findPostgres(variables: Variables, sharedCache: string): Postgres | undefined {
  const unpacked = join(sharedCache, 'postgresql');
  const inPath = (variables['PATH'] ?? '').split(delimiter).filter((folder) => existsSync(join(folder, 'initdb')));
  for (const folder of [...inPath, ...debianFolders('/'), ...debianFolders(unpacked)]) {
    const [initdb, postgres] = [join(folder, 'initdb'), join(folder, 'postgres')];
    if (!existsSync(initdb) || !existsSync(postgres)) continue;
    const isOurs = folder.startsWith(unpacked);
    const libraries = isOurs ? { LD_LIBRARY_PATH: librariesIn(unpacked) } : {};
    return { folder: dirname(realpathSync(postgres)), variables: libraries };
  }
  return undefined;
}

/** Debian has one folder a version, the newest last. */
function debianFolders(root: string): string[] {
  const folder = join(root, 'usr/lib/postgresql');
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => Number(name) >= OLDEST) : [];
  return versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(folder, version, 'bin'));
}

function librariesIn(root: string): string {
  const folder = join(root, 'usr/lib');
  const own = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('-linux-gnu')) : [];
  return own.map((name) => join(folder, name)).join(delimiter);
}

/**
 * Sees to it that the tests of a team can run. Never fails: what could not be had is said with what the user can do.
 * @param environment `GLOSSA_SETUP=0` in its variables switches this off.
 */
export async function obtainPostgres(environment: {
  readonly variables: Variables;
  readonly sharedCache: string;
  readonly note: (line: string) => void;
}): Promise<void> {
  const { variables, sharedCache, note } = environment;
  if (findPostgres(variables, sharedCache) !== undefined || variables['GLOSSA_SETUP'] === '0') return;
  let failure: string | undefined;
  try {
    failure = await obtainPackages(['postgresql'], { variables, note, unpacked: join(sharedCache, 'postgresql') });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  if (findPostgres(variables, sharedCache) !== undefined) return;
  note(`PostgreSQL could not be set up: ${failure ?? 'it is not in the path.'}`);
  note('The tests of a team are left out without it. On Debian and Ubuntu: sudo apt-get install postgresql');
}
