import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The path from a repository's top to a folder in it, with slashes and one at its end; empty at the top, and outside of git.
 * Looked up as git does, by the nearest `.git`: to start git costs more than all else that `check` does with nothing changed.
 */
export function folderInRepository(folder: string): string {
  const from = realpathSync(folder);
  for (let top = from; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top === from ? '' : `${relative(top, from).split(sep).join('/')}/`;
    if (dirname(top) === top) return '';
  }
}
