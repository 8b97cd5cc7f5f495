/** How much people had to change: drafts as they were committed, beside the texts that were approved. */
import { parseBundle } from '../../../locales/bundle.ts';
import { parseRecord } from '../../../locales/record.ts';
import { GlossaError, UsageError } from '../../../project/errors.ts';
import { isSameHash } from '../../../project/hash.ts';
import type { Project } from '../../../pipeline/see/project.ts';
import { findSources, onlyFilter } from '../../../pipeline/see/source/find-sources.ts';
import { decode, syntaxOf, type SourceFile } from '../../../pipeline/see/source/sources.ts';
import { linesByKey } from '../../../pipeline/see/target/record-lines.ts';
import { needSyntaxes, valueHash } from '../../../pipeline/see/values.ts';
import { wordsOf } from '../texts.ts';
import { effortOf, follow, type Effort, type UnitHistory } from './effort.ts';
import { filesIn, isShallow, revisionsOf } from './revisions.ts';

/** A draft and what became of it, in words. */
export interface PlacedEffort extends Effort {
  readonly language: string;
  readonly namespace: string;
}

export interface History {
  readonly efforts: readonly PlacedEffort[];
  /** Drafts that people have edited and not approved yet. */
  readonly open: number;
  readonly commits: number;
  /** Older commits are missing here: the repository was cloned without them. */
  readonly isShallow: boolean;
}

export interface HistoryOptions {
  readonly languages: readonly string[] | undefined;
  readonly only: string | undefined;
  readonly signal: AbortSignal;
}

/** A source file's translations into a language, and their units so far. */
interface Trail {
  readonly file: SourceFile;
  readonly language: string;
  readonly record: string;
  readonly bundle: string;
  readonly units: Map<string, UnitHistory>;
}

/**
 * Reads the history of the translations of all sources that are there. Commits in which a record or bundle cannot be read are
 * passed over.
 * @throws RepositoryError where the project is in no git repository; UsageError where `only` names no file.
 */
export async function projectHistory(project: Project, options: HistoryOptions): Promise<History> {
  const { root, layout } = project;
  const trails = await trailsOf(project, options);
  const byPath = new Map<string, Trail>();
  for (const trail of trails) byPath.set(trail.record, trail).set(trail.bundle, trail);
  const efforts: PlacedEffort[] = [];
  const add = ({ file, language }: Trail, effort: Effort | undefined): void => {
    if (effort !== undefined) efforts.push({ ...effort, language, namespace: file.namespace });
  };
  const revisions = await revisionsOf(root, layout.written);
  for (const { commit, month, files } of revisions) {
    options.signal.throwIfAborted();
    const touched = new Set(files.map((file) => byPath.get(file)).filter((trail) => trail !== undefined));
    if (touched.size === 0) continue;
    const then = await filesIn(
      root,
      commit,
      [...touched].flatMap(({ record, bundle }) => [record, bundle]),
    );
    for (const trail of touched) for (const effort of walkOn(trail, then, month)) add(trail, effort);
  }
  for (const trail of trails) for (const unit of trail.units.values()) add(trail, effortOf(unit));
  const open = trails.flatMap(({ units }) => [...units.values()]).filter(({ isOpen }) => isOpen).length;
  return { efforts, open, commits: revisions.length, isShallow: await isShallow(root) };
}

async function trailsOf(project: Project, { languages, only }: HistoryOptions): Promise<Trail[]> {
  const { files } = await findSources(project);
  const isWanted = only === undefined ? () => true : await onlyFilter(files, only);
  const wanted = files.filter(isWanted);
  if (wanted.length === 0 && only !== undefined) throw new UsageError(`--only ${only} names no file of the sources.`);
  await needSyntaxes(['plain', ...wanted.map(({ format }) => format.syntax)]);
  const { sourceLanguage, targetLanguages } = project.configuration;
  return [sourceLanguage, ...targetLanguages]
    .filter((language) => languages?.includes(language) ?? true)
    .flatMap((language) =>
      wanted.map((file) => {
        const [record, bundle] = [file.record(language), file.bundle(language)];
        return { file, language, record, bundle, units: new Map<string, UnitHistory>() };
      }),
    );
}

/** Moves a trail's units on by one commit. */
function walkOn(trail: Trail, then: ReadonlyMap<string, Buffer>, month: string): Effort[] {
  const { file, record, bundle, units } = trail;
  const [recordBytes, bundleBytes] = [then.get(record), then.get(bundle)];
  if (recordBytes === undefined || bundleBytes === undefined) return [];
  const values = valuesOf(bundleBytes, bundle);
  if (values === undefined) return [];
  const hashOf = (key: string): string | undefined => {
    const value = values.get(key);
    return value === undefined ? undefined : valueHash(syntaxOf(file, key), value);
  };
  const done: Effort[] = [];
  for (const line of linesByKey(parseRecord(recordBytes.toString('utf8')).lines, hashOf).values()) {
    const value = values.get(line.key);
    if (value === undefined || line.target === undefined) continue;
    const { source, state, origin } = line;
    const isRecorded = isSameHash(line.target, hashOf(line.key));
    const words = wordsOf(syntaxOf(file, line.key), value);
    const moved = follow(units.get(line.key), { source, state, origin, value: words, isRecorded, month });
    units.set(line.key, moved.unit);
    if (moved.done !== undefined) done.push(moved.done);
  }
  return done;
}

/** The texts of a bundle; undefined where it could not be read then. */
function valuesOf(bytes: Buffer, file: string): ReadonlyMap<string, string> | undefined {
  try {
    const entries = [...parseBundle(decode(bytes, file), file).entries];
    return new Map(entries.flatMap(([key, { value }]) => (typeof value === 'string' ? [[key, value]] : [])));
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}
