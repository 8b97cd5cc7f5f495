/** What the remote's branches hold, and what therefore is to be done with the bot's. */
import { RepositoryError } from '../../project/errors.ts';
import { askGit, type Git } from '../../project/git.ts';

export interface BranchNames {
  readonly remote: string;
  /** The branch that people work on. */
  readonly base: string;
  /** The bot's own. */
  readonly branch: string;
}

export interface Branches {
  readonly names: BranchNames;
  /** Commit of the base. */
  readonly base: string;
  /** Commit of the bot's branch, where there is one. */
  readonly bot: string | undefined;
  /**
   * `fresh`: the bot's branch begins, or goes on, at the base, which holds all of it. `continue`: it has all that the base
   * has. `merge`: both have moved.
   */
  readonly plan: 'fresh' | 'continue' | 'merge';
  /** For a merge: the state of the base that the bot's branch was made from. */
  readonly ancestor: string;
}

/** The line in a commit's message by which the next run knows what was merged, also after the base was rewritten. */
const TRAILER = 'Glossa-Base';

export function trailer(base: string): string {
  return `${TRAILER}: ${base}`;
}

/**
 * Fetches both branches, with their history, and compares them.
 * @throws RepositoryError where the remote or its base cannot be had.
 */
export async function readBranches(git: Git, names: BranchNames): Promise<Branches> {
  const { remote, base, branch } = names;
  const listed = await git(['ls-remote', '--heads', remote, `refs/heads/${base}`, `refs/heads/${branch}`]);
  const there = new Set(listed.split('\n').map((line) => line.split('\t')[1]));
  if (!there.has(`refs/heads/${base}`)) {
    throw new RepositoryError(`the remote ${remote} has no branch ${base}.`, { remedy: 'Name it with --base.' });
  }
  const wanted = [base, branch].filter((name) => there.has(`refs/heads/${name}`));
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'])) === 'true';
  const refs = wanted.map((name) => `+refs/heads/${name}:refs/remotes/${remote}/${name}`);
  await git(['fetch', '--no-tags', '--quiet', ...(isShallow ? ['--unshallow'] : []), remote, ...refs]);
  const commit = (name: string): Promise<string> => git(['rev-parse', `refs/remotes/${remote}/${name}^{commit}`]);
  const main = await commit(base);
  const bot = there.has(`refs/heads/${branch}`) ? await commit(branch) : undefined;
  if (bot === undefined || (await isAncestor(git, bot, main))) {
    return { names, base: main, bot, plan: 'fresh', ancestor: main };
  }
  const ancestor = await mergedLast(git, bot, main);
  return { names, base: main, bot, plan: ancestor === main ? 'continue' : 'merge', ancestor };
}

/**
 * The newest state of the base that the bot's branch holds: git's own merge base, or, where the base was rewritten and git
 * knows only an older one, the one that the bot's last commit names.
 */
async function mergedLast(git: Git, bot: string, main: string): Promise<string> {
  const common = await askGit(git, ['merge-base', bot, main]);
  const message = await git(['log', '-1', '--format=%B', `--grep=^${TRAILER}: `, '--first-parent', bot]);
  const named = new RegExp(`^${TRAILER}: ([0-9a-f]{40,64})$`, 'm').exec(message)?.[1];
  const isHeld = named !== undefined && (await isAncestor(git, named, bot));
  if (named === undefined || !isHeld) {
    if (common !== undefined) return common;
    throw new RepositoryError('the bot’s branch and its base have no common history.', {
      remedy: 'Choose another name for the bot’s branch with --branch.',
    });
  }
  if (common === undefined) return named;
  return (await isAncestor(git, named, common)) ? common : named;
}

async function isAncestor(git: Git, one: string, other: string): Promise<boolean> {
  return (await askGit(git, ['merge-base', '--is-ancestor', one, other])) !== undefined;
}

/** The base to take where none is named: the one that the forge says, else the remote's own, else `main`. */
export async function defaultBase(git: Git, remote: string, variables: NodeJS.ProcessEnv): Promise<string> {
  const said = variables['CI_DEFAULT_BRANCH'];
  if (said !== undefined && said !== '') return said;
  const head = await askGit(git, ['ls-remote', '--symref', remote, 'HEAD']);
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(head ?? '')?.[1] ?? 'main';
}
