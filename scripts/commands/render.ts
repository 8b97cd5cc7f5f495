/** `render`: articles from source and bundles, with people's edits taken over and nothing translated. */
import { parseRecord } from '../locales/record.ts';
import type { FileWriter } from '../locales/journal.ts';
import { silentLog } from '../project/log.ts';
import { problemsOf } from '../pipeline/judge/problems.ts';
import type { Project } from '../pipeline/see/project.ts';
import { createReport, fold } from '../project/report/fold-report.ts';
import type { Report } from '../project/report/report.ts';
import type { RunEvent } from '../project/report/run-event.ts';
import { findSources } from '../pipeline/see/source/find-sources.ts';
import { readBytes } from '../pipeline/see/source/sources.ts';
import { PLAIN_RUN, translate } from './translate.ts';

/**
 * A run of `translate` that may not translate. Gaps are no failure here: the article shows its source text. What is wrong
 * with people's texts is one.
 */
export async function renderProject(project: Project, writer: FileWriter): Promise<Report> {
  const { written, errors } = await translate(
    project,
    { ...PLAIN_RUN, to: [] },
    {
      files: writer,
      signal: new AbortController().signal,
      log: silentLog,
    },
  );
  const report: Report = { ...createReport(), written, errors };
  for (const event of await troubles(project)) fold(report, event);
  return report;
}

/** What is wrong with people's texts, as the run has just written it into the records. */
async function troubles(project: Project): Promise<RunEvent[]> {
  const { root, configuration } = project;
  const { files } = await findSources(project);
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  return files.flatMap((file) =>
    languages.flatMap((language): RunEvent[] => {
      const text = readBytes(root, file.record(language))?.toString('utf8');
      if (text?.includes('"severity":"error"') !== true) return [];
      const problems = problemsOf(
        file,
        language,
        parseRecord(text).lines.filter(({ target }) => target !== undefined),
      );
      return [{ kind: 'counted', language, counts: { ...NOTHING, errors: problems.length }, problems }];
    }),
  );
}

const NOTHING = { units: 0, human: 0, stale: 0, errors: 0, warnings: 0 };
