/** Files read only to be hashed: a run with nothing to do reads thousands of them, and keeps none. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { guardedInProject } from '../../../project/paths.ts';
import { readBytes } from './sources.ts';

/** A buffer for each file would be collected again and again. */
let shared = Buffer.allocUnsafeSlow(1 << 18);

/** A link is not followed, a pipe not waited for: both are left to who reads with care. Windows has neither flag. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * The bytes of a project file, or undefined when it is absent. They are gone at the next call.
 * @throws SourceError when it cannot be read.
 */
export function glanceAt(root: string, file: string): Buffer | undefined {
  const path = guardedInProject(root, file);
  if (path === undefined) return undefined;
  let descriptor: number;
  try {
    descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return readBytes(root, file);
  }
  try {
    let length = 0;
    for (;;) {
      const room = shared.length - length;
      const read = readSync(descriptor, shared, length, room, null);
      length += read;
      if (read < room) return shared.subarray(0, length); // a file gives all that it has
      shared = Buffer.concat([shared], length * 2);
    }
  } catch {
    return readBytes(root, file);
  } finally {
    closeSync(descriptor);
  }
}
