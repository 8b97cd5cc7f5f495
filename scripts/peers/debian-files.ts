/** Files of Debian's packages, fetched and unpacked into the cache; nothing is installed. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SourceError } from '../project/errors.ts';
import type { Desk } from './desk.ts';

const run = promisify(execFile);

/**
 * Unpacks a package once.
 * @returns the folder with its files, like `/`.
 * @throws SourceError where apt cannot fetch it: no Debian, no network, lists that are too old.
 */
export async function debianFiles(name: string, { cache, note }: Desk): Promise<string> {
  const home = join(cache, 'peers', name);
  if (existsSync(home)) return home;
  await mkdir(join(cache, 'peers'), { recursive: true });
  const work = await mkdtemp(join(cache, 'peers', '.unpacking-'));
  try {
    note(`fetching ${name} (apt-get download)`);
    await run('apt-get', ['download', name], { cwd: work });
    const file = (await readdir(work)).find((one) => one.endsWith('.deb'));
    if (file === undefined) throw new Error('apt-get wrote no file');
    await run('dpkg-deb', ['-x', join(work, file), join(work, 'files')]);
    await rename(join(work, 'files'), home);
    return home;
  } catch (cause) {
    throw new SourceError(`Debian's package ${name} could not be fetched.`, {
      remedy: 'This needs apt-get with lists that are up to date (apt-get update), and the network.',
      cause,
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
