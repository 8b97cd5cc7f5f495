/** What a worker cannot do for now, and why: others may. */
import { z } from 'zod/mini';
import type { LanguagePair } from '../../engines/engine.ts';
import type { RefusalKind } from '../../project/errors.ts';
import { routeName } from '../jobs/job-text.ts';

export interface Trouble {
  readonly kind: RefusalKind;
  readonly reason: string;
  /** What a person can do; empty where the reason says it. */
  readonly remedy: string;
}

const KINDS = {
  key: 'key',
  quota: 'quota',
  rate: 'rate',
  network: 'network',
  server: 'server',
  unsupported: 'unsupported',
  unavailable: 'unavailable',
} as const satisfies { readonly [Kind in RefusalKind]: Kind };

/** By the name of an engine, of a route, or of a setup. */
export const troublesSchema = z.record(
  z.string(),
  z.object({ kind: z.enum(KINDS), reason: z.string(), remedy: z.string() }),
);

/** Minutes after which it is tried again: what heals by itself, and what a person must mend. */
const SOON = 0.5;
const LATER = 5;

/** A job, as far as troubles know it. */
export interface Route {
  readonly engine: string;
  readonly pair: LanguagePair;
  readonly setup: string;
}

export class Troubles {
  readonly #known = new Map<string, Trouble & { readonly until: number }>();

  /** @param name of the engine, the route or the setup that it is about. */
  add(name: string, trouble: Trouble): void {
    const { kind } = trouble;
    const minutes = kind === 'network' || kind === 'server' || kind === 'rate' ? SOON : LATER;
    this.#known.set(name, { ...trouble, until: performance.now() + minutes * 60_000 });
  }

  names(): string[] {
    return Object.keys(this.all());
  }

  all(): Record<string, Trouble> {
    for (const [name, { until }] of this.#known) if (until < performance.now()) this.#known.delete(name);
    return Object.fromEntries(
      [...this.#known].map(([name, { kind, reason, remedy }]) => [name, { kind, reason, remedy }]),
    );
  }
}

/** What of some troubles is in the way of a job. */
export function troubleOf(troubles: Readonly<Record<string, Trouble>>, route: Route): Trouble | undefined {
  return troubles[route.engine] ?? troubles[routeName(route.engine, route.pair)] ?? troubles[route.setup];
}
