import { accessSync, constants } from 'node:fs';
import { enter } from './project/entry.ts';
import { describe, UsageError } from './project/errors.ts';
import { importFile } from './commands/exchange/import-file.ts';
import { fileKind, KIND_WORDS } from './commands/exchange/kinds.ts';
import { projectOpener } from './commands/review/open-project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'import',
  summary:
    'Takes a translator’s file back (XLIFF, PO, our own TMX): what they changed, and nothing else. Other texts of a TMX feed the memory; a TBX or CSV goes into glossary/.',
  words: KIND_WORDS,
  examples: [
    'work.es.xlf --dry-run    what would be taken, in conflict, refused, left',
    'work.es.xlf              takes it; npm run review -- undo takes it back',
    'terms.csv                rows of the glossary that a spreadsheet changed',
  ],
  options: {
    'dry-run': { type: 'boolean', help: 'say what would be taken, and write nothing' },
    to: { type: 'string', value: 'es', help: 'of XLIFF and PO that do not say their language' },
  },
  async run({ root, json, words, text, flag, log, print }) {
    const asked = fileKind('import', words);
    try {
      accessSync(asked.file, constants.R_OK);
    } catch (cause) {
      throw new UsageError(`${asked.file} cannot be read (${cause instanceof Error ? cause.message : ''}).`, { cause });
    }
    const opened = await projectOpener(root, process.env)();
    const [language] = languagesOption(text('to'), opened.project) ?? [];
    const options = { dryRun: flag('dry-run'), language, note: log.error };
    const { result, lines, errors, isOpen } = await importFile(opened, asked, options);
    for (const error of errors) log.error(`error: ${describe(error)}`);
    if (json) print(JSON.stringify(result, null, 2));
    else for (const line of lines) print(line);
    return isOpen ? 1 : 0;
  },
});
