/**
 * `sync`: what CI runs. Takes the bot's branch as it is on the remote, merges the base into it, translates, checks, commits
 * only what changed, pushes without force, and keeps one request open. Nothing that a person committed is ever reset.
 */
import { join } from 'node:path';
import { exclusively } from '../../locales/exclusive-run.ts';
import { RepositoryError } from '../../project/errors.ts';
import { askGit, gitIn, withoutPasswords, type Git } from '../../project/git.ts';
import { folderInRepository } from '../../project/repository-folder.ts';
import { projectPaths } from '../../project/paths.ts';
import type { Log } from '../../project/log.ts';
import { exitCode, type Report } from '../../project/report/report.ts';
import type { TranslateOptions } from '../../pipeline/job.ts';
import { openProject, type Project } from '../../pipeline/see/project.ts';
import { checkGate } from '../gate/index.ts';
import type { CheckReport } from '../gate/fault.ts';
import { renderProject } from '../render.ts';
import { translate } from '../translate.ts';
import { defaultBase, readBranches, trailer, type Branches } from './branches.ts';
import { openForge } from './forges/index.ts';
import type { ForgeClient, OpenRequest } from './forges/forge.ts';
import { mergeBranches, type UnitDispute } from './merge-branches.ts';
import { proposalOf, type Proposal } from './proposal.ts';
import { bodyOf, titleOf } from './request-text.ts';
import { inWorkTree, type WorkTree } from './work-tree.ts';

export interface SyncOptions {
  readonly remote: string;
  /** Undefined: the remote's own. */
  readonly base: string | undefined;
  readonly branch: string;
  /** False: stop at the commit. */
  readonly push: boolean;
  /** In place of the configured engines. */
  readonly engine: string | undefined;
  readonly translate: TranslateOptions;
}

export interface SyncTools {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly variables: NodeJS.ProcessEnv;
}

export interface SyncResult {
  readonly run: Report;
  readonly gate: CheckReport;
  readonly proposal: Proposal;
  /** The commit that the bot's branch is to be at; undefined: nothing to propose. */
  readonly commit: string | undefined;
  readonly pushed: boolean;
  readonly request: OpenRequest | undefined;
  readonly disputes: readonly UnitDispute[];
  /** Markdown: the request's body. */
  readonly body: string;
}

/** Pushes that a commit of somebody else was faster than. */
const TRIES = 3;

/** @throws RepositoryError where git, the remote or the forge will not do what is needed; nothing is lost then. */
export async function sync(root: string, options: SyncOptions, tools: SyncTools): Promise<SyncResult> {
  const git = gitIn(root);
  const base = options.base ?? (await defaultBase(git, options.remote, tools.variables));
  const names = { remote: options.remote, base, branch: options.branch };
  if (base === options.branch) {
    throw new RepositoryError(`the bot’s branch would be ${base} itself.`, { remedy: 'Name another with --branch.' });
  }
  const folder = folderInRepository(root);
  for (let left = TRIES - 1; ; left--) {
    const branches = await readBranches(git, names);
    const made = await inWorkTree(git, branches.bot ?? branches.base, (tree) =>
      propose({ root, tree, folder, branches, options, tools }),
    );
    if (made.commit === undefined || !options.push) {
      // A request that could not be opened when its branch was pushed is opened now.
      const isOpen = options.push && branches.bot !== undefined && branches.plan !== 'fresh';
      const request = isOpen ? await openRequest(git, root, made, names, tools, false) : undefined;
      return { ...made, pushed: false, request };
    }
    if (!(await push(git, names, made.commit, left > 0))) continue;
    return { ...made, pushed: true, request: await openRequest(git, root, made, names, tools, true) };
  }
}

interface Work {
  readonly root: string;
  readonly tree: WorkTree;
  readonly folder: string;
  readonly branches: Branches;
  readonly options: SyncOptions;
  readonly tools: SyncTools;
}

async function propose(work: Work): Promise<Omit<SyncResult, 'pushed' | 'request'>> {
  const { root, tree, folder, branches, options, tools } = work;
  const { base, bot, plan, ancestor } = branches;
  // The bot's journal and memory are its own: another run in the user's work tree is not in its way.
  const cache = join(projectPaths(root, tools.variables).cache, 'sync');
  const open = (): Project => openProject(join(tree.folder, folder), tools.variables, options.engine, cache);
  const writing = <Result>(
    run: (project: Project, files: Parameters<typeof renderProject>[1]) => Promise<Result>,
  ): Promise<Result> => {
    const project = open();
    return exclusively(project, tools.log.error, (files) => run(project, files));
  };
  let disputes: readonly UnitDispute[] = [];
  if (plan === 'merge' && bot !== undefined) {
    const takeOver = async (): Promise<void> => void (await writing(renderProject));
    disputes = await mergeBranches({
      tree,
      folder,
      open,
      takeOver,
      names: { base: ancestor, ours: bot, theirs: base },
    });
  } else if (plan === 'fresh') await tree.git(['checkout', '--quiet', '--force', '--detach', base]);
  const run = await writing((project, files) =>
    translate(project, options.translate, { files, log: tools.log, signal: tools.signal }),
  );
  const project = open();
  const { report: gate } = await checkGate(project, {
    languages: undefined,
    since: undefined,
    update: false,
    note: tools.log.error,
  });
  await tree.git(['add', '--all', '--', folder === '' ? '.' : folder]);
  const proposal = await proposalOf(project, tree.git, { base, folder }, { run, gate });
  const refusals = refusalsOf(run);
  const body = bodyOf(proposal, { branch: branches.names.branch, refusals, disputes });
  const commit = await commitOf(work, titleOf(proposal));
  return { run, gate, proposal, commit, disputes, body };
}

/** Why something was not translated: each reason once. */
function refusalsOf({ errors, failed }: Report): string[] {
  const reasons = [
    ...errors.map(({ message, remedy }) => `${message} ${remedy}`.trim()),
    ...failed.map(({ reason }) => reason),
  ];
  return [...new Set(reasons)].map((reason) => withoutPasswords(reason).replace(/[<>]/g, ' '));
}

/**
 * One commit of what changed, on the bot's branch and, where the base was merged, on the base.
 * @returns undefined where nothing is to be proposed: the translations are those of the bot's branch, or of the base.
 */
async function commitOf({ tree: { git }, branches, tools }: Work, title: string): Promise<string | undefined> {
  const { base, bot, plan } = branches;
  const tree = await git(['write-tree']);
  const isSame = async (commit: string): Promise<boolean> => (await git(['rev-parse', `${commit}^{tree}`])) === tree;
  if (await isSame(base)) return undefined;
  if (bot !== undefined && plan === 'continue' && (await isSame(bot))) return undefined;
  if (bot !== undefined && plan === 'merge' && (await proposesTheSame(git, branches, bot, tree))) return undefined;
  const parents =
    plan === 'merge' && bot !== undefined ? [bot, base] : [plan === 'continue' && bot !== undefined ? bot : base];
  const message = `${title}\n\n${trailer(base)}\n`;
  const identity = (await askGit(git, ['var', 'GIT_COMMITTER_IDENT'])) === undefined ? IDENTITY : [];
  const args = [...identity, 'commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'];
  if (tools.signal.aborted) throw new RepositoryError('interrupted: nothing was committed.');
  return git(args, { input: message });
}

/** Where the base has only moved elsewhere, the proposal on the bot's branch is still the whole of it. */
async function proposesTheSame(git: Git, { base, ancestor }: Branches, bot: string, tree: string): Promise<boolean> {
  const changes = async (from: string, to: string): Promise<string> =>
    git(['diff-tree', '-r', '--no-renames', from, to]);
  return (await changes(ancestor, bot)) === (await changes(base, tree));
}

/** Where nobody is configured: a name that nobody has. */
const IDENTITY = ['-c', 'user.name=Glossa', '-c', 'user.email=glossa@localhost'];

/** @returns false where somebody else was faster, and another try may help. */
async function push(
  git: Git,
  { remote, branch }: Branches['names'],
  commit: string,
  mayFail: boolean,
): Promise<boolean> {
  try {
    await git(['push', '--quiet', remote, `${commit}:refs/heads/${branch}`]);
    return true;
  } catch (error) {
    if (mayFail && error instanceof RepositoryError && /non-fast-forward|fetch first|\[rejected\]/.test(error.message))
      return false;
    throw error;
  }
}

async function openRequest(
  git: Git,
  root: string,
  { proposal, body }: Pick<SyncResult, 'proposal' | 'body'>,
  { remote, base, branch }: Branches['names'],
  { log, variables }: SyncTools,
  isNew: boolean,
): Promise<OpenRequest | undefined> {
  const address = withoutPasswords(await git(['remote', 'get-url', remote])).replace('***@', '');
  const forge: ForgeClient | undefined = await openForge({ address, variables, folder: root });
  if (forge === undefined) {
    log.line(
      `No forge can be reached from here (gh, glab, or a token): open a request from ${branch} into ${base} by hand.`,
    );
    return undefined;
  }
  const text = { branch, base, title: titleOf(proposal), body };
  const found = await forge.find(branch, base);
  if (found === undefined) return forge.create(text);
  if (isNew) await forge.update(found, text);
  return found;
}

/** The higher of what translating and checking say. */
export function syncExit({ run, gate }: SyncResult): ReturnType<typeof exitCode> {
  const found = gate.errors.length > 0 || gate.faults.some(({ severity }) => severity === 'error') ? 1 : 0;
  const code = exitCode(run, false);
  return code > found ? code : found;
}
