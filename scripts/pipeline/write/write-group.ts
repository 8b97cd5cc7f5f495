import type { FileChange, FileWriter } from '../../locales/journal.ts';
import { GlossaError } from '../../project/errors.ts';
import type { Tell } from '../../project/report/run-event.ts';

/** @returns whether the group could be written. */
export async function writeGroup(files: FileWriter, group: readonly FileChange[], tell: Tell): Promise<boolean> {
  try {
    const written = await files.write(group);
    const removed = written === 0 ? [] : group.filter(({ text }) => text === null).map(({ file }) => file);
    tell({ kind: 'written', written, removed });
    return true;
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    tell({ kind: 'error', error });
    return false;
  }
}
