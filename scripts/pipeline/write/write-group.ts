import type { FileChange, FileWriter } from '../../locales/journal.ts';
import { GlossaError } from '../../project/errors.ts';
import type { Report } from '../../project/report.ts';

/** @returns whether the group could be written. */
export async function writeGroup(files: FileWriter, group: readonly FileChange[], report: Report): Promise<boolean> {
  try {
    const written = await files.write(group);
    report.written += written;
    return true;
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    report.errors.push(error);
    return false;
  }
}
