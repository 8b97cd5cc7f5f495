/** A source file and its translations as they stand on disk. */
import { parseRecord } from '../../locales/record.ts';
import type { FileChange } from '../../locales/journal.ts';
import { GlossaError, SourceError } from '../../project/errors.ts';
import type { Place } from '../../project/layout/layout.ts';
import type { KnownUnit } from '../../units/known-unit.ts';
import { shareApprovals } from './target/language-approvals.ts';
import { markUnread } from './target/mark-unread.ts';
import type { Project, TermLookup } from './project.ts';
import { readSource, type SourceState } from './source/read-source.ts';
import { seeLanguage, type LanguageState } from './target/see-language.ts';
import { readBytes, type SourceFile } from './source/sources.ts';

export interface FileState {
  readonly source: SourceState;
  /** Languages whose files could be read. */
  readonly languages: readonly LanguageState[];
  /** The records of the others, where the source has changed: only the mark of it is written. */
  readonly marks: readonly FileChange[];
}

export type FileReading =
  | {
      readonly kind: 'read';
      readonly file: SourceFile;
      readonly state: FileState;
      /** Of single languages; those are left alone. */
      readonly errors: readonly GlossaError[];
    }
  | { readonly kind: 'failed'; readonly file: SourceFile; readonly errors: readonly GlossaError[] };

export interface ReadOptions {
  readonly redo: boolean | string;
  /** At first sight: a sentence that equals its source is a person's. */
  readonly keepEqual?: boolean;
  /** Keys of bundles that neither source nor record knows go. */
  readonly prune?: boolean;
  readonly lookup: () => Promise<TermLookup>;
  /** The namespace that a renamed file's translations still stand under. */
  readonly formerNamespace: (file: SourceFile) => string | undefined;
  /** People's texts of a namespace whose units left the source: key and source text. */
  readonly kept: (namespace: string) => readonly KnownUnit[];
  /** The one language that is asked about: the others are not read where nothing of the source has changed since the last run. */
  readonly only?: string;
}

export async function readFile(project: Project, file: SourceFile, options: ReadOptions): Promise<FileReading> {
  const former = options.formerNamespace(file);
  // A check of the project's own that cannot be loaded is no fault of this file.
  const judging = await project.judging();
  try {
    const { root, configuration } = project;
    const disk = former === undefined ? file : file.at(former);
    const recover = (language: string) => sourceHashes(project, language, disk);
    const kept = options.kept(file.namespace);
    const source = await readSource(root, file, disk, configuration, recover, kept);
    const lookup = await options.lookup();
    const languages: LanguageState[] = [];
    const marks: FileChange[] = [];
    const errors: GlossaError[] = [];
    for (const language of languagesOf(source, options.only)) {
      try {
        languages.push(
          await seeLanguage(source, language, {
            judging,
            root,
            configuration,
            layout: project.layout,
            lookup,
            checksPrint: project.checksPrint,
            enginesPrint: project.enginesPrint,
            redo: options.redo,
            keepEqual: options.keepEqual ?? false,
            prune: options.prune ?? false,
            history: project.history,
          }),
        );
      } catch (error) {
        if (!(error instanceof GlossaError)) throw error;
        errors.push(error);
        const mark = markUnread(root, source, language);
        if (mark !== undefined) marks.push(mark);
      }
    }
    if (errors.length > 0 && (former !== undefined || source.renamed.size > 0)) {
      const message =
        'its keys or its name changed, and so would those of a file that cannot be read: nothing was moved.';
      return { kind: 'failed', file, errors: [...errors, new SourceError(message, { place: { file: file.path } })] };
    }
    return { kind: 'read', file, state: { source, languages: shareApprovals(languages), marks }, errors };
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    return { kind: 'failed', file, errors: [error] };
  }
}

function languagesOf(source: SourceState, only: string | undefined): readonly string[] {
  const isAsBefore =
    source.snapshot.text === source.snapshotText &&
    source.renamed.size === 0 &&
    source.removed.length === 0 &&
    source.disk.namespace === source.file.namespace;
  return only === undefined || !isAsBefore ? source.targets : source.targets.filter((language) => language === only);
}

/** Key -> source hash from the first record there is, in its order: what a lost source bundle is recovered from. */
function sourceHashes(project: Project, own: string, disk: Place): ReadonlyMap<string, string> {
  const { sourceLanguage, targetLanguages } = project.configuration;
  for (const language of [sourceLanguage, ...targetLanguages]) {
    if (language === own) continue;
    const text = readBytes(project.root, disk.record(language))?.toString('utf8');
    if (text !== undefined) return new Map(parseRecord(text).lines.map(({ key, source }) => [key, source]));
  }
  return new Map();
}

/** Whether a file has a source bundle in any project language. */
export function hasSnapshot(project: Project, file: Place): boolean {
  const { sourceLanguage, targetLanguages } = project.configuration;
  return [sourceLanguage, ...targetLanguages].some(
    (language) => readBytes(project.root, file.snapshot(language)) !== undefined,
  );
}
