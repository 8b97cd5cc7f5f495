/** `adopt`: takes over the translations that are there, and tells what it found; nobody is asked for what is missing. */
import type { FileChange, FileWriter } from '../../locales/journal.ts';
import type { Log } from '../../project/log.ts';
import type { Report } from '../../project/report/report.ts';
import type { Project } from '../../pipeline/see/project.ts';
import { readBytes } from '../../pipeline/see/source/sources.ts';
import { PLAIN_RUN, translate } from '../translate.ts';
import { adoptionOf, type Adoption } from './adoption.ts';

export interface AdoptOptions {
  readonly to: readonly string[] | undefined;
  readonly only: string | undefined;
  readonly keepEqual: boolean;
}

/**
 * @param writer undefined: nothing is written, and the result tells what would be.
 */
export async function adopt(
  project: Project,
  options: AdoptOptions,
  writer: FileWriter | undefined,
  log: Log,
  signal: AbortSignal,
): Promise<{ readonly adoption: Adoption; readonly report: Report }> {
  const changed = new Set<string>();
  const files: FileWriter = {
    async write(changes) {
      const news = changes.filter((change) => isNew(project, change));
      for (const { file } of news) if (isTheirs(project, file)) changed.add(file);
      return writer === undefined ? news.length : writer.write(changes);
    },
  };
  const report = await translate(project, { ...PLAIN_RUN, ...options, adopt: true }, { files, log, signal });
  return { adoption: adoptionOf(report, [...changed].toSorted()), report };
}

function isNew({ root }: Project, { file, text }: FileChange): boolean {
  const there = readBytes(root, file)?.toString('utf8');
  return text === null ? there !== undefined : there !== text;
}

/** Whether a file is one of the project's translations, and none of our records. */
function isTheirs({ root, layout }: Project, file: string): boolean {
  return layout.translation(file) !== undefined && readBytes(root, file) !== undefined;
}
