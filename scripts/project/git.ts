/** Git, asked by its own program: arguments as a list, never through a shell, never waiting for a password. */
import { execFile } from 'node:child_process';
import { RepositoryError } from './errors.ts';

export interface GitOptions {
  /** Standard input. */
  readonly input?: string;
  /** In place of the folder's own work tree. */
  readonly folder?: string;
  /** What was printed is wanted as it is, with its last line end. */
  readonly exact?: boolean;
  /** An exit code that is an answer, and no failure: conflicts of a merge. */
  readonly allowed?: number;
}

/**
 * Runs git.
 * @returns what it printed, without the last line end.
 * @throws RepositoryError with what git said, addresses without their passwords.
 */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<string>;

/** Enough for the diff of a large project. */
const LARGEST = 512 * 1024 * 1024;

export function gitIn(folder: string): Git {
  return async (args, options = {}) => {
    const output = await runGit(args, options.folder ?? folder, options);
    return options.exact === true ? output : output.replace(/\n$/, '');
  };
}

/** What git says of a question, or undefined where it says no: a name that is not there, a file that a commit lacks. */
export async function askGit(git: Git, args: readonly string[], options?: GitOptions): Promise<string | undefined> {
  try {
    return await git(args, options);
  } catch (error) {
    if (error instanceof RepositoryError) return undefined;
    throw error;
  }
}

function runGit(args: readonly string[], folder: string, { input, allowed }: GitOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      // Names with other letters than ASCII come as they are.
      ['-c', 'core.quotePath=false', ...args],
      { cwd: folder, maxBuffer: LARGEST, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' } },
      (error, stdout, stderr) => {
        if (error === null || (allowed !== undefined && error.code === allowed)) resolve(stdout);
        else reject(failure(args, error, `${stderr}${stdout}`));
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

function failure(args: readonly string[], cause: Error, output: string): RepositoryError {
  if ('code' in cause && cause.code === 'ENOENT') {
    return new RepositoryError('git is not installed, or the folder is gone.', { cause });
  }
  const said = withoutPasswords(output).trim().split('\n').slice(-5).join(' ');
  const command = args.find((word) => !word.startsWith('-') && !word.includes('=')) ?? '';
  return new RepositoryError(`git ${command} failed: ${said === '' ? withoutPasswords(cause.message) : said}`);
}

/** `https://user:token@host/` is how CI gives a token to git; nothing of it is ever printed. */
export function withoutPasswords(text: string): string {
  return text.replace(/(\/\/)[^/@\s]+@/g, '$1***@');
}
