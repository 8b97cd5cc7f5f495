/** Where things are in a project, and the guard that keeps every path inside it. */
import { createHash } from 'node:crypto';
import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ConfigurationError, SourceError } from './errors.ts';

export const GLOSSARY_FOLDER = 'glossary';

/** Words for engines that do not know them: beside the termbase's files, and none of them. */
export const WORDS_FILE = 'glossary/words.csv';

export interface ProjectPaths {
  /** Absolute, symbolic links resolved. */
  readonly root: string;
  /** The project's own cache: local memory, run journal. */
  readonly cache: string;
  /** Shared by projects: models, unpacked packages. */
  readonly sharedCache: string;
}

/** @throws ConfigurationError when the root does not exist. */
export function projectPaths(root: string, variables: NodeJS.ProcessEnv): ProjectPaths {
  let real: string;
  try {
    real = realpathSync(resolve(root));
  } catch (cause) {
    throw new ConfigurationError(`the project folder ${root} does not exist.`, { cause });
  }
  const base = variables['XDG_CACHE_HOME'] ?? '';
  const caches = join(isAbsolute(base) ? base : join(variables['HOME'] || homedir(), '.cache'), 'glossa');
  const project = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return { root: real, cache: join(caches, project), sharedCache: caches };
}

/**
 * The absolute path of a file of the project.
 * @throws SourceError when it would leave the project, also through a symbolic link in its folders.
 */
export function insideProject(root: string, file: string): string {
  return placeInProject(root, file).path;
}

/**
 * The absolute path of a file of the project that is there, or undefined: with one look at the disk.
 * @throws SourceError as `insideProject`
 */
export function existingInProject(root: string, file: string): string | undefined {
  const { path, isThere } = placeInProject(root, file);
  return isThere ? path : undefined;
}

/**
 * Where a file of the project is, and whether anything stands there: with one look at the disk.
 * @throws SourceError as `insideProject`
 */
export function placeInProject(root: string, file: string): { readonly path: string; readonly isThere: boolean } {
  const { path, stat } = lookInProject(root, file);
  return { path, isThere: stat !== undefined };
}

/**
 * The absolute path of a file in a folder that is there and belongs to the project; undefined where the folder is absent.
 * What the file itself is has not been looked at: it may be a link.
 * @throws SourceError as `insideProject`
 */
export function guardedInProject(root: string, file: string): string | undefined {
  const path = resolve(root, file);
  if (!isInside(root, path)) throw outside(file);
  return guardFolders(root, path, file) ? path : undefined;
}

/** @returns with what stands there, a link as what it leads to. */
function lookInProject(root: string, file: string): { readonly path: string; readonly stat: Stats | undefined } {
  const path = guardedInProject(root, file);
  // Below a folder that is not there nothing is.
  if (path === undefined) return { path: resolve(root, file), stat: undefined };
  const stat = look(path);
  if (stat?.isSymbolicLink() !== true) return { path, stat };
  if (!leadsInside(root, path)) throw outside(file);
  return { path, stat: statSync(path, { throwIfNoEntry: false }) };
}

/** What a folder was seen to be is believed for so long, in ms: a run asks for the same few thousands of times. */
const BELIEVED = 20;

/** Folders that were seen inside their root, and since when. */
const guarded = new Map<string, { readonly since: number; readonly folders: Set<string> }>();

/** The folders of a root that need not be looked at again. A folder may become a link while a run is at work. */
function guardedFolders(root: string): Set<string> {
  const now = performance.now();
  const known = guarded.get(root);
  if (known !== undefined && now - known.since < BELIEVED) return known.folders;
  const folders = new Set<string>();
  guarded.set(root, { since: now, folders });
  return folders;
}

/** Forgets what folders were seen to be: whoever is about to write looks again. */
export function forgetFolders(): void {
  guarded.clear();
}

/** @returns whether the folders of a file are there. */
function guardFolders(root: string, path: string, file: string): boolean {
  const known = guardedFolders(root);
  // One that was seen was seen with all above it.
  if (known.has(path.slice(0, path.lastIndexOf(sep)))) return true;
  for (let end = path.indexOf(sep, root.length + 1); end !== -1; end = path.indexOf(sep, end + 1)) {
    const folder = path.slice(0, end);
    if (known.has(folder)) continue;
    const stat = look(folder);
    if (stat === undefined) return false;
    if (stat.isSymbolicLink() && !leadsInside(root, folder)) throw outside(file);
    // Deeper down, what stands in the way stops the files below it, and who writes them says so.
    if (!stat.isDirectory() && !stat.isSymbolicLink() && dirname(folder) === root)
      throw noFolder(folder.slice(root.length + 1));
    known.add(folder);
  }
  return true;
}

function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder should be: nothing below it exists.
    return undefined;
  }
}

/**
 * The absolute path of a file of the project that can be read, or undefined where nothing is: a link's own target.
 * @throws SourceError as `insideProject`, and for what is no file: who opens a pipe waits for somebody to write into it.
 */
export function readableInProject(root: string, file: string): string | undefined {
  const { path, stat } = lookInProject(root, file);
  if (stat?.isFile() === false) throw noFile(file, stat);
  return stat === undefined ? undefined : path;
}

/**
 * The error for something else in the place of a folder: as if nothing had been in it, all would be made again. Without
 * one of its own folders there is no project.
 */
export function noFolder(folder: string): SourceError | ConfigurationError {
  const Kind = folder.includes('/') ? SourceError : ConfigurationError;
  return new Kind('is no folder, and files of the project stand in a folder of that name.', {
    place: { file: folder },
    remedy: 'Move it away, and restore the folder from git.',
  });
}

/** The error for something else in the place of a file. */
export function noFile(file: string, stat: Stats): SourceError {
  return new SourceError(`is ${kindOf(stat)} and no file.`, {
    place: { file },
    remedy: 'Move it away; where it stood in place of a file of the project, restore that from git.',
  });
}

function kindOf(stat: Stats): string {
  if (stat.isDirectory()) return 'a folder';
  if (stat.isFIFO()) return 'a named pipe';
  if (stat.isSocket()) return 'a socket';
  return stat.isBlockDevice() || stat.isCharacterDevice() ? 'a device' : 'something else';
}

/** A link to nowhere leads nowhere inside: a file written through it would be made wherever it says. */
function leadsInside(root: string, link: string): boolean {
  try {
    return isInside(root, realpathSync(link));
  } catch {
    return false;
  }
}

function isInside(root: string, path: string): boolean {
  if (path.startsWith(root + sep)) return true;
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(file: string): SourceError {
  return new SourceError('leads outside the project.', {
    place: { file },
    remedy: 'Remove the symbolic link or rename the file; Glossa only works inside the project.',
  });
}
