/** `--prune`, carried out: what has no source or no language any more goes, and each file of it is told. */
import { rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange, FileWriter } from '../../locales/journal.ts';
import { GlossaError } from '../../project/errors.ts';
import type { Report } from '../../project/report.ts';
import { pruneLanguages } from '../plan/prune-languages.ts';
import { pruneNamespace } from '../plan/prune.ts';
import type { KeptMemories } from '../see/kept-memory.ts';
import type { Project } from '../see/project.ts';
import { writeGroup } from './write-group.ts';

/**
 * Orphans that go are no orphans of the report any more; what cannot go stays one, and is an error.
 * @param writer undefined: it is only told what would be deleted.
 */
export async function pruneFiles(
  project: Project,
  memories: KeptMemories,
  writer: FileWriter | undefined,
  report: Report,
): Promise<void> {
  const remove = async (groups: () => Promise<FileChange[][]>): Promise<boolean> => {
    try {
      for (const group of await groups()) await removeGroup(project.root, group, writer, report);
      return true;
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      report.errors.push(error);
      return false;
    }
  };
  await remove(() => pruneLanguages(project, memories));
  for (const namespace of report.orphans.splice(0)) {
    if (!(await remove(() => pruneNamespace(project, namespace, memories)))) report.orphans.push(namespace);
  }
}

async function removeGroup(
  root: string,
  group: readonly FileChange[],
  writer: FileWriter | undefined,
  report: Report,
): Promise<void> {
  const files = group.flatMap(({ file, text }) => (text === null ? [file] : []));
  report.removed.push(...files);
  if (writer === undefined) return;
  await writeGroup(writer, group, report);
  for (const file of files) removeEmptyFolders(root, dirname(file));
}

/** Git keeps no empty folders, and one of a language's name would be taken for that language's. */
function removeEmptyFolders(root: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(root, folder));
  } catch {
    // Something is still in it.
    return;
  }
  removeEmptyFolders(root, dirname(folder));
}
