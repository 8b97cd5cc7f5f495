/** A project held open by the review: what has changed on disk is read again when it is asked for, and nothing else is. */
import { statSync } from 'node:fs';
import { describe } from '../../project/errors.ts';
import { existingInProject, GLOSSARY_FOLDER } from '../../project/paths.ts';
import { findSources } from '../../pipeline/see/source/find-sources.ts';
import { findOrphans } from '../../pipeline/see/source/orphans.ts';
import { openProject, termLookup, type Project, type TermLookup } from '../../pipeline/see/project.ts';
import { readFile, type FileReading } from '../../pipeline/see/read-project.ts';
import { findRenames } from '../../pipeline/see/source/renames.ts';
import { listFiles, type SourceFile } from '../../pipeline/see/source/sources.ts';

export interface OpenedProject {
  readonly project: Project;
  readonly files: readonly SourceFile[];
  /** What is wrong with files that could not be taken at all, one line each. */
  readonly troubles: readonly string[];
  /** Changes with everything that is not a file's own: configuration, glossary, the list of sources. */
  readonly print: string;
  /** @param only the one language that is asked about. */
  read(file: SourceFile, only?: string): Promise<FileReading>;
  /** Changes with what `read` reads of a file. */
  printOf(file: SourceFile): string;
  /** Files that belong to a source file, relative to the root. */
  pathsOf(file: SourceFile): readonly string[];
}

/** @returns the project as it is now; the same as before while nothing but single files has changed. */
export function projectOpener(root: string, variables: NodeJS.ProcessEnv): () => Promise<OpenedProject> {
  let held: OpenedProject | undefined;
  return async () => {
    const project = held?.project ?? openProject(root, variables);
    const print = await projectPrint(project);
    if (held?.print === print) return held;
    held = await open(held === undefined ? project : openProject(root, variables), print);
    return held;
  };
}

async function projectPrint(project: Project): Promise<string> {
  const { root } = project;
  const { files } = await findSources(project);
  const others = ['l10n.config.json', ...listFiles(root, GLOSSARY_FOLDER, '.csv')];
  return [...others.map((path) => `${path} ${stamp(root, path)}`), ...files.map(({ path }) => path)].join('\n');
}

async function open(project: Project, print: string): Promise<OpenedProject> {
  const { root, configuration } = project;
  const { errors: termErrors } = await project.termbase();
  const { files, errors } = await findSources(project);
  const { former } = await findRenames(project, files, findOrphans(project, files));
  let lookup: Promise<TermLookup> | undefined;
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const pathsOf = (file: SourceFile): readonly string[] => {
    const own = languages.flatMap((language) => {
      const article = file.format.kind === 'article' ? [file.article(language)] : [];
      return [file.bundle(language), file.snapshot(language), file.record(language), ...article];
    });
    return [...new Set([file.path, ...own])];
  };
  return {
    project,
    files,
    troubles: [...termErrors, ...errors].map(describe),
    print,
    read: (file, only) =>
      readFile(project, file, {
        redo: false,
        lookup: () => (lookup ??= termLookup(project)),
        formerNamespace: ({ namespace }) => former.get(namespace),
        kept: () => [],
        ...(only === undefined ? {} : { only }),
      }),
    printOf: (file) =>
      `${print}\n${pathsOf(file)
        .map((path) => stamp(root, path))
        .join(' ')}`,
    pathsOf,
  };
}

/** Changes whenever a file is written. */
function stamp(root: string, file: string): string {
  const path = existingInProject(root, file);
  const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '-' : `${found.ino}:${found.size}:${found.mtimeMs}`;
}
