/** `render`: articles from source and bundles, with people's edits taken over and nothing translated. */
import type { Journal } from '../locales/journal.ts';
import { silentLog } from '../project/log.ts';
import type { Project } from './project.ts';
import { createReport, type Report } from './report.ts';
import { translate } from './translate.ts';

/** A run of `translate` that may not translate. Gaps are no failure here: the article shows its source text. */
export async function renderProject(project: Project, journal: Journal): Promise<Report> {
  const options = {
    to: [],
    only: undefined,
    engine: undefined,
    redo: false,
    dryRun: false,
    maxCharacters: undefined,
    concurrency: undefined,
    acceptSuggestions: false,
    prune: false,
  };
  const { written, errors } = await translate(project, options, {
    journal,
    signal: new AbortController().signal,
    log: silentLog,
  });
  return { ...createReport(), written, errors };
}
