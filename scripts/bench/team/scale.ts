/** What more workers give, and what the queue costs. */
import { z } from 'zod/mini';
import type { Figure } from '../figure.ts';
import { FULL_SIZE } from '../project-generator.ts';
import { createProse } from '../prose.ts';
import { seededRandom } from '../segment-generator.ts';
import { withStub } from '../workbench.ts';
import type { Wish } from '../../team/jobs/job-text.ts';
import { JOB_SIZES, type JobSize } from '../../team/jobs/pack.ts';
import { answerKey } from '../../team/answers.ts';
import { openDesk } from '../../team/desk/desk.ts';
import { openDatabase } from '../../team/database.ts';
import { filesOf, keyOf, stopAll, succeeded, type Fleet } from './fleet.ts';

const LATENCY = 200;
const LEAST: Readonly<Record<number, number>> = { 2: 1.9, 4: 3.6, 8: 6.5 };

/** Requests of each worker: a minute's work of a run. */
const EACH = 150;
/** What a worker does before: it opens its session, and its code is compiled. That is done once in its life. */
const WARM = 30;

/** The queue of one run, jobs of one request each, worked off by more and more workers of two requests in flight. */
export async function scale(fleet: Fleet, share: number): Promise<Figure[]> {
  const each = Math.round(EACH * share);
  return withStub({ latency: LATENCY }, async (stub) => {
    const figures: Figure[] = [];
    let alone = 0;
    for (const count of [1, 2, 4, 8]) {
      await fleet.forgetAll();
      const workers = await Promise.all(
        Array.from({ length: count }, () => fleet.worker(['--engines', 'deepl', '--concurrency', '2'], keyOf(stub))),
      );
      await ask(fleet, 'deepl', sentences(count * WARM, 1000 + count), ONE);
      const seconds = await ask(fleet, 'deepl', sentences(count * each, count), ONE);
      await stopAll(workers);
      const speed = (count * each) / seconds;
      if (count === 1) alone = speed;
      const least = LEAST[count];
      figures.push({
        figure: `${count} workers, ${each} requests of ${LATENCY} ms each, 2 in flight: times one`,
        measured: speed / alone,
        unit: '',
        ...(least === undefined ? {} : { least }),
      });
    }
    figures.push({ figure: 'one worker: requests a second, of 10', measured: alone, unit: '' });
    return figures;
  });
}

/** Texts that nobody has asked for before. */
function sentences(count: number, seed: number): string[] {
  const prose = createProse(seededRandom(seed));
  return Array.from({ length: count }, (_, index) => `${prose.sentence()} (${seed}.${index})`);
}

/** Each text is a job of its own. */
const ONE: JobSize = { characters: 1, units: 1 };

/** Asks as a run does. @returns seconds. */
async function ask(fleet: Fleet, engine: string, texts: readonly string[], most: JobSize): Promise<number> {
  const database = openDatabase({ url: fleet.cluster.url, schema: 'bench' });
  const run = { id: `bench ${texts[0] ?? ''}`, project: 'bench' };
  const desk = openDesk({ database, run, lease: 15, serve: async () => undefined });
  const setup = { engine, options: undefined, glossaries: [], words: new Map(), project: '' };
  const order = { setup, pair: { source: 'en', target: 'es' }, most, repeats: true };
  const { signal } = new AbortController();
  const wish = (text: string): Wish => {
    const unit = { article: 'a', segments: [[{ type: 'text', text } as const]] };
    return { key: answerKey(`${engine} ${text}`), unit, characters: text.length };
  };
  const begun = performance.now();
  let answers = 0;
  await desk.ask(order, texts.map(wish), (_, outcome) => void (answers += Number('value' in outcome)), signal);
  const seconds = (performance.now() - begun) / 1000;
  await desk.close();
  await database.close();
  if (answers !== texts.length) throw new Error(`${answers} of ${texts.length} answers came`);
  return seconds;
}

/**
 * An engine that needs processors: one worker that has one, two that have one each, as on machines of their own, and one
 * that has both.
 */
export async function apertiumWorkers(fleet: Fleet, share: number): Promise<Figure[]> {
  const size = { namespaces: 0, keys: 0, languages: ['es'] };
  const files = filesOf({ ...size, articles: Math.round(60 * share) }, 'apertium');
  const others = filesOf({ ...size, articles: 4 }, 'apertium', 2);
  const time = async (processors: readonly string[]): Promise<number> => {
    await fleet.forgetAll();
    const args = ['--engines', 'apertium', '--concurrency', '1'];
    const workers = await Promise.all(processors.map((processor) => fleet.worker(args, {}, processor)));
    // The engine's programs start with the first texts.
    await fleet.translate(fleet.project(others)).ended;
    const begun = performance.now();
    await fleet.translate(fleet.project(files)).ended;
    const seconds = (performance.now() - begun) / 1000;
    await stopAll(workers);
    return seconds;
  };
  const one = await time(['0']);
  const two = await time(['0', '1']);
  const both = await time(['0,1']);
  return [
    { figure: 'Apertium, 2 workers of a processor each: times one', measured: one / two, unit: '', least: 1.7 },
    { figure: 'Apertium, one worker of a processor', measured: one, unit: 's' },
    { figure: 'Apertium, one worker of two processors', measured: both, unit: 's' },
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
  const single = await ask(fleet, 'pseudo', sentences(jobs, 1), ONE);
  await fleet.forgetAll();
  const packed = await ask(fleet, 'pseudo', sentences(texts, 2), JOB_SIZES.remote);
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
