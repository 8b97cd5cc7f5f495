/** What a worker has done, for its metrics. */
import type { EngineUsage } from '../../engines/engine.ts';

export type Outcome = 'done' | 'given_back' | 'failed';

export interface EngineCounts {
  readonly jobs: Record<Outcome, number>;
  texts: number;
  requests: number;
  characters: number;
  inWork: number;
  seconds: number;
}

export interface Counters {
  readonly engines: ReadonlyMap<string, EngineCounts>;
  begin(engine: string): void;
  end(engine: string, outcome: Outcome, texts: number, usage: EngineUsage | undefined, seconds: number): void;
}

export function createCounters(): Counters {
  const engines = new Map<string, EngineCounts>();
  const of = (engine: string): EngineCounts => {
    const jobs = { done: 0, given_back: 0, failed: 0 };
    const known = engines.get(engine) ?? { jobs, texts: 0, requests: 0, characters: 0, inWork: 0, seconds: 0 };
    engines.set(engine, known);
    return known;
  };
  return {
    engines,
    begin(engine) {
      of(engine).inWork += 1;
    },
    end(engine, outcome, texts, usage, seconds) {
      const counts = of(engine);
      counts.inWork -= 1;
      counts.jobs[outcome] += 1;
      counts.texts += texts;
      counts.requests += usage?.requests ?? 0;
      counts.characters += usage?.characters ?? 0;
      counts.seconds += seconds;
    },
  };
}
