/**
 * Apertium: rule-based translation on this machine, for drafts. No text leaves it, and the same text gives the same
 * words in any order and at any time.
 */
import { z } from 'zod/mini';
import { ConfigurationError, EngineRefusal } from '../project/errors.ts';
import type { Inline } from '../units/unit.ts';
import { findInstallation, missingFor, type Installation } from './apertium/installation.ts';
import { startLeg, type LegOptions, type RunningLeg } from './apertium/leg.ts';
import { StageFailure } from './apertium/processes.ts';
import { routeBetween, type Leg } from './apertium/routes.ts';
import { translateSegment } from './apertium/segment.ts';
import { textIn } from './apertium/stream.ts';
import type {
  Engine,
  EngineAnswer,
  EngineEnvironment,
  EngineSession,
  EngineUnit,
  LanguagePair,
  OpenOptions,
} from './engine.ts';

/** Seconds for one segment of ordinary length, unless the configuration says otherwise; it takes 0.02 on average. */
const TIMEOUT = 30;

/** Segments under way at once: enough to keep all stages of a route busy. */
const LANES = 6;

/** What is missing for a pair, and the command that helps. */
async function lack({ source, target }: LanguagePair, installation: Installation): Promise<string | undefined> {
  const route = routeBetween(source, target);
  if (route === undefined) return `it has no route from ${source} to ${target} that is good enough for drafts.`;
  const missing = new Set((await Promise.all(route.map((leg) => missingFor(leg, installation)))).flat());
  if (missing.size === 0) return undefined;
  const packages = ['apertium', ...new Set(route.map((leg) => leg.package))].join(' ');
  return `Apertium is not complete for ${source} to ${target} (missing: ${[...missing].join(', ')}). On Debian and Ubuntu: sudo apt-get install ${packages}`;
}

/** The engine's own options: seconds for a segment, and how readers are addressed, as DeepL's option of that name. */
const optionsSchema = z.strictObject({
  timeout: z._default(z.number().check(z.positive()), TIMEOUT),
  formality: z._default(z.enum(['default', 'more', 'less']), 'default'),
});

function optionsOf(options: unknown): LegOptions {
  const read = optionsSchema.safeParse(options ?? {});
  if (read.success) return { timeout: read.data.timeout * 1000, formality: read.data.formality };
  const [issue] = read.error.issues;
  const place = ['engines.apertium', ...(issue?.path ?? [])].join('.');
  if (issue?.code === 'unrecognized_keys') {
    throw new ConfigurationError(`engines.apertium: unknown option "${issue.keys.join('", "')}".`, {
      remedy: 'It has "timeout" and "formality".',
    });
  }
  throw new ConfigurationError(
    place.endsWith('.timeout')
      ? 'engines.apertium.timeout is not a number of seconds above 0.'
      : place.endsWith('.formality')
        ? 'engines.apertium.formality is none of "default", "more" and "less".'
        : 'engines.apertium is not an object with options.',
  );
}

async function open(environment: EngineEnvironment, { words }: OpenOptions): Promise<EngineSession> {
  const options = optionsOf(environment.options);
  const installation = await findInstallation(environment);
  if (!installation.reference) {
    environment.note(`apertium: drafts may differ from those made on Debian 12: this is ${installation.release}.`);
  }
  const legs = new Map<string, Promise<RunningLeg>>();
  const running = (leg: Leg): Promise<RunningLeg> => {
    const known = legs.get(leg.mode) ?? startLeg(leg, installation, options);
    legs.set(leg.mode, known);
    return known;
  };
  return {
    async translate(batch, deliver, signal) {
      const reason = await lack(batch, installation);
      if (reason !== undefined) throw new EngineRefusal('unavailable', reason);
      const route = await Promise.all((routeBetween(batch.source, batch.target) ?? []).map(running));
      const listed = words?.(batch.target) ?? new Map<string, string>();
      let requests = 0;
      let characters = 0;
      const { default: pLimit } = await import('p-limit');
      const lane = pLimit(LANES);
      const segment = (content: readonly Inline[]): ReturnType<typeof translateSegment> =>
        lane(() => {
          signal.throwIfAborted();
          requests += 1;
          characters += textIn(content).length;
          return translateSegment(content, route, listed);
        });
      const unit = async (one: EngineUnit, index: number): Promise<void> => {
        try {
          deliver(index, joined(await Promise.all(one.segments.map(segment))));
        } catch (error) {
          if (!(error instanceof StageFailure)) throw error;
          deliver(index, { ok: false, reason: `Apertium: ${error.message}` });
        }
      };
      const results = await Promise.allSettled(batch.units.map(unit));
      signal.throwIfAborted();
      for (const result of results) if (result.status === 'rejected') throw result.reason;
      return { requests, characters };
    },
    async close() {
      const all = await Promise.allSettled(legs.values());
      for (const one of all) if (one.status === 'fulfilled') one.value.close();
      legs.clear();
    },
  };
}

/** A unit's answer from those of its segments. */
function joined(segments: readonly Awaited<ReturnType<typeof translateSegment>>[]): EngineAnswer {
  const contents: (readonly Inline[])[] = [];
  const unknown = new Set<string>();
  for (const segment of segments) {
    if ('problem' in segment) return { ok: false, reason: `Apertium: ${segment.problem}` };
    contents.push(segment.content);
    for (const word of segment.unknown) unknown.add(word);
  }
  return { ok: true, segments: contents, ...(unknown.size === 0 ? {} : { unknownWords: [...unknown] }) };
}

export const apertium: Engine = {
  name: 'apertium',
  description: 'rule-based translation on this machine, for drafts that people finish; no key, no network',
  terms: ['proxy', 'token'],
  usesWords: true,
  // Raised with each change of the rules that shows in a draft: stored answers of other rules are not taken.
  fingerprint: () => 'rules 3',
  remote: false,
  estimate: (units) => ({ requests: units.reduce((sum, { segments }) => sum + segments.length, 0) }),
  async unavailable(pair, environment) {
    return lack(pair, await findInstallation(environment));
  },
  // A run that lacks nothing does not load the code that talks to apt.
  obtain: async (source, targets, environment) =>
    (await import('./obtain-apertium.ts')).obtainApertium(source, targets, environment),
  open,
};
