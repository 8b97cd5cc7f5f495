/**
 * Merges the base into the bot's branch, in a work tree. Git merges what it can; conflicts among translations are settled
 * by the rules of bundles and records, after edits that no run has seen were taken over on both sides.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RepositoryError } from '../../project/errors.ts';
import { askGit, type Git } from '../../project/git.ts';
import type { Project } from '../../pipeline/see/project.ts';
import { mergeLanguage, type Dispute } from './merge-language.ts';
import { placeOf } from './places.ts';
import type { Side, Sides } from './three-way.ts';
import type { WorkTree } from './work-tree.ts';

export interface MergeJob {
  readonly tree: WorkTree;
  /** Path from the repository's top to the project, empty or ending in a slash. */
  readonly folder: string;
  /** Opens the project as it is in the work tree now. */
  readonly open: () => Project;
  /** Takes people's edits over into bundle, article and record; translates nothing. */
  readonly takeOver: () => Promise<void>;
  readonly names: Sides<string>;
}

export interface UnitDispute extends Dispute {
  readonly language: string;
  readonly namespace: string;
}

/**
 * @param job commits: the state of the base that the bot's branch was made from, the bot's branch, the base.
 * @returns units that two people wrote: the text that stays, and the one that waits as a suggestion.
 * @throws RepositoryError for conflicts outside of the translations, with the files; nothing is left to be committed.
 */
export async function mergeBranches(job: MergeJob): Promise<readonly UnitDispute[]> {
  const { tree, names } = job;
  let sides = names;
  await startAt(tree.git, sides);
  let conflicts = await conflictsOf(job);
  const isMerged = ({ kind }: Conflict): boolean => kind === 'bundle' || kind === 'article' || kind === 'record';
  const touched = (await changedOnBoth(job)).filter(isMerged);
  if ([...conflicts, ...touched].some(isMerged)) {
    sides = { base: names.base, ours: await takenOver(job, names.ours), theirs: await takenOver(job, names.theirs) };
    await startAt(tree.git, sides);
    conflicts = [...(await conflictsOf(job)), ...touched];
  }
  return settle(job, sides, conflicts);
}

/**
 * Translations of one namespace and language that both sides changed: where one edited the bundle and the other the article,
 * git sees no conflict, and the unit is one all the same.
 */
async function changedOnBoth({ tree: { git }, folder, open, names }: MergeJob): Promise<Conflict[]> {
  const changed = async (commit: string): Promise<string[]> => {
    const listed = await git([
      'diff',
      '--name-only',
      '--no-renames',
      '-z',
      names.base,
      commit,
      '--',
      folder === '' ? '.' : folder,
    ]);
    return listed.split('\0').flatMap((file) => (file === '' ? [] : [file.slice(folder.length)]));
  };
  const [ours, theirs] = [await changed(names.ours), await changed(names.theirs)];
  if (ours.length === 0 || theirs.length === 0) return [];
  const project = open();
  const groupOf = (file: string): string | undefined => {
    const place = placeOf(project, file);
    return 'language' in place ? JSON.stringify([place.language, place.namespace]) : undefined;
  };
  const groups = new Set(ours.map(groupOf));
  const both = theirs.filter((file) => groups.has(groupOf(file)) && groupOf(file) !== undefined);
  const own = ours.filter((file) => both.some((other) => groupOf(other) === groupOf(file)));
  return [...new Set([...own, ...both])].map((file): Conflict => ({ file, ...placeOf(project, file) }));
}

/** Git merges as far as it can; what it cannot stays in its index. */
async function startAt(git: Git, { base, ours, theirs }: Sides<string>): Promise<void> {
  await git(['checkout', '--quiet', '--force', '--detach', ours]);
  await git(['clean', '--quiet', '--force', '-d']);
  await git(['-c', 'merge.directoryRenames=false', 'merge-recursive', base, '--', ours, theirs], { allowed: 1 });
}

type Conflict = ReturnType<typeof placeOf> & { readonly file: string };

async function conflictsOf({ tree, folder, open }: MergeJob): Promise<Conflict[]> {
  const listed = await tree.git(['diff', '--name-only', '--diff-filter=U', '-z']);
  const files = listed.split('\0').filter((file) => file !== '');
  if (files.length === 0) return [];
  const inProject = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
  const outside = files.filter((file) => !file.startsWith(folder));
  const configuration = `${folder}l10n.config.json`;
  const project = files.includes(configuration) ? undefined : open();
  const conflicts = inProject.map((file): Conflict => {
    return { file, ...(project === undefined ? { kind: 'other' as const } : placeOf(project, file)) };
  });
  const other = [...outside, ...conflicts.flatMap(({ kind, file }) => (kind === 'other' ? [`${folder}${file}`] : []))];
  if (other.length === 0) return conflicts;
  throw new RepositoryError(`people changed the same lines on both branches: ${other.slice(0, 5).join(', ')}.`, {
    remedy: 'Merge the two branches by hand, settle these files and push; everything else is settled by the next sync.',
  });
}

/** A commit with the same files, in which bundle, article and record say the same. */
async function takenOver({ tree: { git }, takeOver, folder }: MergeJob, commit: string): Promise<string> {
  await git(['checkout', '--quiet', '--force', '--detach', commit]);
  await git(['clean', '--quiet', '--force', '-d']);
  await takeOver();
  await git(['add', '--all', '--', folder === '' ? '.' : folder]);
  const made = await git(['write-tree']);
  return git([...IDENTITY, 'commit-tree', made, '-p', commit, '-m', 'Take over edits']);
}

/** Only for commits that nobody sees. */
const IDENTITY = ['-c', 'user.name=Glossa', '-c', 'user.email=glossa@localhost'];

async function settle(
  job: MergeJob,
  sides: Sides<string>,
  conflicts: readonly Conflict[],
): Promise<readonly UnitDispute[]> {
  const disputes: UnitDispute[] = [];
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    if (conflict.kind === 'lines') await keepLines(job, sides, conflict.file);
    else if (conflict.kind === 'made') await keepOurs(job, sides, conflict.file);
    else if (conflict.kind !== 'other') {
      const name = JSON.stringify([conflict.language, conflict.namespace]);
      groups.set(name, [...(groups.get(name) ?? []), conflict]);
    }
  }
  for (const group of groups.values()) disputes.push(...(await settleLanguage(job, sides, group)));
  await job.tree.git(['add', '--all', '--', job.folder === '' ? '.' : job.folder]);
  return disputes;
}

/** Bundle, article and record of one namespace in one language. */
async function settleLanguage(job: MergeJob, sides: Sides<string>, group: readonly Conflict[]): Promise<UnitDispute[]> {
  const [first] = group;
  if (first === undefined || !('language' in first)) return [];
  const { language, namespace } = first;
  const { tree, open } = job;
  const project = open();
  const files = await filesOf(project, language, namespace);
  const texts = async (file: string | undefined): Promise<Sides<string | undefined>> => ({
    base: await textAt(job, sides.base, file),
    ours: await textAt(job, sides.ours, file),
    theirs: await textAt(job, sides.theirs, file),
  });
  const record = await texts(files.record);
  const article = group.find(({ kind }) => kind === 'article')?.file;
  const merged = article === undefined ? undefined : await mergedText(tree, await texts(article));
  if (article !== undefined) await put(job, article, merged);
  const bundle = await texts(files.bundle);
  const result = mergeLanguage(
    { bundle, record, newer: await newerSide(tree.git, job, sides, files.bundle) },
    files.bundle ?? namespace,
    merged,
  );
  if (files.bundle !== undefined) await put(job, files.bundle, result.bundle);
  await put(job, files.record, result.record);
  return result.disputes.map((dispute) => ({ ...dispute, language, namespace }));
}

/** The bundle is where the layout says; a namespace whose source is gone may be any entry's. */
async function filesOf(
  project: Project,
  language: string,
  namespace: string,
): Promise<{ bundle: string | undefined; record: string }> {
  const record = `${project.layout.records}/${language}/${namespace}.json`;
  const { findSources } = await import('../../pipeline/see/source/find-sources.ts');
  const source = (await findSources(project)).files.find((file) => file.namespace === namespace);
  const isSource = language === project.configuration.sourceLanguage;
  const bundle = isSource ? source?.snapshot(language) : source?.bundle(language);
  return { bundle: bundle ?? project.layout.places(namespace, true)[0]?.bundle(language), record };
}

/** Both sides' changes of an article; where they touch one place, ours: the bundle says what stands there. */
async function mergedText(
  { folder, git }: WorkTree,
  { base, ours, theirs }: Sides<string | undefined>,
): Promise<string | undefined> {
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  const names = ['ours', 'base', 'theirs'].map((name) => join(folder, '..', name));
  const [own = '', before = '', other = ''] = names;
  await Promise.all([writeFile(own, ours), writeFile(before, base ?? ''), writeFile(other, theirs)]);
  await askGit(git, ['merge-file', '--ours', '--quiet', own, before, other]);
  return readFile(own, 'utf8');
}

async function keepLines(job: MergeJob, sides: Sides<string>, file: string): Promise<void> {
  const texts = [await textAt(job, sides.ours, file), await textAt(job, sides.theirs, file)];
  const lines = texts.flatMap((text) => (text ?? '').split('\n')).filter((line) => line !== '');
  await put(job, file, lines.length === 0 ? undefined : `${[...new Set(lines)].toSorted().join('\n')}\n`);
}

async function keepOurs(job: MergeJob, sides: Sides<string>, file: string): Promise<void> {
  await put(job, file, (await textAt(job, sides.ours, file)) ?? (await textAt(job, sides.theirs, file)));
}

async function newerSide(
  git: Git,
  { folder }: MergeJob,
  sides: Sides<string>,
  file: string | undefined,
): Promise<Side> {
  const time = async (commit: string): Promise<number> =>
    Number(await git(['log', '-1', '--format=%ct', commit, '--', `${folder}${file ?? ''}`]));
  return (await time(sides.theirs)) > (await time(sides.ours)) ? 'theirs' : 'ours';
}

/** Ends as they are in git: no conversion of line ends. */
async function textAt(
  { tree: { git }, folder }: MergeJob,
  commit: string,
  file: string | undefined,
): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const name = await askGit(git, ['rev-parse', '--verify', '--quiet', `${commit}:${folder}${file}`]);
  return name === undefined ? undefined : git(['cat-file', 'blob', name], { exact: true });
}

async function put({ tree, folder }: MergeJob, file: string, text: string | undefined): Promise<void> {
  const path = join(tree.folder, folder, file);
  if (text === undefined) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
