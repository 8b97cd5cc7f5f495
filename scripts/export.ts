import { extname } from 'node:path';
import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { writeOutput } from './locales/write-output.ts';
import { exportMemory, exportTermbase } from './commands/export.ts';
import { openProject } from './pipeline/see/project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'export',
  summary: 'Writes the project’s translations as TMX, or its termbase as TBX; the file’s extension says which.',
  words: 'FILE.tmx|FILE.tbx',
  options: {
    to: { type: 'string', value: 'es,it', help: 'of a TMX: only these target languages' },
    reviewed: { type: 'boolean', help: 'of a TMX: only what a person wrote or approved' },
  },
  async run({ root, json, words, text, flag, log, print }) {
    const [file, ...rest] = words;
    const kind = extname(file ?? '').toLowerCase();
    if (file === undefined || rest.length > 0 || (kind !== '.tmx' && kind !== '.tbx')) {
      throw new UsageError('export takes the name of one file that ends in .tmx or .tbx.');
    }
    const project = openProject(root, process.env);
    const { sourceLanguage, targetLanguages } = project.configuration;
    const languages = languagesOption(text('to'), project) ?? [sourceLanguage, ...targetLanguages];
    const made =
      kind === '.tmx' ? await exportMemory(project, languages, flag('reviewed')) : await exportTermbase(project);
    await writeOutput(file, made.text);
    if (json) print(JSON.stringify({ file, count: made.count }));
    else log.line(`${made.count} ${kind === '.tmx' ? 'units' : 'terms'} written to ${file}.`);
    return 0;
  },
});
