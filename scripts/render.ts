import { join } from 'node:path';
import { openJournal } from './locales/journal.ts';
import { takeRunLock } from './locales/run-lock.ts';
import { enter } from './project/entry.ts';
import { errorLines, exitCode } from './run/report.ts';
import { openProject } from './run/project.ts';
import { renderProject } from './run/render-project.ts';

await enter({
  name: 'render',
  summary: 'Writes the translated articles from source and bundles alone; asks no engine.',
  options: {},
  async run({ root, json, log, print }) {
    const project = openProject(root, process.env);
    const release = takeRunLock(join(project.paths.cache, 'lock'));
    try {
      const journal = await openJournal(project.root, join(project.paths.cache, 'journal.jsonl'));
      const report = await renderProject(project, journal);
      journal.close();
      for (const line of errorLines(report)) log.error(line);
      print(json ? JSON.stringify({ written: report.written }) : `${report.written} files written.`);
      return exitCode(report, false);
    } finally {
      release();
    }
  },
});
