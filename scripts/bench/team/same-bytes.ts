/** Files are the same whoever did the work: without a team, with one that has no worker, with 1 and with 4 workers. */
import type { Figure } from '../figure.ts';
import { withStub } from '../workbench.ts';
import { FULL_SIZE, type ProjectSize } from '../project-generator.ts';
import { differences, filesOf, keyOf, localesOf, stopAll, succeeded, type Fleet } from './fleet.ts';

/** Apertium serves these. */
const APERTIUM_LANGUAGES = ['es', 'it'];

export async function sameBytes(fleet: Fleet, share: number): Promise<Figure[]> {
  const articles = Math.round(200 * share);
  const figures: Figure[] = [];
  for (const engine of ['pseudo', 'deepl', 'apertium']) {
    const languages = engine === 'apertium' ? APERTIUM_LANGUAGES : FULL_SIZE.languages;
    const size: ProjectSize = { articles, namespaces: 1, keys: Math.round(1000 * share), languages };
    const unlike = await withStub({}, async (stub) => {
      const source = fleet.project(filesOf(size, engine));
      const alone = fleet.copy(source);
      await fleet.translate(alone, [], { ...keyOf(stub), DATABASE_URL: '' }).ended;
      const expected = localesOf(alone);
      let files = 0;
      for (const count of [0, 1, 4]) {
        await fleet.forgetAll();
        const workers = await Promise.all(
          Array.from({ length: count }, () => fleet.worker(['--engines', engine, '--concurrency', '2'], keyOf(stub))),
        );
        const project = fleet.copy(source);
        await fleet.translate(project, [], count === 0 ? keyOf(stub) : {}).ended;
        await stopAll(workers);
        files += differences(expected, localesOf(project)).length;
      }
      return { files, expected: expected.size };
    });
    const name = `same bytes, ${engine}, ${articles} articles, ${languages.length} languages`;
    figures.push(
      { figure: `${name}: files`, measured: unlike.expected, unit: '', least: articles * languages.length },
      { figure: `${name}: unlike with 0, 1, 4 workers`, measured: unlike.files, unit: '', most: 0 },
    );
  }
  await fleet.forgetAll();
  return figures;
}

/** Projects with half of their texts in common, started at once: what all of them have is paid once. */
export async function commonTexts(fleet: Fleet, share: number): Promise<Figure[]> {
  const projects = Math.max(4, Math.round(20 * share));
  const articles = 4;
  const part = (seed: number): ReadonlyMap<string, string> =>
    filesOf({ articles, namespaces: 0, keys: 0, languages: ['it', 'de'] }, 'deepl', seed);
  const named = (name: string, seed: number) =>
    [...part(seed)].map(([file, text]) => [file.replace('article-', `${name}-`), text] as const);
  return withStub({ latency: 200 }, async (stub) => {
    const whole = fleet.project(
      new Map([
        ...named('common', 1),
        ...Array.from({ length: projects }, (_, index) => named(`own-${index}`, 100 + index)).flat(),
      ]),
    );
    await succeeded(fleet.translate(whole, [], { ...keyOf(stub), DATABASE_URL: '' }));
    const once = stub.billed();
    await fleet.forgetAll();
    const workers = await Promise.all(
      [1, 2].map(() => fleet.worker(['--engines', 'deepl', '--concurrency', '4'], keyOf(stub))),
    );
    const roots = Array.from({ length: projects }, (_, index) =>
      fleet.project(new Map([...named('common', 1), ...named(`own-${index}`, 100 + index)])),
    );
    await Promise.all(roots.map((root) => succeeded(fleet.translate(root))));
    await stopAll(workers);
    await fleet.forgetAll();
    return [
      {
        figure: `${projects} projects at once, half in common: characters beyond those of all texts once`,
        measured: stub.billed() - 2 * once,
        unit: '',
        most: 0,
      },
    ];
  });
}
