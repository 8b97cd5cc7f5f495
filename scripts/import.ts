import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { exclusively } from './locales/exclusive-run.ts';
import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { importMemory, importTermbase } from './commands/import.ts';
import { openProject } from './pipeline/see/project.ts';

await enter({
  name: 'import',
  summary: 'Takes a TMX into the project’s memory of people’s texts, or a TBX into glossary/.',
  words: 'FILE.tmx|FILE.tbx',
  options: {},
  async run({ root, json, words, log, print }) {
    const [file, ...rest] = words;
    const kind = extname(file ?? '').toLowerCase();
    if (file === undefined || rest.length > 0 || (kind !== '.tmx' && kind !== '.tbx')) {
      throw new UsageError('import takes the name of one file that ends in .tmx or .tbx.');
    }
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (cause) {
      throw new UsageError(`${file} cannot be read (${cause instanceof Error ? cause.message : ''}).`, { cause });
    }
    const project = openProject(root, process.env);
    const name = basename(file, extname(file));
    const taken = await exclusively(project, log.error, (journal) =>
      (kind === '.tmx' ? importMemory : importTermbase)(project, name, bytes, journal),
    );
    if (json) print(JSON.stringify(taken));
    else log.line(`${taken.count} ${kind === '.tmx' ? 'translations' : 'terms'} taken into ${taken.files.join(', ')}.`);
    return 0;
  },
});
