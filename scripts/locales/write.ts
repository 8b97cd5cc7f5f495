/** Files are written here and nowhere else: only when they change, atomically, never outside the project. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigurationError } from '../project/errors.ts';
import { insideProject } from '../project/paths.ts';

/**
 * Writes a file through a temporary one beside it (write, fsync, rename), so that a reader or a killed run never sees
 * half of it. A file that has the text already is not touched.
 * @param file relative to the root.
 * @returns whether it was written.
 * @throws ConfigurationError when the place cannot be written.
 */
export async function writeIfChanged(root: string, file: string, text: string): Promise<boolean> {
  const path = insideProject(root, file);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === text) return false;
  const temporary = `${path}.${process.pid}-${randomBytes(3).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(file, cause);
  }
  return true;
}

/** Removes a file of the project; an absent one is no error. */
export async function removeFile(root: string, file: string): Promise<void> {
  try {
    await rm(insideProject(root, file), { force: true });
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function unwritable(file: string, cause: unknown): ConfigurationError {
  const reason = cause instanceof Error ? cause.message.replace(/, \w+ '.*$/, '') : String(cause);
  return new ConfigurationError(`cannot be written (${reason}).`, {
    place: { file },
    remedy: 'Check the permissions of the folder and the free space; what was finished is saved.',
    cause,
  });
}
