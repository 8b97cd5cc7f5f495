/** Firefox's neural translation models, on this machine: no key, and no text leaves it. */
import { availableParallelism } from 'node:os';
import { EngineRefusal } from '../project/errors.ts';
import type { Engine, EngineAnswer, EngineEnvironment, EngineSession, EngineUnit, LanguagePair } from './engine.ts';
import { readOptions } from './firefox/options.ts';
import { installedRoute } from './firefox/route.ts';
import { textLength, translateSegment } from './firefox/segment.ts';
import { translationThreads } from './firefox/translation-threads.ts';
import type { Inline } from '../units/unit.ts';

/** More threads than this fill the memory before they save time. */
const THREADS = 4;

function lack({ source, target }: LanguagePair): string {
  return `Firefox's models from ${source} to ${target} are not on this machine. If Firefox has them: npm run models -- add ${source}-${target}`;
}

/** The text of one segment could not be translated; the others can. */
class SegmentFailure extends Error {}

function open(environment: EngineEnvironment, concurrency: number): EngineSession {
  const { workers = Math.min(THREADS, availableParallelism()) } = readOptions(environment);
  const threads = translationThreads(Math.min(workers, Math.max(concurrency, 1)));

  return {
    async translate(batch, deliver, signal) {
      const legs = installedRoute(batch, environment.sharedCache);
      if (legs === undefined) throw new EngineRefusal('unavailable', lack(batch));
      let requests = 0;
      let characters = 0;
      let refusal: EngineRefusal | undefined;
      const text = async (one: string): Promise<string> => {
        signal.throwIfAborted();
        if (refusal !== undefined) throw refusal;
        requests++;
        const answer = await threads.translate({ legs, text: one });
        if ('text' in answer) return answer.text;
        if ('broken' in answer) throw new SegmentFailure(`Firefox's engine broke down over it: ${answer.broken}`);
        const names = legs.map(({ source, target }) => `${source}-${target}`).join(', ');
        refusal = new EngineRefusal('unavailable', `Firefox's model (${names}) cannot be used: ${answer.unusable}.`, {
          remedy: `Fetch it again: npm run models -- add ${batch.source}-${batch.target}`,
        });
        throw refusal;
      };
      const unit = async (one: EngineUnit): Promise<EngineAnswer> => {
        const segments: (readonly Inline[])[] = [];
        for (const segment of one.segments) {
          characters += textLength(segment);
          const translated = await translateSegment(segment, text);
          if (translated === undefined)
            return { ok: false, reason: 'Firefox: an inline code got lost, or no text came' };
          segments.push(translated);
        }
        return { ok: true, segments };
      };
      const { default: pLimit } = await import('p-limit');
      // One unit more than threads, so that none waits for the main thread.
      const lane = pLimit(workers + 1);
      const results = await Promise.allSettled(
        batch.units.map((one, index) =>
          lane(async () => {
            signal.throwIfAborted();
            try {
              deliver(index, await unit(one));
            } catch (error) {
              if (!(error instanceof SegmentFailure)) throw error;
              deliver(index, { ok: false, reason: error.message });
            }
          }),
        ),
      );
      signal.throwIfAborted();
      for (const result of results) if (result.status === 'rejected') throw result.reason;
      return { requests, characters };
    },
    close: () => threads.close(),
  };
}

export const firefox: Engine = {
  name: 'firefox',
  description: "Firefox's neural models on this machine, no key; `npm run models -- add es it` fetches them once",
  terms: ['token'],
  remote: false,
  estimate: (units) => ({ requests: units.reduce((sum, { segments }) => sum + segments.length, 0) }),
  unavailable: (pair, { sharedCache }) =>
    Promise.resolve(installedRoute(pair, sharedCache) === undefined ? lack(pair) : undefined),
  open: (environment, { concurrency }) => Promise.resolve().then(() => open(environment, concurrency)),
};
