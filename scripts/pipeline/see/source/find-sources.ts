/** The source files of a project: what is there, under which namespace, and what cannot be taken. */
import { FORMATS, formatFor, type FormatEntry } from '../../../formats/index.ts';
import { ConfigurationError, SourceError } from '../../../project/errors.ts';
import { entryText, type FilesEntry } from '../../../project/layout/files-entry.ts';
import type { PathParts } from '../../../project/layout/pattern.ts';
import { filesBelow } from '../../../project/layout/names-on-disk.ts';
import { nearest } from '../../../project/nearest.ts';
import { existingInProject } from '../../../project/paths.ts';
import { foreignLanguages } from './foreign-languages.ts';
import type { Project } from '../project.ts';
import { listFiles, type SourceFile, type Sources } from './sources.ts';

/** A file that fits an entry's source pattern, and the parts of its path. */
interface Candidate {
  readonly path: string;
  readonly parts: PathParts;
}

/**
 * Lists the sources of all entries. Files of no known format are left alone; symbolic links are not followed; what a target
 * pattern matches is no source.
 * @throws ConfigurationError where an entry has no folder (mostly another project was meant), or an unknown format.
 */
export async function findSources(project: Pick<Project, 'root' | 'layout' | 'configuration'>): Promise<Sources> {
  const { layout, configuration } = project;
  const files: SourceFile[] = [];
  const errors: SourceError[] = [];
  const warnings: string[] = [];
  const namespaces = new Map<string, SourceFile>();
  const targets = new Map<string, SourceFile>();
  const spelt = configuration.targetLanguages.map((tag) => layout.spelling(tag));
  const isTarget = (path: string): boolean =>
    layout.entries.some(({ target }) => target.match(path, spelt) !== undefined);
  for (const entry of layout.entries) {
    const format = formatOf(entry);
    const candidates = await candidatesOf(project, entry);
    const foreign = foreignLanguages(project, entry, candidates);
    warnings.push(...foreign.warnings);
    for (const { path, parts } of candidates) {
      const found = format ?? formatFor(path);
      if (found === undefined || isTarget(path) || foreign.files.has(path)) continue;
      const extension = parts.extension ?? path.slice(path.lastIndexOf('.'));
      const namespace = layout.namespace(entry, parts);
      const file = { ...layout.place(entry, namespace, extension, found.kind === 'article'), path, format: found };
      const error = refusal(file, namespaces, targets, spelt[0] ?? configuration.sourceLanguage);
      if (error === undefined) files.push(file);
      else errors.push(error);
    }
  }
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), errors, warnings };
}

/** Why a file cannot be taken beside those before it. */
function refusal(
  file: SourceFile,
  namespaces: Map<string, SourceFile>,
  targets: Map<string, SourceFile>,
  language: string,
): SourceError | undefined {
  const place = { file: file.path };
  if (file.namespace.includes(':')) {
    const message = 'a colon in the path would cut the namespace in two for i18next.';
    return new SourceError(message, { place, remedy: 'Rename the file.' });
  }
  const same = namespaces.get(file.namespace.toLowerCase());
  if (same !== undefined) {
    const remedy =
      same.entry === file.entry
        ? 'Rename one of the two; upper and lower case do not tell them apart.'
        : `Give one of the entries ${entryText(same.entry)} and ${entryText(file.entry)} of "files" a "name".`;
    return new SourceError(`has the same namespace as ${same.path}, which is used.`, { place, remedy });
  }
  const target = file.article(language);
  const other = targets.get(target);
  if (other !== undefined) {
    const entries = [...new Set([entryText(other.entry), entryText(file.entry)])].join(' and ');
    const remedy = `Change the target of ${entries} in "files", or rename one of the two.`;
    return new SourceError(`would be translated into ${target}, as ${other.path} is.`, { place, remedy });
  }
  namespaces.set(file.namespace.toLowerCase(), file);
  targets.set(target, file);
  return undefined;
}

async function candidatesOf(
  { root, layout, configuration }: Pick<Project, 'root' | 'layout' | 'configuration'>,
  { source, exclude }: FilesEntry,
): Promise<Candidate[]> {
  const { folder } = source;
  if (folder !== '' && existingInProject(root, folder) === undefined) {
    throw new ConfigurationError(`the project has no folder ${folder}/.`, {
      place: { file: folder },
      remedy: `Create it and put the articles and strings there, or name the project with --root.`,
    });
  }
  const languages = [layout.spelling(configuration.sourceLanguage)];
  const isExcluded = await excluding(exclude);
  const fixed = [...source.placeholders].every((name) => name === 'language');
  const paths = fixed
    ? [source.expand({ language: languages[0] ?? '' })].filter((path) => existingInProject(root, path) !== undefined)
    : folder === ''
      ? filesBelow(root, folder)
      : listFiles(root, folder, '');
  return paths.flatMap((path) => {
    const parts = source.match(path, languages);
    return parts === undefined || isExcluded(path) ? [] : [{ path, parts }];
  });
}

async function excluding(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs]);
}

function formatOf({ format, source }: FilesEntry): FormatEntry | undefined {
  if (format === undefined) return undefined;
  const found = FORMATS.find(({ name }) => name === format);
  if (found !== undefined) return found;
  const known = FORMATS.map(({ name }) => name);
  const near = nearest(format, known);
  throw new ConfigurationError(`"files": ${source.text}: there is no format "${format}".`, {
    remedy: near === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  });
}

/**
 * The source files that a `--only` pattern names, as a test on source files.
 * @param files those that there are: the name or namespace of one of them is that file and never a pattern.
 * @param pattern a glob, relative to `source/` or to the root, or of namespaces.
 */
export async function onlyFilter(
  files: readonly SourceFile[],
  pattern: string,
): Promise<(file: SourceFile) => boolean> {
  const asked = pattern.normalize('NFC');
  const names = ({ path, namespace, entry, extension }: SourceFile): string[] => {
    const { folder } = entry.source;
    const inFolder = folder === '' ? path : path.slice(folder.length + 1);
    return [path, inFolder, namespace, `${namespace}${extension}`].map((name) => name.normalize('NFC'));
  };
  const named = files.filter((file) => names(file).includes(asked));
  if (named.length > 0) return (file) => named.some(({ path }) => path === file.path);
  const { default: picomatch } = await import('picomatch');
  const fits = picomatch([asked, `${asked}.*`]);
  return (file) => names(file).some((name) => fits(name));
}
