/** `--prune`, carried out: what has no source or no language any more goes, and each file of it is told. */
import { rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from '../../locales/journal.ts';
import { GlossaError } from '../../project/errors.ts';
import type { Job } from '../job.ts';
import { pruneLanguages } from '../plan/prune-languages.ts';
import { pruneNamespace } from '../plan/prune.ts';
import type { KeptMemories } from '../see/kept-memory.ts';
import { writeGroup } from './write-group.ts';

/**
 * Orphans that go are no orphans of the report any more; what cannot go stays one, and is an error.
 * @param orphans see `findOrphans`.
 */
export async function pruneFiles(orphans: readonly string[], memories: KeptMemories, job: Job): Promise<void> {
  const { project, tell } = job;
  const remove = async (groups: () => Promise<FileChange[][]>): Promise<boolean> => {
    try {
      for (const group of await groups()) await removeGroup(group, job);
      return true;
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      tell({ kind: 'error', error });
      return false;
    }
  };
  await remove(() => pruneLanguages(project, memories));
  const left: string[] = [];
  for (const orphan of orphans) if (!(await remove(() => pruneNamespace(project, orphan, memories)))) left.push(orphan);
  tell({ kind: 'orphans', names: left });
}

async function removeGroup(group: readonly FileChange[], { project, options, tools, tell }: Job): Promise<void> {
  const files = group.flatMap(({ file, text }) => (text === null ? [file] : []));
  tell({ kind: 'pruned', files });
  if (options.dryRun) return;
  await writeGroup(tools.files, group, tell);
  for (const file of files) removeEmptyFolders(project.root, dirname(file));
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
