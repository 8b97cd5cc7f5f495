import { open, rename, rm, stat } from 'node:fs/promises';
import { unreachable, type Mirror } from './mirror.ts';

/** Told how far a download is. */
export type Progress = (done: number, total: number) => void;

/**
 * Downloads a file of a mirror, going on where an earlier try ended.
 * @param location below the mirror's address.
 * @param path where it goes when it is whole; meanwhile it is `<path>.part`.
 * @param size in bytes, as announced; a longer or shorter answer is an error.
 * @throws EngineRefusal when the network fails: what arrived is kept for the next try.
 */
export async function download(
  mirror: Mirror,
  location: string,
  path: string,
  size: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const address = mirror.addressOf(location);
  const part = `${path}.part`;
  let done = await sizeOf(part);
  if (done >= size) {
    // Not a rest that can be continued; a whole one would have been renamed.
    await rm(part, { force: true });
    done = 0;
  }
  try {
    const { continues, body } = await mirror.open(location, done, size, signal);
    if (!continues) done = 0;
    const file = await open(part, continues ? 'a' : 'w');
    try {
      progress(done, size);
      for await (const chunk of body) {
        done += chunk.byteLength;
        if (done > size) break;
        await file.writeFile(chunk);
        progress(done, size);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw unreachable(mirror, address, cause);
  }
  if (done > size) await rm(part, { force: true });
  if (done !== size) throw unreachable(mirror, address, new Error(`it gave ${done} of ${size} bytes`));
  await rename(part, path);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
