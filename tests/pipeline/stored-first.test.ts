/** Rule 3: what an engine has answered is stored before anything is made of it. */
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inSlices } from '../../scripts/pipeline/ask/in-slices.ts';
import { translated } from '../commands/in-process.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

const UNITS = 300;

/** A check of the project's own that tells how many answers the store has when it is called. */
const COUNTS = (folder: string): string => `
import { createRequire } from 'node:module';
import { appendFileSync, readdirSync } from 'node:fs';
const Database = createRequire(import.meta.url)(${JSON.stringify(createRequire(import.meta.url).resolve('libsql'))});
export const counts = {
  name: 'counts',
  description: 'counts',
  run() {
    const stored = readdirSync(${JSON.stringify(folder)}, { recursive: true }).find((name) => name.endsWith('memory.sqlite'));
    let count = 0;
    if (stored !== undefined) {
      const database = new Database(${JSON.stringify(`${folder}/`)} + stored);
      count = database.prepare('select count(*) as count from answer').get().count;
      database.close();
    }
    appendFileSync(${JSON.stringify(join(folder, 'counts'))}, count + '\\n');
    return [];
  },
};
`;

it('an answer of many units is stored as a whole before the first of them is judged', async () => {
  const project = temporaryProject();
  const texts = Object.fromEntries(Array.from({ length: UNITS }, (_, at) => [`k${at}`, `The text number ${at}`]));
  project.write('source/s.json', JSON.stringify(texts));
  project.write('counts.mjs', COUNTS(project.cache));
  project.write(
    'l10n.config.json',
    JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo', checks: ['counts.mjs'] }),
  );
  await translated(project);
  const counts = join(project.cache, 'counts');
  expect(existsSync(counts)).toBe(true);
  expect(readFileSync(counts, 'utf8').trim().split('\n').map(Number)).toEqual(
    Array.from({ length: UNITS }, () => UNITS),
  );
});

it('what arrives while one is worked on is heard before that is done, and a failure is told to who waits', async () => {
  const heard: string[] = [];
  const slices = inSlices((name: string) => {
    heard.push(name);
    for (const end = performance.now() + 4; performance.now() < end;);
  });
  for (let item = 0; item < 20; item++) slices.add(`${item}`);
  setTimeout(() => {
    heard.push('arrives');
    slices.add('last');
  }, 5);
  expect(heard).toEqual([]);
  await slices.done();
  expect(heard.indexOf('arrives')).toBeLessThan(12);
  expect(heard.at(-1)).toBe('last');
  const broken = inSlices(() => {
    throw new Error('cannot');
  });
  broken.add(1);
  await expect(broken.done()).rejects.toThrow('cannot');
});
