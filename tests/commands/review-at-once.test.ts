/** Two people at the page, one with an editor, and translate runs, all in one project at the same time: nothing is lost. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { projectDesk } from '../../scripts/commands/review/desk.ts';
import { temporaryProject, valueAt } from './temporary-project.ts';

/** Of all three together; 500 show it at length. */
const EDITS = Number(process.env['GLOSSA_EDITS'] ?? 60);
const KEYS = 12;
const FILES = ['ui', 'menu'];

const sourceOf = (file: string): string =>
  JSON.stringify(
    Object.fromEntries(Array.from({ length: KEYS }, (_, at) => [`k${at}`, `The ${file} text number ${at}`])),
    null,
    2,
  );

it('the end is the sum of all edits', { timeout: 600_000 }, async () => {
  const project = temporaryProject({
    ...Object.fromEntries(FILES.map((file) => [`source/${file}.json`, sourceOf(file)])),
    'source/post.md': Array.from({ length: KEYS }, (_, at) => `A paragraph, number ${at}.`).join('\n\n'),
  });
  expect((await project.translate()).code).toBe(0);
  const notes: string[] = [];
  const desk = projectDesk(project.root, { ...process.env, XDG_CACHE_HOME: project.cache }, (line) => notes.push(line));
  /** What each text was made last. */
  const wanted = new Map<string, string>();
  let isOver = false;

  /** Somebody at the page: looks at the unit as it is, and saves; looks again where it was changed meanwhile. */
  const atPage = async (who: string, share: number): Promise<void> => {
    for (let edit = 0; edit < EDITS / 3; edit++) {
      const rows = (await desk.units('es')).filter((_, index) => index % 3 === share);
      const row = rows[edit % rows.length];
      if (row === undefined) throw new Error('no row');
      const target = `${who} ${edit}`;
      const { namespace, key, version } = row;
      const verb = edit % 2 === 0 ? 'save' : 'approve';
      const outcome = await desk.decide({ verb, language: 'es', units: [{ namespace, key, version, target }] }, who);
      expect(outcome.refused).toEqual([]);
      if (outcome.clashes.length > 0) edit--;
      else wanted.set(`${namespace} ${key}`, target);
      await sleep(1);
    }
  };

  /** Somebody with an editor, which looks whether the file has changed before it writes. */
  const withEditor = async (share: number): Promise<void> => {
    for (let edit = 0; edit < EDITS / 3; edit++) {
      const file = FILES[edit % FILES.length] ?? '';
      const path = join(project.root, `locales/es/${file}.json`);
      const places = Array.from({ length: KEYS }, (_, at) => at).filter((at) => isMine(file, at, share));
      const key = `k${places[edit % places.length]}`;
      const text = `hand ${edit}`;
      for (;;) {
        const before = readFileSync(path, 'utf8');
        const after = before.replace(new RegExp(`("${key}": )"[^"]*"`), `$1${JSON.stringify(text)}`);
        await sleep(2);
        writeFileSync(`${path}.mine`, after);
        if (readFileSync(path, 'utf8') !== before) continue;
        renameSync(`${path}.mine`, path);
        break;
      }
      wanted.set(`${file} ${key}`, text);
      await sleep(60);
    }
  };
  const rows = await desk.units('es');
  const isMine = (file: string, at: number, share: number): boolean =>
    rows.findIndex(({ namespace, key }) => namespace === file && key === `k${at}`) % 3 === share;

  const runs: (number | null)[] = [];
  const translating = async (): Promise<void> => {
    while (!isOver) runs.push((await project.run('translate', ['--redo'])).code);
  };
  const running = translating();
  await Promise.all([atPage('Ana', 0), atPage('Bea', 1), withEditor(2)]);
  isOver = true;
  await running;
  expect((await project.run('translate')).code).toBe(0);
  const bundles = new Map(['ui', 'menu', 'post'].map((file) => [file, project.json(`locales/es/${file}.json`)]));
  const found = [...wanted.keys()].map((name) => {
    const [file = '', key = ''] = name.split(' ');
    return [name, valueAt(bundles.get(file), key)];
  });
  expect(found).toEqual([...wanted]);
  expect(notes).toEqual([]);
  expect(runs.length).toBeGreaterThan(0);
  console.log(
    `${EDITS} edits of ${wanted.size} texts beside ${runs.length} runs of translate: ${found.length} as they were made`,
  );
});
