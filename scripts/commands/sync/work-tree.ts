/** A work tree of its own for the bot: what the user has open, changed or staged is never touched. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from '../../project/git.ts';

export interface WorkTree {
  /** Its top folder. */
  readonly folder: string;
  /** Git in it. */
  readonly git: Git;
}

/** Opens a work tree at a commit, does work in it, and takes it away whatever happens. */
export async function inWorkTree<Result>(
  git: Git,
  commit: string,
  work: (tree: WorkTree) => Promise<Result>,
): Promise<Result> {
  const holder = await realpath(await mkdtemp(join(tmpdir(), 'glossa-sync-')));
  const folder = join(holder, 'tree');
  try {
    await git(['worktree', 'add', '--quiet', '--detach', folder, commit]);
    return await work({ folder, git: (args, options) => git(args, { ...options, folder }) });
  } finally {
    await git(['worktree', 'remove', '--force', folder]).catch(() => undefined);
    await rm(holder, { recursive: true, force: true });
    await git(['worktree', 'prune']).catch(() => undefined);
  }
}
