import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import { said } from './run.ts';

/**
 * Packages of npm in a folder of their own in the cache, fetched once and never a dependency of this repository.
 * @param versions by package, exact
 * @returns the `node_modules` folder
 */
export async function npmPackages(
  name: string,
  versions: Readonly<Record<string, string>>,
  desk: Desk,
): Promise<string> {
  const home = join(desk.cache, 'peers', `npm-${name}`);
  if (existsSync(home)) return join(home, 'node_modules');
  const work = `${home}.${process.pid}`;
  await mkdir(work, { recursive: true });
  await writeFile(join(work, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  desk.note(`fetching ${Object.keys(versions).join(', ')} (npm install)`);
  await said(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts'], work);
  await rename(work, home);
  return join(home, 'node_modules');
}
