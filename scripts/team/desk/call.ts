/** Wishes of one batch on their way: what is still open, and in which jobs. */
import type { EngineUsage } from '../../engines/engine.ts';
import type { Wish } from '../jobs/job-text.ts';
import type { Order } from '../jobs/place.ts';

/** What came of a wish: the answer as the store keeps it, or why there is none. */
export type Outcome =
  { readonly value: string } | { readonly reason: string; readonly isPostponed?: boolean | undefined };

export class Call {
  readonly order: Order;
  /** Without an answer yet, by key. */
  readonly open: Map<string, Wish>;
  /** Keys by the job that brings them. */
  readonly jobs = new Map<string, Set<string>>();
  /** Jobs of this run whose bill is not known yet. */
  readonly unpaid = new Set<string>();
  /** How often a wish was placed again. */
  rounds = 0;
  #usage: EngineUsage = { requests: 0, characters: 0 };
  readonly #deliver: (key: string, outcome: Outcome) => void;

  constructor(order: Order, wishes: readonly Wish[], deliver: (key: string, outcome: Outcome) => void) {
    this.order = order;
    this.open = new Map(wishes.map((wish) => [wish.key, wish]));
    this.#deliver = deliver;
  }

  get usage(): EngineUsage {
    return this.#usage;
  }

  get isDone(): boolean {
    return this.open.size === 0 && this.unpaid.size === 0;
  }

  settle(key: string, outcome: Outcome): void {
    if (this.open.delete(key)) this.#deliver(key, outcome);
  }

  /** Waits for a job. */
  follow(job: string, keys: Iterable<string>): void {
    const known = this.jobs.get(job) ?? new Set();
    for (const key of keys) known.add(key);
    this.jobs.set(job, known);
  }

  pay(job: string, usage: EngineUsage): void {
    if (!this.unpaid.delete(job)) return;
    const { requests, characters, billed, wasted } = this.#usage;
    const sum = (one: number | undefined, other: number | undefined): number | undefined =>
      one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
    const all = { billed: sum(billed, usage.billed), wasted: sum(wasted, usage.wasted) };
    this.#usage = {
      requests: requests + usage.requests,
      characters: characters + usage.characters,
      ...(all.billed === undefined ? {} : { billed: all.billed }),
      ...(all.wasted === undefined ? {} : { wasted: all.wasted }),
    };
  }
}
