/** `--prune`: what has no source goes, and people's words in it are kept. */
import { GlossaError } from '../../project/errors.ts';
import type { Job } from '../job.ts';
import { pruneNamespace } from '../plan/prune.ts';
import type { KeptMemories } from '../see/kept-memory.ts';
import { writeGroup } from './write-group.ts';

/** @param orphans see `findOrphans`; those that cannot go stay orphans, with the reason. */
export async function pruneOrphans(orphans: readonly string[], memories: KeptMemories, job: Job): Promise<void> {
  const { project, options, tools, tell } = job;
  const left: string[] = [];
  for (const orphan of orphans) {
    try {
      for (const group of await pruneNamespace(project, orphan, memories)) {
        const removed = group.filter(({ text }) => text === null).map(({ file }) => file);
        if (options.dryRun) tell({ kind: 'written', written: group.length, removed });
        else await writeGroup(tools.files, group, tell);
      }
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      tell({ kind: 'error', error });
      left.push(orphan);
    }
  }
  tell({ kind: 'orphans', names: left });
}
