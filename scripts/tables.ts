import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './commands/generated-files.ts';
import { enter } from './project/entry.ts';

await enter({
  name: 'tables',
  summary:
    'For contributors: writes what is made from the tables of engines, formats and checks (README, schema, names).',
  options: {},
  async run({ root, log }) {
    for (const { path, content } of await generatedFiles(root)) {
      writeFileSync(join(root, path), content);
      log.line(path);
    }
    return 0;
  },
});
