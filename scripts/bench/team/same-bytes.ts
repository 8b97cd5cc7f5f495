/** Files are the same whoever did the work: without a team, with one that has no worker, with 1 and with 4 workers. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { withStub } from '../workbench.ts';
import { FULL_SIZE, type ProjectSize } from '../project-generator.ts';
import { differences, filesOf, keyOf, localesOf, stopAll, succeeded, type Fleet } from './fleet.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

export async function sameBytes(fleet: Fleet, share: number): Promise<Figure[]> {
  const articles = Math.round(200 * share);
  const figures: Figure[] = [];
  for (const engine of ['pseudo', 'deepl', 'apertium']) {
    // A rule-based engine takes minutes for each language.
    const languages = engine === 'apertium' ? ['es'] : FULL_SIZE.languages;
    const size: ProjectSize = { articles, namespaces: 1, keys: Math.round(1000 * share), languages };
    const sample = await unlike(fleet, fleet.project(sampleFiles()), engine);
    const large = await unlike(fleet, fleet.project(filesOf(size, engine)), engine);
    const name = `same bytes, ${engine}, ${articles} articles, languages: ${languages.join(' ')}`;
    figures.push(
      { figure: `same bytes, ${engine}, the sample: files`, measured: sample.files, unit: '', least: 2 },
      { figure: `same bytes, ${engine}, the sample: unlike`, measured: sample.unlike, unit: '', most: 0 },
      { figure: `${name}: files`, measured: large.files, unit: '', least: articles * languages.length },
      { figure: `${name}: unlike with 0, 1, 4 workers`, measured: large.unlike, unit: '', most: 0 },
    );
  }
  await fleet.forgetAll();
  return figures;
}

/** How many files a machine alone writes, and how many differ with 0, 1 and 4 workers, all three counted. */
async function unlike(
  fleet: Fleet,
  source: string,
  engine: string,
): Promise<{ readonly files: number; readonly unlike: number }> {
  return withStub({}, async (stub) => {
    const args = ['--engine', engine];
    const alone = fleet.copy(source);
    await fleet.translate(alone, args, { ...keyOf(stub), DATABASE_URL: '' }).ended;
    const expected = localesOf(alone);
    let files = 0;
    for (const count of [0, 1, 4]) {
      await fleet.forgetAll();
      const workers = await Promise.all(
        Array.from({ length: count }, () => fleet.worker(['--engines', engine, '--concurrency', '2'], keyOf(stub))),
      );
      const project = fleet.copy(source);
      await fleet.translate(project, args, count === 0 ? keyOf(stub) : {}).ended;
      await stopAll(workers);
      files += differences(expected, localesOf(project)).length;
    }
    return { files: expected.size, unlike: files };
  });
}

/** This repository's own sources, before their first run. */
function sampleFiles(): ReadonlyMap<string, string> {
  const files = ['source', 'glossary'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return new Map(
    ['l10n.config.json', ...files]
      .filter((file) => statSync(join(REPOSITORY, file)).isFile())
      .map((file) => [file, readFileSync(join(REPOSITORY, file), 'utf8')]),
  );
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
