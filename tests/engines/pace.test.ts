import { describe, expect, it } from 'vitest';
import { createPace, type Pace, type Trouble } from '../../scripts/engines/remote/pace.ts';
import { EngineRefusal, type RefusalKind } from '../../scripts/project/errors.ts';

class Told extends Error {
  readonly trouble: Trouble;

  constructor(kind: RefusalKind, passing = true) {
    super(kind);
    this.trouble = { kind, message: `Told: ${kind}.`, advice: 'Later.', passing, overload: kind === 'rate' };
  }
}

const notes: string[] = [];

function pace(options: Partial<Parameters<typeof createPace>[0]> = {}): Pace {
  notes.length = 0;
  const diagnose = (error: unknown): Trouble => {
    if (error instanceof Told) return error.trouble;
    throw error;
  };
  return createPace(
    { concurrency: 8, firstWait: 2, longestWait: 5, patience: 60_000, attempts: 4, ...options },
    diagnose,
    (line) => notes.push(line),
  );
}

const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** Runs requests and writes down how many were in flight at the start of each attempt. */
async function flights(
  count: number,
  outcome: (attempt: number) => Error | undefined,
  with_ = pace(),
): Promise<number[]> {
  const started: number[] = [];
  let inFlight = 0;
  const request = async (): Promise<void> => {
    inFlight += 1;
    const attempt = started.push(inFlight);
    await turn();
    inFlight -= 1;
    const error = outcome(attempt);
    if (error !== undefined) throw error;
  };
  await Promise.all(Array.from({ length: count }, () => with_.run(request, never)));
  return started;
}

describe('pace', () => {
  it('keeps as many in flight as it may', async () => {
    expect(Math.max(...(await flights(40, () => undefined)))).toBe(8);
  });

  it('goes on with fewer after refusals, and with more again after answers', async () => {
    // The first eight fail together, and the next ones until only one is let through at a time.
    const started = await flights(60, (attempt) => (attempt <= 14 ? new Told('rate') : undefined));
    expect(Math.max(...started.slice(0, 8))).toBe(8);
    expect(Math.max(...started.slice(8, 12))).toBeLessThanOrEqual(4);
    expect(started[14]).toBe(1);
    expect(Math.max(...started)).toBe(8);
    expect(Math.max(...started.slice(30))).toBe(8);
  });

  it('tells the user once in a row of refusals', async () => {
    await flights(20, (attempt) => (attempt <= 14 ? new Told('rate') : undefined));
    expect(notes).toEqual(['Told: rate. Waiting, then trying again more slowly.']);
  });

  it('tries once more at once after a lost connection, without a word', async () => {
    const started = await flights(8, (attempt) => (attempt <= 4 ? new Told('network') : undefined));
    expect(started).toHaveLength(12);
    expect(notes).toEqual([]);
  });

  it('gives a request up that always fails, but never for overload alone', async () => {
    const refusal = await flights(1, () => new Told('server')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EngineRefusal);
    expect(refusal).toMatchObject({ kind: 'server', remedy: 'Later.' });
    expect(await flights(1, (attempt) => (attempt < 30 ? new Told('rate') : undefined), pace())).toHaveLength(30);
  });

  it('throws what does not pass as it is, at once', async () => {
    await expect(flights(1, () => new Told('key', false))).rejects.toBeInstanceOf(Told);
  });

  it('ends when nothing was answered for as long as its patience', async () => {
    const impatient = pace({ patience: 30 });
    await expect(flights(3, () => new Told('rate'), impatient)).rejects.toMatchObject({ kind: 'rate' });
  });

  it('starts nothing after it was told to stop', async () => {
    let attempts = 0;
    const stop = new AbortController();
    const slow = pace({ concurrency: 1 });
    const request = async (): Promise<void> => {
      attempts += 1;
      stop.abort(new Error('stop'));
    };
    const running = [1, 2, 3].map(() => slow.run(request, stop.signal));
    const ends = await Promise.allSettled(running);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(attempts).toBe(1);
  });
});
