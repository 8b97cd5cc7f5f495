/** `render`: articles from source and bundles, with people's edits taken over and nothing translated. */
import { parseRecord } from '../locales/record.ts';
import type { FileWriter } from '../locales/journal.ts';
import { SourceError } from '../project/errors.ts';
import { silentLog } from '../project/log.ts';
import { messageOf } from '../checks/index.ts';
import { deleted, editConflict } from '../checks/pipeline-rules.ts';
import type { Project } from '../pipeline/see/project.ts';
import { createReport } from '../project/report/fold-report.ts';
import type { Report } from '../project/report/report.ts';
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
  return { ...createReport(), written, errors: [...errors, ...(await troubles(project))] };
}

/** Deleted texts and contradicting edits, as the run has just written them into the records. */
async function troubles(project: Project): Promise<SourceError[]> {
  const { root, configuration } = project;
  const { files } = await findSources(project);
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  return files.flatMap((file) =>
    languages.flatMap((language) => {
      const text = readBytes(root, file.record(language))?.toString('utf8');
      if (text === undefined || !(text.includes(deleted.name) || text.includes(editConflict.name))) return [];
      return parseRecord(text).lines.flatMap(({ key, findings = [] }) =>
        findings
          .filter(({ rule }) => rule === deleted.name || rule === editConflict.name)
          .map((finding) => new SourceError(`${messageOf(finding)}.`, { place: { file: file.bundle(language), key } })),
      );
    }),
  );
}
