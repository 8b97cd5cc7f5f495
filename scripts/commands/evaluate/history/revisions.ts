/** The commits that changed some files, and the files as they were then. */
import { execFile } from 'node:child_process';
import { gitIn } from '../../../project/git.ts';

export interface Revision {
  readonly commit: string;
  /** Of its author's date, `2026-03`. */
  readonly month: string;
  /** Relative to the project's root. */
  readonly files: readonly string[];
}

/**
 * Oldest first; what was made on one branch stands together. Merges bring nothing of their own.
 * @param root the project, which may be a folder of its repository.
 * @throws RepositoryError where there is no repository.
 */
export async function revisionsOf(root: string, folders: readonly string[]): Promise<readonly Revision[]> {
  const paths = folders.map((folder) => (folder === '' ? '.' : folder));
  const format = ['--format=%x01%H %ad', '--date=format:%Y-%m', '--name-only', '--relative', '-z', '--no-renames'];
  const order = ['--topo-order', '--reverse', '--no-merges'];
  const log = await gitIn(root)(['log', ...order, ...format, '--', ...paths], { exact: true });
  return log.split('\u0001').flatMap((entry) => {
    const [head = '', ...files] = entry.split('\0');
    const [commit = '', month = ''] = head.trim().split(' ');
    return commit === '' ? [] : [{ commit, month, files: files.map((file) => file.replace(/^\n/, '')) }];
  });
}

/** Whether older commits were left out when the repository was cloned. */
export async function isShallow(root: string): Promise<boolean> {
  return (await gitIn(root)(['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** Enough for all records and bundles that one commit changed. */
const LARGEST = 1 << 30;

/**
 * Files as they were in a commit, by name; those that it did not have are left out. Names with line ends cannot be asked for.
 */
export function filesIn(root: string, commit: string, names: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const asked = names.filter((name) => !name.includes('\n'));
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-C', root, 'cat-file', '--batch'],
      { maxBuffer: LARGEST, encoding: 'buffer', env: { ...process.env, LC_ALL: 'C' } },
      (error, output) => (error === null ? resolve(parseBatch(output, asked)) : reject(error)),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(asked.map((name) => `${commit}:./${name}\n`).join(''));
  });
}

/** `<hash> blob <size>`, the bytes, a line end; or `<name> missing`. */
function parseBatch(output: Buffer, names: readonly string[]): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) break;
    const size = / blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    found.set(name, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
