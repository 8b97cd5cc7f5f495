/** What git knows of a project's files: when each was changed last, and how another one was then. */

export interface GitHistory {
  /** The text of a file in the revision that changed another one last; undefined where git does not tell. */
  textWhen(changed: string, file: string): string | undefined;
}

/** @param root the project, which may be a folder of its repository. Reads nothing before it is asked. */
export function gitHistory(root: string, folders: readonly string[]): GitHistory {
  let revisions: ReadonlyMap<string, string> | undefined;
  return {
    textWhen(changed, file) {
      revisions ??= lastChanges(root, folders);
      const revision = revisions.get(changed);
      return revision === undefined ? undefined : git(root, ['show', `${revision}:./${file}`]);
    },
  };
}

/** The newest revision of each file below some folders. */
function lastChanges(root: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const paths = folders.map((folder) => (folder === '' ? '.' : folder));
  const log =
    git(root, ['log', '--format=%x01%H', '--name-only', '--relative', '-z', '--no-renames', '--', ...paths]) ?? '';
  const found = new Map<string, string>();
  // What is changed and not committed belongs to no revision.
  const dirty = new Set((git(root, ['diff', '--name-only', '--relative', '-z', 'HEAD']) ?? '').split('\0'));
  for (const entry of log.split('\u0001')) {
    const [revision = '', ...files] = entry.split(/[\0\n]+/);
    for (const file of files) if (file !== '' && !found.has(file) && !dirty.has(file)) found.set(file, revision);
  }
  return found;
}

function git(root: string, parameters: readonly string[]): string | undefined {
  const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_CONFIG_NOSYSTEM: '1' };
  // Loaded here, since every run knows this file and few ask git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const done = spawnSync('git', ['-C', root, '-c', 'core.quotePath=false', ...parameters], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return done.status === 0 ? done.stdout : undefined;
}
