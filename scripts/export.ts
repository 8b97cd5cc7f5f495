import { enter } from './project/entry.ts';
import { writeOutput } from './locales/write-output.ts';
import { exportMemory, exportTermbase } from './commands/export.ts';
import { dialectOf, exportOptions, readSelection } from './commands/exchange/export-options.ts';
import { exportSheet } from './commands/exchange/glossary-csv.ts';
import { exportLines, exportTexts } from './commands/exchange/export-texts.ts';
import { fileKind, KIND_WORDS } from './commands/exchange/kinds.ts';
import { projectOpener } from './commands/review/open-project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'export',
  summary:
    'Writes the project’s units for translators (XLIFF, PO), its translations as TMX, or its termbase as TBX or CSV; the file’s extension says which.',
  words: KIND_WORDS,
  examples: [
    'work.es.xlf --to es                     XLIFF 2.1; work.es.po: gettext',
    'work.xlf                                one file a language: work.es.xlf, work.it.xlf',
    'todo.xlf --to es --state initial,stale  what has no text, or whose source changed',
    'doubts.xlf --to es --findings=numbers   units with a finding of one check',
    'old.xlf --to es --dialect 1.2 --copy-source   for OmegaT 3 and others that know XLIFF 1.2 only',
    'memory.tmx --reviewed',
    'terms.csv                               the termbase for a spreadsheet',
    'terms.tbx --dialect 2                   the termbase for tools that know TBX 2 only',
  ],
  options: exportOptions,
  async run(invocation) {
    const { root, json, words, text, flag, log, print } = invocation;
    const asked = fileKind('export', words);
    const opened = await projectOpener(root, process.env)();
    const { project } = opened;
    const { sourceLanguage, targetLanguages } = project.configuration;
    const languages = languagesOption(text('to'), project);
    if (asked.kind === 'texts') {
      const { format, file } = asked;
      const options = { dialect: dialectOf(invocation, format.dialects), copySource: flag('copy-source') };
      const targets = languages ?? targetLanguages;
      const written = await exportTexts(opened, format, file, targets, readSelection(invocation), options);
      if (json) print(JSON.stringify(written, null, 2));
      else for (const line of exportLines(written)) log.line(line);
      return 0;
    }
    const { file, kind } = asked;
    const made =
      kind === 'tmx'
        ? await exportMemory(project, languages ?? [sourceLanguage, ...targetLanguages], flag('reviewed'))
        : kind === 'csv'
          ? await exportSheet(project)
          : await exportTermbase(project, dialectOf(invocation, ['3', '2']));
    await writeOutput(file, made.text);
    if (json) print(JSON.stringify({ file, count: made.count }));
    else log.line(`${made.count} ${kind === 'tmx' ? 'units' : 'terms'} written to ${file}.`);
    return 0;
  },
});
