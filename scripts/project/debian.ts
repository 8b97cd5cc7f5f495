/**
 * Gets Debian packages onto this machine: installed with apt-get where that is allowed, else downloaded and unpacked
 * into Glossa's cache. What is written there is a folder like `/` with the packages that this machine lacks.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ObtainOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Where packages are unpacked without rights, as `<sharedCache>/apertium/<release>`; undefined: they are only installed. */
  readonly unpacked: string | undefined;
  /** One line for each thing done. */
  readonly note: (line: string) => void;
}

interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Waits for another apt, gives up on a dead mirror. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30'];

/** `apt-get update` does not wait for its lock itself. */
const LOCK_ATTEMPTS = 24;

const lastLines = (output: string): string => output.trim().split('\n').slice(-6).join('\n');

/**
 * @param packages names of packages; what they depend on comes with them.
 * @returns why it did not work; undefined when it did.
 */
export async function obtainPackages(packages: readonly string[], options: ObtainOptions): Promise<string | undefined> {
  const env = { ...options.variables, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const run = (command: string, parameters: readonly string[], cwd?: string): Promise<Outcome> =>
    new Promise((resolve) => {
      execFile(command, parameters, { env, cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
        resolve({ ok: error === null, output: `${stdout}${stderr}` || (error?.message ?? '') }),
      );
    });
  if (
    process.platform !== 'linux' ||
    !(await run('apt-get', ['--version'])).ok ||
    !(await run('dpkg', ['--version'])).ok
  ) {
    return 'only Debian and its relatives have the packages.';
  }
  const listed = (await readdir('/var/lib/apt/lists').catch(() => [])).some((name) => name.includes('_Packages'));
  if (process.getuid?.() === 0)
    return installed(packages, (all) => patient(() => run('apt-get', all)), listed, options);
  if ((await run('sudo', ['-n', 'true'])).ok) {
    const sudo = ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    return installed(packages, (all) => patient(() => run('sudo', [...sudo, ...all])), listed, options);
  }
  const { unpacked: folder } = options;
  if (folder === undefined) return 'there is no right to install packages.';
  await mkdir(join(folder, '..'), { recursive: true });
  const work = await mkdtemp(join(folder, '..', '.unpacking-'));
  try {
    return await unpacked(packages, run, work, listed, { ...options, unpacked: folder });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function patient(attempt: () => Promise<Outcome>): Promise<Outcome> {
  for (let round = 1; ; round += 1) {
    const done = await attempt();
    if (done.ok || round === LOCK_ATTEMPTS || !/Could not get lock|Unable to (acquire|lock)/.test(done.output))
      return done;
    await sleep(5000);
  }
}

async function installed(
  packages: readonly string[],
  apt: (parameters: readonly string[]) => Promise<Outcome>,
  listed: boolean,
  { note }: ObtainOptions,
): Promise<string | undefined> {
  const refresh = (): Promise<Outcome> => {
    note("refreshing Debian's package lists (apt-get update)");
    return apt([...PATIENCE, 'update']);
  };
  const install = (): Promise<Outcome> => {
    note(`installing ${packages.join(', ')} (apt-get install)`);
    return apt([...PATIENCE, 'install', '-y', '--no-install-recommends', ...packages]);
  };
  if (!listed) await refresh();
  let done = await install();
  // Lists may be old: a package is not in them, or a version no longer on the mirror.
  if (!done.ok && listed && /Unable to (locate|fetch)|no installation candidate|404/.test(done.output)) {
    await refresh();
    done = await install();
  }
  return done.ok ? undefined : `apt-get failed: ${lastLines(done.output)}`;
}

async function unpacked(
  packages: readonly string[],
  run: (command: string, parameters: readonly string[], cwd?: string) => Promise<Outcome>,
  work: string,
  listed: boolean,
  { unpacked: target, note }: ObtainOptions & { readonly unpacked: string },
): Promise<string | undefined> {
  const debs = join(work, 'debs');
  const root = join(work, 'root');
  // Package lists of our own, where the system has none that are new enough and we may not refresh them.
  const own = ['-o', `Dir::State::lists=${join(work, 'lists')}`, '-o', `Dir::Cache=${join(work, 'cache')}`];
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    await mkdir(join(work, folder), { recursive: true });
  }
  const requested = [...new Set([...(await requestedBefore(target)), ...packages])].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const download = async (lists: readonly string[]): Promise<Outcome> => {
    const plan = await run('apt-get', [...lists, 'install', '-s', '--no-install-recommends', ...requested]);
    const names = [...plan.output.matchAll(/^Inst (\S+) /gm)].map((line) => line[1] ?? '');
    if (!plan.ok || names.length === 0) return { ok: false, output: plan.output };
    note(`downloading ${packages.join(', ')} and what they need (apt-get download)`);
    return run('apt-get', [...PATIENCE, ...lists, 'download', ...names], debs);
  };
  let done = listed ? await download([]) : { ok: false, output: '' };
  if (!done.ok) {
    note('refreshing package lists in the cache (apt-get update)');
    const refreshed = await run('apt-get', [...PATIENCE, ...own, 'update']);
    if (!refreshed.ok) return `apt-get update failed: ${lastLines(refreshed.output)}`;
    done = await download(own);
  }
  if (!done.ok) return `apt-get could not get the packages: ${lastLines(done.output)}`;

  note(`unpacking them into ${target}`);
  const versions = new Map<string, string>();
  for (const file of (await readdir(debs)).toSorted()) {
    const extracted = await run('dpkg', ['-x', join(debs, file), root]);
    if (!extracted.ok) return `dpkg could not unpack ${file}: ${lastLines(extracted.output)}`;
    const [name = '', version = ''] = file.split('_');
    versions.set(name, decodeURIComponent(version));
  }
  const record = { requested, installed: Object.fromEntries(versions) };
  await writeFile(join(root, RECORD), `${JSON.stringify(record, null, 2)}\n`);
  await rm(target, { recursive: true, force: true });
  await rename(root, target).catch((error: unknown) => {
    // Another run was faster: the same packages are there.
    if (!existsSync(join(target, RECORD))) throw error;
  });
  return undefined;
}

/** What is unpacked, and in which version: `{ requested: names, installed: { name: version } }`. */
const RECORD = 'packages.json';

/** Packages that were unpacked for other languages: the folder is made anew with all of them. */
async function requestedBefore(target: string): Promise<readonly string[]> {
  try {
    const record: unknown = JSON.parse(await readFile(join(target, RECORD), 'utf8'));
    const names: unknown =
      typeof record === 'object' && record !== null && 'requested' in record ? record.requested : [];
    return Array.isArray(names)
      ? names.filter((name) => typeof name === 'string' && /^[a-z0-9][a-z0-9+.-]+$/.test(name))
      : [];
  } catch {
    return [];
  }
}
