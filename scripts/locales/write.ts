/** Files are written here and nowhere else: a group at a time, atomically, never outside the project. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsync,
  lstatSync,
  mkdirSync,
  open,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigurationError, GlossaError } from '../project/errors.ts';
import { forgetFolders, insideProject, noFile } from '../project/paths.ts';

/** A file's new text; null removes it. */
export interface NewText {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string | null;
}

/** A text with its place. */
export interface PlacedText extends NewText {
  /** Absolute. */
  readonly path: string;
  /** Nothing stood there a moment ago. */
  readonly isNew: boolean;
}

/** Files that are ready beside their targets: what may fail for want of room or permission has been done. */
export interface StagedFiles {
  /** Puts them in place, in their order. */
  commit(): Promise<void>;
  /** Takes the temporary files away again. */
  discard(): Promise<void>;
}

interface Staged extends PlacedText {
  /** Where the text goes: of a link, what it leads to. */
  readonly target: string;
  readonly temporary: string | undefined;
}

/**
 * Writes texts into temporary files beside their targets (write, fsync) and moves none: a full disk or a folder that
 * cannot be written is met before the first file of the group has changed, and a reader never sees half a file. A link is
 * written through, and a file keeps its mode.
 * @param guard looks once more that a file is where it may be, and throws where it is not: before anything is written, and
 *   before it is put in place, because a folder may have become a link meanwhile.
 * @throws ConfigurationError when one of the places cannot be written, SourceError when something else than a file is
 *   there; nothing is left behind then.
 */
export async function stageFiles(
  changes: readonly PlacedText[],
  guard: (file: string) => void = () => {},
): Promise<StagedFiles> {
  const staged = changes.map((change): Staged => {
    const target = change.isNew ? change.path : linked(change.path);
    return { ...change, target, temporary: change.text === null ? undefined : temporaryPath(target) };
  });
  const discard = async (): Promise<void> => {
    for (const { temporary } of staged) {
      if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
    }
  };
  const stage = async ({ file, text, isNew, path, target, temporary }: Staged): Promise<GlossaError | undefined> => {
    try {
      guard(file);
      const there = isNew ? undefined : statSync(target, { throwIfNoEntry: false });
      if (there?.isFile() === false) throw noFile(file, there);
      if (temporary === undefined || text === null) checkRemoval(path);
      else await writeBeside(target, temporary, text, there?.mode);
      return undefined;
    } catch (cause) {
      return cause instanceof GlossaError ? cause : unwritable(file, cause);
    }
  };
  // All at once: most of the time is the disk's. The first of the group is told, whichever failed first.
  const failure = (await Promise.all(staged.map(stage))).find((found) => found !== undefined);
  if (failure !== undefined) {
    await discard();
    throw failure;
  }
  return {
    async commit() {
      forgetFolders();
      for (const { file, path, target, temporary } of staged) {
        try {
          guard(file);
          if (temporary === undefined) rmSync(path, { force: true });
          else renameSync(temporary, target);
        } catch (cause) {
          await discard();
          throw cause instanceof GlossaError ? cause : unwritable(file, cause);
        }
      }
    },
    discard,
  };
}

/**
 * Takes away what a killed run had begun to write beside its targets.
 * @param folders that runs write into, relative to the root.
 */
export async function removeTemporaries(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders.map((name) => insideProject(root, name))) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const left = names.filter((name) => TEMPORARY.test(name) && !name.includes('node_modules'));
    for (const name of left) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

function linked(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realpathSync(path) : path;
}

/** Of one length, whatever the file is called: a name may have all of the 255 bytes that there are. */
function temporaryPath(path: string): string {
  return join(dirname(path), `.glossa-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Those of earlier versions stood beside their files under a name of their own. */
const TEMPORARY = /(?:^|[\\/])\.glossa-\d+-[0-9a-f]{12}\.tmp$|\.\d+-[0-9a-f]{6}\.tmp$/;

const create = promisify(open);
const flush = promisify(fsync);

/** What may wait for the disk is left to a thread; everything else is over sooner than a thread could take it. */
async function writeBeside(path: string, temporary: string, text: string, mode: number | undefined): Promise<void> {
  // A rename would replace it all the same; who took the right to write away meant the text.
  if (mode !== undefined) accessSync(path, constants.W_OK);
  const handle = await createIn(dirname(path), temporary);
  try {
    if (mode !== undefined) fchmodSync(handle, mode & 0o777);
    writeFileSync(handle, text);
    await flush(handle);
  } finally {
    closeSync(handle);
  }
}

/** Most folders are there already. */
async function createIn(folder: string, temporary: string): Promise<number> {
  try {
    return await create(temporary, 'wx');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(folder, { recursive: true });
    return create(temporary, 'wx');
  }
}

function checkRemoval(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) accessSync(dirname(path), constants.W_OK);
}

function unwritable(file: string, cause: unknown): ConfigurationError {
  const reason = cause instanceof Error ? cause.message.replace(/, \w+ '.*$/, '') : String(cause);
  return new ConfigurationError(`cannot be written (${reason}).`, {
    place: { file },
    remedy: 'Check the permissions of the folder and the free space; what was finished is saved.',
    cause,
  });
}
