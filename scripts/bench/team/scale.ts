/** What more workers give, and what the queue costs. */
import { availableParallelism } from 'node:os';
import { z } from 'zod/mini';
import type { Figure } from '../figure.ts';
import { FULL_SIZE } from '../project-generator.ts';
import { createProse } from '../prose.ts';
import { seededRandom } from '../segment-generator.ts';
import { withStub } from '../workbench.ts';
import type { Wish } from '../../team/jobs/job-text.ts';
import { answerKey } from '../../team/answers.ts';
import { openDesk } from '../../team/desk/desk.ts';
import { openDatabase } from '../../team/database.ts';
import { filesOf, keyOf, stopAll, succeeded, type Fleet } from './fleet.ts';

const LATENCY = 200;
const LEAST: Readonly<Record<number, number>> = { 2: 1.9, 4: 3.6, 8: 6.5 };

/** One run's queue, jobs of one request each, worked off by more and more workers of two requests in flight. */
export async function scale(fleet: Fleet, share: number): Promise<Figure[]> {
  const jobs = Math.round(400 * share);
  return withStub({ latency: LATENCY }, async (stub) => {
    const figures: Figure[] = [];
    let alone = 0;
    for (const count of [1, 2, 4, 8]) {
      await fleet.forgetAll();
      const workers = await Promise.all(
        Array.from({ length: count }, () => fleet.worker(['--engines', 'deepl', '--concurrency', '2'], keyOf(stub))),
      );
      // Each opens its sessions first: that is done once in a worker's life.
      await askFor(fleet, 'deepl', sentences(count * 6, 1000 + count));
      const seconds = await askFor(fleet, 'deepl', sentences(jobs, count));
      await stopAll(workers);
      if (count === 1) alone = seconds;
      const figure = `${count} workers, ${jobs} requests of ${LATENCY} ms, 2 in flight each: times one`;
      const least = LEAST[count];
      figures.push({ figure, measured: alone / seconds, unit: '', ...(least === undefined ? {} : { least }) });
    }
    return figures;
  });
}

/** Texts that nobody has asked for before. */
function sentences(count: number, seed: number): string[] {
  const prose = createProse(seededRandom(seed));
  return Array.from({ length: count }, (_, index) => `${prose.sentence()} (${seed}.${index})`);
}

/** Each text in a job of its own. @returns seconds. */
function askFor(fleet: Fleet, engine: string, texts: readonly string[]): Promise<number> {
  return ask(
    fleet,
    engine,
    texts.map((text) => [text]),
  );
}

/** Texts in jobs as large as requests. @returns seconds. */
function askForAll(fleet: Fleet, engine: string, texts: readonly string[]): Promise<number> {
  return ask(fleet, engine, [texts]);
}

async function ask(fleet: Fleet, engine: string, batches: readonly (readonly string[])[]): Promise<number> {
  const database = openDatabase({ url: fleet.cluster.url, schema: 'bench' });
  const run = { id: `bench ${batches[0]?.[0] ?? ''}`, project: 'bench' };
  const desk = openDesk({ database, run, lease: 15, serve: async () => undefined });
  const setup = { engine, options: undefined, glossaries: [], words: new Map(), project: '' };
  const order = { setup, pair: { source: 'en', target: 'es' }, remote: true, repeats: true };
  const { signal } = new AbortController();
  const wish = (text: string): Wish => {
    const unit = { article: 'a', segments: [[{ type: 'text', text } as const]] };
    return { key: answerKey(`${engine} ${text}`), unit, characters: text.length };
  };
  const begun = performance.now();
  let answers = 0;
  await Promise.all(
    batches.map((texts) =>
      desk.ask(order, texts.map(wish), (_, outcome) => void (answers += Number('value' in outcome)), signal),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  await desk.close();
  await database.close();
  const asked = batches.reduce((sum, texts) => sum + texts.length, 0);
  if (answers !== asked) throw new Error(`${answers} of ${asked} answers came`);
  return seconds;
}

/** An engine that needs processors: one worker of one job, and two. */
export async function apertiumWorkers(fleet: Fleet, share: number): Promise<Figure[]> {
  const files = filesOf({ articles: Math.round(60 * share), namespaces: 0, keys: 0, languages: ['es'] }, 'apertium');
  const seconds: number[] = [];
  for (const count of [1, 2]) {
    await fleet.forgetAll();
    const workers = await Promise.all(
      Array.from({ length: count }, () => fleet.worker(['--engines', 'apertium', '--concurrency', '1'])),
    );
    const begun = performance.now();
    await fleet.translate(fleet.project(files)).ended;
    seconds.push((performance.now() - begun) / 1000);
    await stopAll(workers);
  }
  const [one = 0, two = 1] = seconds;
  const figure = `Apertium, 2 workers on ${availableParallelism()} processors: times one`;
  return [
    { figure, measured: one / two, unit: '', least: 1.7 },
    { figure: 'Apertium, one worker', measured: one, unit: 's' },
  ];
}

/** The project of the published figures, cold, through the queue and without it; eight requests in flight both times. */
export async function queueCost(fleet: Fleet, share: number): Promise<Figure[]> {
  const size = { ...FULL_SIZE, articles: Math.round(FULL_SIZE.articles * share), namespaces: Math.ceil(5 * share) };
  const source = fleet.project(filesOf(size));
  return withStub({ latency: LATENCY }, async (stub) => {
    const worker = await fleet.worker(['--engines', 'deepl', '--concurrency', '8'], keyOf(stub));
    const time = async (variables: Readonly<Record<string, string>>): Promise<number> => {
      await fleet.forgetAll();
      const project = fleet.copy(source);
      const begun = performance.now();
      await succeeded(fleet.translate(project, [], variables));
      return (performance.now() - begun) / 1000;
    };
    const without: number[] = [];
    const through: number[] = [];
    for (let round = 0; round < 3; round++) {
      without.push(await time({ ...keyOf(stub), DATABASE_URL: '' }));
      through.push(await time({}));
    }
    await stopAll([worker]);
    const [alone, queued] = [Math.min(...without), Math.min(...through)];
    return [
      { figure: 'cold run without a team', measured: alone, unit: 's' },
      { figure: 'cold run through the queue', measured: queued, unit: 's' },
      { figure: 'what the queue costs', measured: 100 * (queued / alone - 1), unit: '%', most: 10 },
    ];
  });
}

/** What one server takes: jobs and texts a second, and the room of a text. */
export async function capacity(fleet: Fleet, share: number): Promise<Figure[]> {
  const [jobs, texts] = [Math.round(5_000 * share), Math.round(100_000 * share)];
  await fleet.forgetAll();
  const workers = await Promise.all([1, 2].map(() => fleet.worker(['--engines', 'pseudo', '--concurrency', '4'])));
  const single = await askFor(fleet, 'pseudo', sentences(jobs, 1));
  await fleet.forgetAll();
  const packed = await askForAll(fleet, 'pseudo', sentences(texts, 2));
  await stopAll(workers);
  const [row] = await fleet.database.rows(
    z.object({ bytes: z.coerce.number() }),
    `select pg_total_relation_size('bench.answer') / (select count(*) from glossa.answer) as bytes`,
  );
  await fleet.forgetAll();
  return [
    { figure: `queue: jobs of one text a second, of ${jobs}`, measured: jobs / single, unit: '' },
    { figure: `queue: texts a second in jobs of a request, of ${texts}`, measured: texts / packed, unit: '' },
    { figure: 'memory: bytes of an answer with its index', measured: row?.bytes ?? 0, unit: '' },
  ];
}
