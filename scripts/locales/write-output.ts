import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { GlossaError, UsageError } from '../project/errors.ts';
import { stageFiles } from './write.ts';

/**
 * Writes a file that the user named, which may be anywhere: whole or not at all. What is no file (`/dev/stdout`, a pipe) is
 * written to as it is.
 * @throws UsageError when it cannot be written.
 */
export async function writeOutput(file: string, text: string): Promise<void> {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isFile()) return writeFileSync(file, text);
    await (await stageFiles([{ file, text, path: resolve(file), isNew: stat === undefined }])).commit();
  } catch (cause) {
    if (cause instanceof GlossaError) throw cause;
    throw new UsageError(`${file} cannot be written (${cause instanceof Error ? cause.message : ''}).`, { cause });
  }
}
