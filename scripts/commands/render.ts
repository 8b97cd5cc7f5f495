/** `render`: articles from source and bundles, with people's edits taken over and nothing translated. */
import { parseRecord } from '../locales/record.ts';
import type { FileWriter } from '../locales/journal.ts';
import { SourceError } from '../project/errors.ts';
import { silentLog } from '../project/log.ts';
import { bundlePath, recordPath } from '../project/paths.ts';
import { messageOf } from '../checks/index.ts';
import { deleted, editConflict } from '../checks/pipeline-rules.ts';
import type { Project } from '../pipeline/see/project.ts';
import { createReport, type Report } from '../project/report.ts';
import { findSources, readBytes } from '../pipeline/see/sources.ts';
import { translate } from './translate.ts';

/**
 * A run of `translate` that may not translate. Gaps are no failure here: the article shows its source text. What is wrong
 * with people's texts is one.
 */
export async function renderProject(project: Project, writer: FileWriter): Promise<Report> {
  const options = {
    to: [],
    only: undefined,
    redo: false,
    dryRun: false,
    maxCharacters: undefined,
    concurrency: undefined,
    acceptSuggestions: false,
    prune: false,
  };
  const { written, errors } = await translate(project, options, {
    files: writer,
    signal: new AbortController().signal,
    log: silentLog,
  });
  return { ...createReport(), written, errors: [...errors, ...(await troubles(project))] };
}

/** Deleted texts and contradicting edits, as the run has just written them into the records. */
async function troubles({ root, configuration }: Project): Promise<SourceError[]> {
  const { files } = await findSources(root);
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  return files.flatMap(({ namespace }) =>
    languages.flatMap((language) => {
      const text = readBytes(root, recordPath(language, namespace))?.toString('utf8');
      if (text === undefined || !(text.includes(deleted.name) || text.includes(editConflict.name))) return [];
      return parseRecord(text).lines.flatMap(({ key, findings = [] }) =>
        findings
          .filter(({ rule }) => rule === deleted.name || rule === editConflict.name)
          .map(
            (finding) =>
              new SourceError(`${messageOf(finding)}.`, { place: { file: bundlePath(language, namespace), key } }),
          ),
      );
    }),
  );
}
