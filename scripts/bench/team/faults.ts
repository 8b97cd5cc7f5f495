/** A team in trouble: what is killed, restarted or cut off at random moments, and what the run makes of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeeplStub } from '../deepl-stub.ts';
import type { Figure } from '../figure.ts';
import { seededRandom, type Random } from '../segment-generator.ts';
import { withStub } from '../workbench.ts';
import {
  differences,
  filesOf,
  keyOf,
  localesOf,
  sentTwice,
  stopAll,
  succeeded,
  type Fleet,
  type Running,
} from './fleet.ts';
import { wireTo, type Wire } from './wire.ts';

const LATENCY = 250;
const WORKERS = 2;
const CONCURRENCY = 2;
const SIZE = { articles: 24, namespaces: 1, keys: 80, languages: ['it', 'de', 'fr', 'es'] };

/** Something that happens to a team at a random moment of a run. */
export interface Trouble {
  readonly name: string;
  readonly times: number;
  /** Requests that may be paid twice. */
  readonly most: number;
  /** @returns the run whose end counts. */
  make(scene: Scene): Promise<Running>;
}

interface Scene {
  readonly fleet: Fleet;
  readonly stub: DeeplStub;
  readonly project: string;
  readonly run: Running;
  readonly workers: Running[];
  /** A moment of an undisturbed run, in milliseconds. */
  readonly moment: number;
  readonly wire: Wire;
  readonly random: Random;
}

const startWorker = ({ fleet, stub }: Pick<Scene, 'fleet' | 'stub'>): Promise<Running> =>
  fleet.worker(['--engines', 'deepl', '--concurrency', `${CONCURRENCY}`], keyOf(stub));

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  worker: {
    name: 'worker killed',
    times: 50,
    most: CONCURRENCY,
    async make(scene) {
      await sleep(scene.moment);
      const at = Math.floor(scene.random() * scene.workers.length);
      scene.workers[at]?.child.kill('SIGKILL');
      scene.workers[at] = await startWorker(scene);
      return scene.run;
    },
  },
  run: {
    name: 'run killed',
    times: 20,
    most: WORKERS * CONCURRENCY,
    async make({ fleet, project, run, moment }) {
      await sleep(moment);
      run.child.kill('SIGKILL');
      await run.ended;
      return fleet.translate(project);
    },
  },
  database: {
    name: 'database restarted',
    times: 10,
    most: WORKERS * CONCURRENCY,
    async make({ fleet, run, moment }) {
      await sleep(moment);
      await fleet.cluster.restart();
      return run;
    },
  },
  cut: {
    name: 'run cut off for 30 s',
    times: 5,
    most: WORKERS * CONCURRENCY,
    async make({ run, moment, wire, random }) {
      await sleep(moment);
      wire.cut(random() < 0.5);
      await sleep(30_000);
      wire.mend();
      return run;
    },
  },
};

export async function faults(fleet: Fleet, share: number, trouble: Trouble): Promise<Figure[]> {
  const random = seededRandom(1);
  const source = fleet.project(filesOf(SIZE));
  const wire = await wireTo(fleet.cluster.port);
  const cut = { DATABASE_URL: fleet.address['DATABASE_URL']?.replace(/:\d+\//, `:${wire.port}/`) ?? '' };
  const { length, expected } = await undisturbed(fleet, source, cut);
  const { name, most, make } = trouble;
  const times = Math.max(1, Math.round(trouble.times * share));
  let [unlike, failed, paidTwice, atWork] = [0, 0, 0, 0];
  for (let time = 0; time < times; time++) {
    await fleet.forgetAll();
    await withStub({ latency: LATENCY }, async (stub) => {
      const workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorker({ fleet, stub })));
      const project = fleet.copy(source);
      const run = fleet.translate(project, [], cut);
      const moment = length * random();
      const isAtWork = sleep(moment).then(() => run.child.exitCode === null);
      const last = await make({ fleet, stub, project, run, workers, moment, wire, random });
      const { code } = await last.ended;
      await stopAll(workers);
      atWork += Number(await isAtWork);
      failed += Number(code !== 0);
      unlike += differences(expected, localesOf(project)).length;
      paidTwice = Math.max(paidTwice, sentTwice(stub));
    });
  }
  await wire.close();
  return [
    { figure: `${name}, ${times} times: while the run was at work`, measured: atWork, unit: '' },
    { figure: `${name}: runs that failed`, measured: failed, unit: '', most: 0 },
    { figure: `${name}: files unlike an undisturbed run’s`, measured: unlike, unit: '', most: 0 },
    { figure: `${name}: requests paid twice, most`, measured: paidTwice, unit: '', most },
  ];
}

/** How long a run takes, and what it writes. */
async function undisturbed(fleet: Fleet, source: string, cut: Readonly<Record<string, string>>) {
  let [length, expected] = [0, new Map<string, string>() as ReadonlyMap<string, string>];
  // The second one counts: the first finds the machine cold.
  for (let round = 0; round < 2; round++) {
    await fleet.forgetAll();
    await withStub({ latency: LATENCY }, async (stub) => {
      const workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorker({ fleet, stub })));
      const project = fleet.copy(source);
      const begun = performance.now();
      await succeeded(fleet.translate(project, [], cut));
      length = performance.now() - begun;
      await stopAll(workers);
      expected = localesOf(project);
    });
  }
  return { length, expected };
}
