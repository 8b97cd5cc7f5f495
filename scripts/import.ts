import { createReadStream, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { exclusively } from './locales/exclusive-run.ts';
import { enter } from './project/entry.ts';
import { describe, UsageError } from './project/errors.ts';
import { importMemory, importTermbase } from './commands/import.ts';
import { fileKind, KIND_WORDS } from './commands/exchange/kinds.ts';
import { importTexts } from './commands/exchange/import-texts.ts';
import { importLines, needsSomebody } from './commands/exchange/show-import.ts';
import { projectOpener } from './commands/review/open-project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'import',
  summary:
    'Takes a translator’s file back (XLIFF, PO): what they changed, and nothing else. A TMX goes into the memory, a TBX into glossary/.',
  words: KIND_WORDS,
  examples: [
    'work.es.xlf --dry-run    what would be taken, in conflict, refused, left',
    'work.es.xlf              takes it; npm run review -- undo takes it back',
  ],
  options: {
    'dry-run': { type: 'boolean', help: 'of XLIFF and PO: say what would be taken, and write nothing' },
    to: { type: 'string', value: 'es', help: 'of XLIFF and PO that do not say their language' },
  },
  async run({ root, json, words, text, flag, log, print }) {
    const asked = fileKind('import', words);
    const { file } = asked;
    try {
      if (asked.kind !== 'texts') readFileSync(file);
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
    const name = basename(file, extname(file));
    const taken = await exclusively(project, log.error, (journal) =>
      (asked.kind === 'tmx' ? importMemory : importTermbase)(project, name, readFileSync(file), journal),
    );
    if (json) print(JSON.stringify(taken));
    else
      log.line(
        `${taken.count} ${asked.kind === 'tmx' ? 'translations' : 'terms'} taken into ${taken.files.join(', ')}.`,
      );
    return 0;
  },
});
