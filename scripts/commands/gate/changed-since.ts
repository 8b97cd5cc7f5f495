/** `--changed-since REF`: only findings of files and units that differ from a commit; what was there before is left out. */
import { formatFor } from '../../formats/index.ts';
import { parseBundle } from '../../locales/bundle.ts';
import type { Configuration } from '../../project/configuration.ts';
import { GlossaError, UsageError, type Place } from '../../project/errors.ts';
import { askGit, gitIn, type Git } from '../../project/git.ts';
import { parseRendered } from '../../pipeline/see/target/read-rendered.ts';
import type { CheckReport, Fault } from './fault.ts';

/**
 * @param ref a branch, tag or commit; what counts is where its history and this one parted.
 * @returns the report without what was so before.
 * @throws UsageError where git does not know the commit.
 */
export async function changedSince(
  report: CheckReport,
  { root, configuration }: { readonly root: string; readonly configuration: Configuration },
  ref: string,
): Promise<CheckReport> {
  const git = gitIn(root);
  const base = await baseOf(git, ref);
  const files = await changedFiles(git, base);
  const old = oldTexts(git, base, configuration);
  const faults: Fault[] = [];
  for (const fault of report.faults) if (await differs(fault, files, old)) faults.push(fault);
  const isNew = ({ file }: Place): boolean => file === undefined || files.has(file);
  return { ...report, faults, errors: report.errors.filter(({ place }) => isNew(place)) };
}

async function baseOf(git: Git, ref: string): Promise<string> {
  const commit = await askGit(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined) {
    throw new UsageError(`--changed-since: git knows no commit ${ref} here.`, {
      remedy: 'Fetch it first; CI that clones only the newest commit needs a deeper one (fetch-depth: 0).',
    });
  }
  return (await askGit(git, ['merge-base', commit, 'HEAD'])) ?? commit;
}

/** Relative to the project: changed, new, renamed (both names) and deleted ones, committed or not. */
async function changedFiles(git: Git, base: string): Promise<ReadonlySet<string>> {
  const changed = await git(['diff', '--name-only', '--no-renames', '--relative', '-z', base, '--', '.']);
  const fresh = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return new Set([...changed.split('\0'), ...fresh.split('\0')].filter((file) => file !== ''));
}

interface OldTexts {
  /** Values that a source file had. */
  readonly source: (file: string) => Promise<ReadonlySet<string>>;
  /** Values that a bundle had, by key. */
  readonly bundle: (file: string) => Promise<ReadonlyMap<string, unknown>>;
}

/** A unit differs where its source or its target is another than it was, or was not there. */
async function differs(fault: Fault, files: ReadonlySet<string>, old: OldTexts): Promise<boolean> {
  const { kind, file, key, unit } = fault;
  if (kind === 'orphan') return [...files].some((path) => path === file || path.includes(`/${file}.`));
  if (unit === undefined || key === undefined) return files.has(file);
  if (files.has(unit.file) && !(await old.source(unit.file)).has(unit.source ?? '')) return true;
  if (!files.has(unit.bundle) && !files.has(file)) return false;
  return (await old.bundle(unit.bundle)).get(key) !== unit.target;
}

function oldTexts(git: Git, base: string, configuration: Configuration): OldTexts {
  const read = async (file: string): Promise<string | undefined> => askGit(git, ['show', `${base}:./${file}`]);
  const once = <Value>(make: (file: string) => Promise<Value>): ((file: string) => Promise<Value>) => {
    const known = new Map<string, Promise<Value>>();
    return (file) => {
      const found = known.get(file) ?? make(file);
      known.set(file, found);
      return found;
    };
  };
  return {
    source: once(async (file) => {
      const text = await read(file);
      const format = formatFor(file);
      if (text === undefined || format === undefined) return new Set<string>();
      const parsed = await unlessBroken(() => parseRendered(format, file, text, configuration));
      return new Set(parsed?.units.map(({ value }) => value));
    }),
    bundle: once(async (file) => {
      const text = await read(file);
      const bundle = text === undefined ? undefined : await unlessBroken(async () => parseBundle(text, file));
      return new Map([...(bundle?.entries ?? [])].map(([key, { value }]) => [key, value]));
    }),
  };
}

/** A file that could not be read then has no text that is still the same. */
async function unlessBroken<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}
