/** A worker's open engines: one session a setup, so that what an engine learnt in one job serves the next. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod/mini';
import type { Engine, EngineEnvironment, EngineSession, OpenOptions } from '../../engines/engine.ts';
import type { Database } from '../database.ts';
import { readGlossaries, readWords } from '../jobs/job-text.ts';

/** An engine that a worker serves. */
export interface ServedEngine {
  readonly engine: Engine;
  /** A hash of the key that it is used with; empty for engines without one. */
  readonly account: string;
  /** @param project the folder's name that glossaries are named after. */
  readonly environment: (options: unknown, project: string) => EngineEnvironment;
}

/** What is agreed for one job. */
export interface Terms {
  /** Characters that may be sent a second time. */
  readonly repeats: number;
  readonly turn: NonNullable<OpenOptions['turn']>;
}

export interface Sessions {
  /**
   * Works with the session of a setup.
   * @throws what the engine throws.
   */
  use<Result>(
    setup: string,
    served: ServedEngine,
    terms: Terms,
    work: (session: EngineSession) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Sessions kept open: of projects with other options or glossaries. */
const MOST = 16;

const setupRow = z.object({
  options: z.nullable(z.string()),
  glossaries: z.string(),
  words: z.string(),
  project: z.string(),
});
const NO_WORDS: ReadonlyMap<string, string> = new Map();

export function createSessions(database: Database, concurrency: number): Sessions {
  const open = new Map<string, Promise<EngineSession>>();
  // Several jobs use one session at the same time, each on its own terms.
  const jobs = new AsyncLocalStorage<{ left: number; readonly turn: Terms['turn'] }>();

  const mayRepeat = (characters: number): boolean => {
    const job = jobs.getStore();
    if (job === undefined || job.left < characters) return false;
    job.left -= characters;
    return true;
  };

  async function make(setup: string, served: ServedEngine): Promise<EngineSession> {
    const [row] = await database.rows(
      setupRow,
      'select options, glossaries, words, project from glossa.setup where id = $1',
      [setup],
    );
    if (row === undefined) throw new Error(`the queue has no setup ${setup}`);
    const { options, glossaries, project } = row;
    const words = readWords(row.words);
    const own: unknown = options === null ? undefined : JSON.parse(options);
    return served.engine.open(served.environment(own, project), {
      glossaries: readGlossaries(glossaries),
      words: (language) => words.get(language) ?? NO_WORDS,
      concurrency,
      mayRepeat,
      turn: (request) => jobs.getStore()?.turn(request) ?? request(),
    });
  }

  function sessionOf(setup: string, served: ServedEngine): Promise<EngineSession> {
    const known = open.get(setup);
    open.delete(setup);
    const session = known ?? make(setup, served);
    open.set(setup, session);
    session.catch(() => open.delete(setup));
    const [oldest] = open;
    if (open.size > MOST && oldest !== undefined) {
      open.delete(oldest[0]);
      void oldest[1].then((one) => one.close()).catch(() => undefined);
    }
    return session;
  }

  return {
    async use(setup, served, { repeats, turn }, work) {
      const session = await sessionOf(setup, served);
      return jobs.run({ left: repeats, turn }, () => work(session));
    },
    async close() {
      const sessions = await Promise.allSettled(open.values());
      await Promise.allSettled(sessions.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };
}
