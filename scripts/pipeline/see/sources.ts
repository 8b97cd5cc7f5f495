/** The source files of a project: what is there, under which namespace, and what cannot be taken. */
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { formatFor, type FormatEntry } from '../../formats/index.ts';
import { ConfigurationError, SourceError } from '../../project/errors.ts';
import { existingInProject, insideProject, SOURCE_FOLDER } from '../../project/paths.ts';
import type { SyntaxName } from '../../units/unit.ts';

export interface SourceFile {
  /** Relative to the root: `source/blog/esosomi.md`. */
  readonly path: string;
  /** `blog/esosomi`, NFC. */
  readonly namespace: string;
  /** With the dot. */
  readonly extension: string;
  readonly format: FormatEntry;
}

export interface Sources {
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly errors: readonly SourceError[];
}

/** The syntax of a key's values: front matter is plain text, whatever the blocks below it are. */
export function syntaxOf({ format }: SourceFile, key: string): SyntaxName {
  return format.kind === 'article' && !key.startsWith('body.') ? 'plain' : format.syntax;
}

/**
 * Lists `source/`. Files of no known format are left alone; symbolic links are not followed.
 * @throws ConfigurationError where there is no such folder: mostly another project was meant.
 */
export async function findSources(root: string): Promise<Sources> {
  if (existingInProject(root, SOURCE_FOLDER) === undefined) {
    throw new ConfigurationError(`the project has no folder ${SOURCE_FOLDER}/.`, {
      place: { file: SOURCE_FOLDER },
      remedy: `Create it and put the articles and strings there, or name the project with --root.`,
    });
  }
  const paths = listFiles(root, SOURCE_FOLDER, '').map((path) => path.slice(SOURCE_FOLDER.length + 1));
  const files: SourceFile[] = [];
  const errors: SourceError[] = [];
  const taken = new Map<string, string>();
  for (const name of paths) {
    const format = formatFor(name);
    if (format === undefined) continue;
    const path = `${SOURCE_FOLDER}/${name}`;
    if (name.includes(':')) {
      errors.push(
        new SourceError('a colon in the path would cut the namespace in two for i18next.', {
          place: { file: path },
          remedy: 'Rename the file.',
        }),
      );
      continue;
    }
    const extension = name.slice(name.lastIndexOf('.'));
    const namespace = name.slice(0, -extension.length).normalize('NFC');
    const same = namespace.toLowerCase();
    const first = taken.get(same);
    if (first !== undefined) {
      errors.push(
        new SourceError(`has the same namespace as ${first}, which is used.`, {
          place: { file: path },
          remedy: 'Rename one of the two; upper and lower case do not tell them apart.',
        }),
      );
      continue;
    }
    taken.set(same, path);
    files.push({ path, namespace, extension, format });
  }
  return { files, errors };
}

/**
 * The source files that a `--only` pattern names, as a test on source files.
 * @param files those that there are: the name or namespace of one of them is that file and never a pattern.
 * @param pattern a glob, relative to `source/` or to the root.
 */
export async function onlyFilter(
  root: string,
  files: readonly SourceFile[],
  pattern: string,
): Promise<(file: SourceFile) => boolean> {
  const inSource = pattern.startsWith(`${SOURCE_FOLDER}/`) ? pattern.slice(SOURCE_FOLDER.length + 1) : pattern;
  const name = inSource.normalize('NFC');
  const named = files.filter((file) => nameOf(file).normalize('NFC') === name || file.namespace === name);
  if (named.length > 0) return (file) => named.some(({ path }) => path === file.path);
  const { default: glob } = await import('fast-glob');
  const found = new Set(await glob([inSource, `${inSource}.*`], { cwd: join(root, SOURCE_FOLDER) }));
  return (file) => found.has(nameOf(file));
}

function nameOf({ path }: SourceFile): string {
  return path.slice(SOURCE_FOLDER.length + 1);
}

/**
 * The files under a folder of the project with an extension, relative to the root, sorted. No folder: no files.
 * Dotfiles, and what symbolic links lead to, are none of them.
 */
export function listFiles(root: string, folder: string, extension: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(insideProject(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(root, path, extension);
      return entry.isFile() && entry.name.endsWith(extension) ? [path] : [];
    })
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** The bytes of a project file, or undefined when it is absent. @throws SourceError when it cannot be read. */
export function readBytes(root: string, file: string): Buffer | undefined {
  try {
    // Asking first is cheap, an error costs fifteen times as much, and a run asks for many files that are not there yet.
    const path = existingInProject(root, file);
    return path === undefined ? undefined : readFileSync(path);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) {
      return undefined;
    }
    throw new SourceError(`cannot be read (${cause instanceof Error ? cause.message : ''}).`, {
      place: { file },
      cause,
    });
  }
}

/** Bytes as text. @throws SourceError with the line of the first byte that is not UTF-8. */
export function decode(bytes: Buffer, file: string): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes)) return text;
  const before = bytes.toString('utf8').split('\ufffd', 1)[0] ?? '';
  throw new SourceError('is not UTF-8 text.', {
    place: { file, line: before.split('\n').length },
    remedy: 'Save it as UTF-8.',
  });
}
