/** What a source file is, and how files of the project are read. */
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import type { FormatEntry } from '../../../formats/index.ts';
import { ConfigurationError, SourceError } from '../../../project/errors.ts';
import type { Place } from '../../../project/layout/layout.ts';
import { insideProject, noFolder, readableInProject } from '../../../project/paths.ts';
import type { SyntaxName } from '../../../units/unit.ts';

export interface SourceFile extends Place {
  /** Relative to the root: `source/blog/esosomi.md`. */
  readonly path: string;
  readonly format: FormatEntry;
}

export interface Sources {
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly errors: readonly SourceError[];
  /** Folders and files that look like translations into a language that is not configured. */
  readonly warnings: readonly string[];
}

/** The syntax of a key's values: front matter is plain text, whatever the blocks below it are. */
export function syntaxOf({ format }: SourceFile, key: string): SyntaxName {
  return format.kind === 'article' && !key.startsWith('body.') ? 'plain' : format.syntax;
}

/**
 * The files under a folder of the project with an extension, relative to the root, sorted. No folder: no files.
 * Dotfiles, and what symbolic links lead to, are none of them; what is in the place of a file (a pipe) is one of them: who reads it names it.
 * @param tell takes the path of a link.
 * @throws SourceError for what is no folder, or cannot be read: it is not as if nothing were in it.
 */
export function listFiles(
  root: string,
  folder: string,
  extension: string,
  tell: (path: string) => void = () => {},
): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(insideProject(root, folder), { withFileTypes: true });
  } catch (cause) {
    // What leads outside is told by whoever reads a file of it.
    if (cause instanceof SourceError || codeOf(cause) === 'ENOENT') return [];
    if (codeOf(cause) === 'ENOTDIR') throw noFolder(folder);
    throw cause instanceof ConfigurationError ? cause : unreadable(folder, cause);
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(root, path, extension, tell);
      if (entry.isSymbolicLink()) tell(path);
      return !entry.isSymbolicLink() && entry.name.endsWith(extension) ? [path] : [];
    })
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** The bytes of a project file, or undefined when it is absent. @throws SourceError when it cannot be read. */
export function readBytes(root: string, file: string): Buffer | undefined {
  try {
    // Asking first is cheap, an error costs fifteen times as much, and a run asks for many files that are not there yet.
    const path = readableInProject(root, file);
    return path === undefined ? undefined : readFileSync(path);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return undefined;
    throw unreadable(file, cause);
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

function unreadable(file: string, cause: unknown): SourceError {
  const why = cause instanceof Error ? cause.message : '';
  return new SourceError(`cannot be read (${why}).`, { place: { file }, cause });
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
