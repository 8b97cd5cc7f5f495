import { accessSync, constants, createReadStream, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { exclusively } from './locales/exclusive-run.ts';
import { enter } from './project/entry.ts';
import { describe, UsageError } from './project/errors.ts';
import { importMemory, importTermbase } from './commands/import.ts';
import { fileKind, KIND_WORDS } from './commands/exchange/kinds.ts';
import { importTexts } from './commands/exchange/import-texts.ts';
import { importLines, memoryLines, needsSomebody, termLines } from './commands/exchange/show-import.ts';
import { projectOpener } from './commands/review/open-project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'import',
  summary:
    'Takes a translator’s file back (XLIFF, PO, our own TMX): what they changed, and nothing else. Other texts of a TMX feed the memory; a TBX goes into glossary/.',
  words: KIND_WORDS,
  examples: [
    'work.es.xlf --dry-run    what would be taken, in conflict, refused, left',
    'work.es.xlf              takes it; npm run review -- undo takes it back',
  ],
  options: {
    'dry-run': { type: 'boolean', help: 'of XLIFF, PO, TMX: say what would be taken, and write nothing' },
    to: { type: 'string', value: 'es', help: 'of XLIFF and PO that do not say their language' },
  },
  async run({ root, json, words, text, flag, log, print }) {
    const asked = fileKind('import', words);
    const { file } = asked;
    try {
      accessSync(file, constants.R_OK);
    } catch (cause) {
      throw new UsageError(`${file} cannot be read (${cause instanceof Error ? cause.message : ''}).`, { cause });
    }
    const opened = await projectOpener(root, process.env)();
    const { project } = opened;
    if (asked.kind === 'texts') {
      const [language] = languagesOption(text('to'), project) ?? [];
      const options = { dryRun: flag('dry-run'), language, note: log.error };
      const report = await importTexts(opened, asked.format, file, () => createReadStream(file), options);
      for (const error of report.errors) log.error(`error: ${describe(error)}`);
      if (json) print(JSON.stringify({ ...report, errors: report.errors.map(describe) }, null, 2));
      else for (const line of importLines(report, options.dryRun)) print(line);
      return needsSomebody(report) ? 1 : 0;
    }
    const bytes = readFileSync(file);
    if (asked.kind === 'tmx') {
      const taken = await importMemory(opened, file, bytes, { dryRun: flag('dry-run'), note: log.error });
      if (json) print(JSON.stringify(taken, null, 2));
      else for (const line of memoryLines(taken, flag('dry-run'))) print(line);
      return taken.merged.some(needsSomebody) ? 1 : 0;
    }
    const name = basename(file, extname(file));
    const taken = await exclusively(project, log.error, (writer) => importTermbase(project, name, bytes, writer));
    if (json) print(JSON.stringify(taken));
    else for (const line of termLines(taken)) log.line(line);
    return 0;
  },
});
