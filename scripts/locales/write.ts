/** Files are written here and nowhere else: a group at a time, atomically, never outside the project. */
import { randomBytes } from 'node:crypto';
import { access, constants, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../project/errors.ts';
import { insideProject, LOCALES_FOLDER } from '../project/paths.ts';

/** A file's new text; null removes it. */
export interface NewText {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string | null;
}

/** Files that are ready beside their targets: what may fail for want of room or permission has been done. */
export interface StagedFiles {
  /** Puts them in place, in their order. */
  commit(): Promise<void>;
  /** Takes the temporary files away again. */
  discard(): Promise<void>;
}

interface Staged extends NewText {
  readonly path: string;
  readonly temporary: string | undefined;
}

/**
 * Writes texts into temporary files beside their targets (write, fsync) and moves none: a full disk or a folder that
 * cannot be written is met before the first file of the group has changed, and a reader never sees half a file.
 * @throws ConfigurationError when one of the places cannot be written; nothing is left behind then.
 */
export async function stageFiles(root: string, changes: readonly NewText[]): Promise<StagedFiles> {
  const staged: Staged[] = [];
  const discard = async (): Promise<void> => {
    for (const { temporary } of staged) {
      if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
    }
  };
  for (const { file, text } of changes) {
    const path = insideProject(root, file);
    const temporary = text === null ? undefined : temporaryPath(path);
    staged.push({ file, text, path, temporary });
    try {
      if (temporary === undefined || text === null) await checkRemoval(path);
      else await writeBeside(path, temporary, text);
    } catch (cause) {
      await discard();
      throw unwritable(file, cause);
    }
  }
  return {
    async commit() {
      for (const { file, path, temporary } of staged) {
        try {
          if (temporary === undefined) await rm(path, { force: true });
          else await rename(temporary, path);
        } catch (cause) {
          await discard();
          throw unwritable(file, cause);
        }
      }
    },
    discard,
  };
}

/** Takes away what a killed run had begun to write beside its targets. */
export async function removeTemporaries(root: string): Promise<void> {
  const folder = insideProject(root, LOCALES_FOLDER);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) if (TEMPORARY.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

function temporaryPath(path: string): string {
  return `${path}.${process.pid}-${randomBytes(3).toString('hex')}.tmp`;
}

const TEMPORARY = /\.\d+-[0-9a-f]{6}\.tmp$/;

async function writeBeside(path: string, temporary: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const there = await lstat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new Error('a folder of this name is in the way');
  // A rename would replace it all the same; who took the right to write away meant the text.
  if (there !== undefined) await access(path, constants.W_OK);
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function checkRemoval(path: string): Promise<void> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (isThere) await access(dirname(path), constants.W_OK);
}

function unwritable(file: string, cause: unknown): ConfigurationError {
  const reason = cause instanceof Error ? cause.message.replace(/, \w+ '.*$/, '') : String(cause);
  return new ConfigurationError(`cannot be written (${reason}).`, {
    place: { file },
    remedy: 'Check the permissions of the folder and the free space; what was finished is saved.',
    cause,
  });
}
