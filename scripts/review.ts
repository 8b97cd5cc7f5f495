import { projectDesk } from './commands/review/desk.ts';
import { reviewFromShell } from './commands/review/from-shell.ts';
import { servePage } from './commands/review/serve-page.ts';
import { languagesOption } from './commands/translate-options.ts';
import { enter } from './project/entry.ts';
import { describe } from './project/errors.ts';
import { DONE, readReviewRequest, reviewOptions } from './review/request.ts';
import { decisions, isInTheWay, showEntry } from './review/show-entry.ts';

await enter({
  name: 'review',
  summary:
    'The page for translators; with a word: lists and decides from the shell, by language, namespace, key and origin.',
  words: '[list|approve|reject|accept|dismiss|waive|undo]',
  options: reviewOptions,
  async run(invocation) {
    const { root, json, text, words, log, print, signal } = invocation;
    const desk = projectDesk(root, process.env, log.error);
    const { project } = await desk.current();
    if (words.length === 0) {
      const tell = (address: string): void => log.line(`The page is at ${address} (Ctrl-C ends it).`);
      const page = { host: text('host'), port: text('port'), variables: process.env, signal, note: log.error, tell };
      await servePage(desk, page);
      return 0;
    }
    const request = readReviewRequest(words, invocation);
    const languages = languagesOption(text('to'), project);
    const { entries, errors, remarks } = await reviewFromShell(desk, request, languages, log.error);
    for (const error of errors) log.error(`error: ${describe(error)}`);
    if (json) print(JSON.stringify(entries, null, 2));
    else for (const entry of entries) print(showEntry(entry));
    for (const remark of remarks) log.line(remark);
    if (request.action !== 'undo' || entries.length > 0) log.line(decisions(entries, DONE[request.action]));
    const codes = errors.map(({ exitCode }) => exitCode);
    if (codes.length > 0) return codes.reduce((highest, code) => (code > highest ? code : highest));
    return entries.some(isInTheWay) ? 1 : 0;
  },
});
