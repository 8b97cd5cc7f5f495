/** The pictures of `status`, written where the user says. */
import { relative, resolve, sep } from 'node:path';
import { exclusively, type WrittenProject } from '../../locales/exclusive-run.ts';
import { UsageError } from '../../project/errors.ts';
import { badge } from './badge.ts';
import { chart } from './chart.ts';
import type { Progress } from './progress.ts';

/**
 * Writes the badge and the chart; a picture that would be the same is not touched.
 * @param files paths from the project's root.
 * @throws UsageError for a file that is no `.svg`; SourceError for a place outside the project.
 */
export async function writePictures(
  project: WrittenProject,
  files: { readonly badge: string | undefined; readonly chart: string | undefined },
  languages: readonly Progress[],
  note: (line: string) => void,
): Promise<void> {
  const changes = [
    ...(files.badge === undefined ? [] : [{ file: files.badge, text: badge(languages) }]),
    ...(files.chart === undefined ? [] : [{ file: files.chart, text: chart(languages) }]),
  ].map(({ file, text }) => {
    if (!file.endsWith('.svg'))
      throw new UsageError(`${file} is no name of a picture.`, { remedy: 'Give it .svg at its end.' });
    return { file: relative(project.paths.root, resolve(project.paths.root, file)).replaceAll(sep, '/'), text };
  });
  if (changes.length > 0) await exclusively(project, note, (writer) => writer.write(changes));
}
