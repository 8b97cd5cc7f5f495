import { exclusively } from './locales/exclusive-run.ts';
import { enter } from './project/entry.ts';
import { decisions, isInTheWay, readReviewRequest, reviewOptions } from './review/request.ts';
import { openProject } from './pipeline/see/project.ts';
import { errorLines, exitCode } from './project/report.ts';
import { reviewProject } from './commands/review.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'review',
  summary: 'Lists translations, approves or rejects them, by language, namespace, key and origin.',
  words: 'list|approve|reject',
  options: reviewOptions,
  async run(invocation) {
    const { root, json, text, words, log, print } = invocation;
    const project = openProject(root, process.env);
    const request = readReviewRequest(words, invocation);
    const languages = languagesOption(text('to'), project);
    const { entries, report } = await exclusively(project, log.error, (journal) =>
      reviewProject(project, request, languages, journal),
    );
    for (const line of errorLines(report)) log.error(line);
    if (json) print(JSON.stringify(entries, null, 2));
    else for (const entry of entries) print(request.show(entry));
    log.line(decisions(entries, request.done));
    const code = exitCode({ ...report, failed: [] }, false);
    return code === 0 && entries.some(isInTheWay) ? 1 : code;
  },
});
