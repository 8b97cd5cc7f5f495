import { afterEach, describe, expect, it } from 'vitest';
import type { Fault, StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { articleUnits, KEY, openBench, QUICK, translateWith, unit, type Bench, type Outcome } from './deepl-harness.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.stub.close();
  bench = undefined;
});

/** Only translation requests fail; the count is of those. */
function failing(when: (count: number, texts: readonly string[]) => Fault | undefined): StubOptions {
  let count = 0;
  return {
    fault: (_, fields, __, path) => (path === '/v2/translate' ? when((count += 1), fields.getAll('text')) : undefined),
  };
}

async function run(options: StubOptions, engineOptions: object = {}, units = articleUnits(1200)): Promise<Outcome> {
  bench = await openBench(options, engineOptions);
  return bench.translate(units);
}

/** Characters of `articleUnits`. */
function lengthOf(count: number): number {
  return articleUnits(count)
    .flatMap(({ segments }) => segments.flat())
    .reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 0), 0);
}

function done(outcome: Outcome): number {
  return [...outcome.answers.values()].filter((answer) => answer.ok).length;
}

describe('failures that pass', () => {
  it('survives 40 answers of 429 in a row', async () => {
    const outcome = await run(failing((count) => (count <= 40 ? { status: 429 } : undefined)));
    expect(done(outcome)).toBe(1200);
    expect(outcome.refusal).toBeUndefined();
  });

  it('slows down together: after a refusal one request goes ahead, not all of them', async () => {
    const outcome = await run(failing((count) => (count <= 8 ? { status: 429 } : undefined)));
    // The first one asks for a few units only; it is alone until it succeeds. Then some larger ones, and as many as hold
    // a twelfth of the run each: no more may be in flight.
    expect(outcome.usage?.requests).toBeLessThanOrEqual(8 + 1 + 3 + 13);
    expect(bench?.notes.filter((line) => line.includes('Too many requests'))).toHaveLength(1);
  });

  it('survives bursts of 503', async () => {
    const outcome = await run(
      failing((count) => (count % 3 === 0 ? undefined : { status: 503 })),
      { patience: 20 },
    );
    expect(done(outcome)).toBe(1200);
  });

  it('survives 40 answers of 503 in a row to a single request', async () => {
    const outcome = await run(
      failing((count) => (count <= 40 ? { status: 503 } : undefined)),
      {},
      articleUnits(3),
    );
    expect(done(outcome)).toBe(3);
  });

  it('survives connections cut in the middle of the body', async () => {
    const outcome = await run(failing((count) => (count <= 2 ? { cut: true } : undefined)));
    expect(done(outcome)).toBe(1200);
  });

  it('survives a stall: gives the request up and asks again', async () => {
    const outcome = await run(
      failing((count) => (count === 1 ? { stall: 30_000 } : undefined)),
      { patience: 20 },
      articleUnits(20),
    );
    expect(done(outcome)).toBe(20);
    expect(outcome.usage?.characters).toBe(lengthOf(20));
  });

  it('survives truncated JSON', async () => {
    const outcome = await run(failing((count) => (count <= 2 ? { truncate: true } : undefined)));
    expect(done(outcome)).toBe(1200);
  });

  it('counts the characters of each unit once, whatever was sent twice', async () => {
    const fine = await run({});
    await bench?.stub.close();
    const troubled = await run(failing((count) => (count <= 5 ? { status: 429 } : undefined)));
    expect(troubled.usage?.characters).toBe(fine.usage?.characters);
  });
});

describe('answers that are not what was asked for', () => {
  it('finds its texts again in any order', async () => {
    const outcome = await run(failing(() => ({ answer: (texts) => texts.toReversed() })));
    expect(done(outcome)).toBe(1200);
    expect(outcome.usage?.wasted).toBeUndefined();
    const answer = outcome.answers.get(700);
    expect(answer?.ok === true && answer.segments[0]).toEqual([
      { type: 'text', text: 'Párágráph númbér 700 spéáks óf smáll vésíclés, whích néárly áll célls réléásé.' },
    ]);
  });

  it('asks again for texts that are missing, and only for those', async () => {
    const outcome = await run(failing((count) => (count === 1 ? { answer: (texts) => texts.slice(1) } : undefined)));
    expect(done(outcome)).toBe(1200);
    expect(outcome.usage?.wasted).toBe(lengthOf(1));
    expect(outcome.usage?.characters).toBe(lengthOf(1200) + lengthOf(1));
  });

  it('ignores texts that it did not ask for', async () => {
    const outcome = await run(failing(() => ({ answer: (texts) => [...texts, '<u i="9999">Más</u>'] })));
    expect(done(outcome)).toBe(1200);
    expect(outcome.usage?.characters).toBe(lengthOf(1200));
  });

  it('asks again only for the units around a mark that was lost', async () => {
    const damage = (texts: readonly string[]): readonly string[] =>
      texts.map((text, index) => (index === 3 ? text.replace('</u><u i="', '<u i="') : text));
    const outcome = await run(failing(() => ({ answer: damage })));
    expect(done(outcome)).toBe(1200);
    for (const [index, answer] of outcome.answers) expect(JSON.stringify(answer)).toContain(`númbér ${index} `);
    expect(outcome.usage?.wasted).toBeGreaterThan(0);
    expect(outcome.usage?.wasted).toBeLessThan(lengthOf(40));
  });

  it('does not take a unit for its neighbour when one is missing in the middle of a text', async () => {
    const drop = (texts: readonly string[]): readonly string[] =>
      texts.map((one) => one.replace(/(<\/u>)<u.*?<\/u>/, '$1'));
    const outcome = await run(
      failing((_, texts) => (texts.length < 3 ? undefined : { answer: drop })),
      {},
      articleUnits(60),
    );
    expect(done(outcome)).toBe(60);
    for (const [index, answer] of outcome.answers) expect(JSON.stringify(answer)).toContain(`númbér ${index} `);
  });

  it('sends units sentence by sentence without marks when it loses them', async () => {
    const damage = (texts: readonly string[]): readonly string[] => texts.map((text) => text.replace('<s/>', ''));
    const outcome = await run(
      failing(() => ({ answer: damage })),
      {},
      articleUnits(30),
    );
    expect(done(outcome)).toBe(30);
    const plain = bench?.stub.requests.find(({ texts }) => texts.includes('Nobody had expected that.'));
    expect(plain?.fields.map(([name]) => name)).not.toContain('tag_handling');
    expect(outcome.usage?.wasted).toBeLessThan(lengthOf(30) / 10);
  });

  it('refuses one unit, with the reason, and no other', async () => {
    const damage = (texts: readonly string[]): readonly string[] =>
      texts.map((text) => text.replace(/(<u[^>]*>)[^<]*númbér 7 /, '$1<b>').replace(/^[^<]*númbér 7 .*/, ''));
    const outcome = await run(
      failing(() => ({ answer: damage })),
      {},
      articleUnits(100),
    );
    expect(done(outcome)).toBe(99);
    expect(outcome.answers.get(7)).toEqual({ ok: false, reason: expect.stringContaining('damaged') });
  });
});

describe('failures that stay', () => {
  it('gives up on 429 after its patience, says so, and keeps what was done', async () => {
    const outcome = await run(
      failing((count) => (count === 1 ? undefined : { status: 429 })),
      { patience: 0.2 },
    );
    expect(outcome.refusal).toMatchObject({ kind: 'rate', exitCode: 3 });
    expect(done(outcome)).toBeGreaterThan(0);
    expect(done(outcome)).toBeLessThan(1200);
  });

  it('gives up on a request that never succeeds', async () => {
    const outcome = await run(
      failing((_, texts) => (texts.join().includes('number 700 ') ? { status: 500 } : undefined)),
    );
    expect(outcome.refusal).toMatchObject({ kind: 'server' });
    expect(done(outcome)).toBeGreaterThan(0);
  });

  it('stops when the quota is reached half way', async () => {
    const outcome = await run({ quota: 150_000 });
    expect(outcome.refusal).toMatchObject({ kind: 'quota', exitCode: 3 });
    expect(done(outcome)).toBeGreaterThan(0);
    expect(outcome.refusal?.usage?.billed).toBe(bench?.stub.billed());
    expect(outcome.refusal?.usage?.billed).toBeGreaterThan(0);
    expect(bench?.notes.join()).toMatch(/DeepL has 150000 characters left/);
  });

  it('sends nothing when the quota is used up', async () => {
    const outcome = await run({ quota: 0 });
    expect(outcome.refusal).toMatchObject({ kind: 'quota' });
    expect(bench?.stub.requests.filter(({ path }) => path === '/v2/translate')).toHaveLength(0);
  });

  it('names a wrong key without showing it', async () => {
    bench = await openBench({ key: 'another' });
    const { refusal } = await bench.translate([unit('a', 'One.')]);
    expect(refusal).toMatchObject({ kind: 'key', exitCode: 3 });
    expect(`${refusal?.message} ${refusal?.remedy} ${String(refusal?.stack)}`).not.toContain(KEY);
  });

  it('sends nothing more after a refusal', async () => {
    bench = await openBench({ key: 'another' });
    const session = await bench.session([], 1);
    expect((await translateWith(session, articleUnits(3000))).refusal).toMatchObject({ kind: 'key' });
    // One was waiting for its turn when the refusal came.
    expect(bench.stub.requests.filter(({ path }) => path === '/v2/translate').length).toBeLessThanOrEqual(2);
  });

  it('shows the key in no message that repeats it', async () => {
    const { refusal } = await run(
      failing(() => ({ status: 400, message: `Header DeepL-Auth-Key ${KEY}` })),
      {},
      articleUnits(1),
    );
    expect(refusal?.message).toContain('[key]');
    expect(refusal?.message).not.toContain(KEY);
  });

  it('says that a host name is unknown', async () => {
    bench = await openBench();
    const variables = { ...bench.environment.variables, DEEPL_SERVER_URL: 'http://deepl.invalid' };
    const { deepl } = await import('../../scripts/engines/deepl.ts');
    const session = await deepl.open({ ...bench.environment, variables }, { glossaries: [], concurrency: 8 });
    const { refusal } = await translateWith(session, [unit('a', 'One.')]);
    expect(refusal).toMatchObject({ kind: 'network', exitCode: 3 });
  });

  it('says that nobody listens', async () => {
    bench = await openBench();
    await bench.stub.close();
    const { refusal } = await bench.translate([unit('a', 'One.')]);
    expect(refusal).toMatchObject({ kind: 'network' });
  });

  it('splits what the server finds too large', async () => {
    const outcome = await run(failing((_, texts) => (texts.join('').length > 20_000 ? { status: 413 } : undefined)));
    expect(done(outcome)).toBe(1200);
  });

  it('refuses a pair that the service does not know', async () => {
    bench = await openBench();
    expect((await bench.translate([unit('a', 'One.')], 'tlh')).refusal).toMatchObject({ kind: 'unsupported' });
    await bench.stub.close();
    const other = await run(
      failing(() => ({ status: 400, message: "Value for 'target_lang' not supported." })),
      {},
      articleUnits(1),
    );
    expect(other.refusal).toMatchObject({ kind: 'unsupported' });
  });

  it('pays for nothing twice when it is asked again after a stop', async () => {
    const units = articleUnits(1200);
    bench = await openBench({ ...failing((count) => (count === 3 ? { status: 456 } : undefined)) });
    const first = await bench.translate(units);
    expect(first.refusal).toMatchObject({ kind: 'quota' });
    const rest = units.filter((_, index) => !first.answers.has(index));
    const second = await bench.translate(rest);
    expect(done(first) + done(second)).toBe(1200);
    const characters = units
      .flatMap(({ segments }) => segments.flat())
      .reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 0), 0);
    expect(bench.stub.billed()).toBe(characters);
  });
});

describe('cancellation', () => {
  it('finishes what is in flight and starts nothing new', async () => {
    const cancel = new AbortController();
    const fault = (): undefined => void setTimeout(() => cancel.abort(new Error('stop')), 30);
    bench = await openBench({ latency: 60, ...failing(fault) });
    const session = await bench.session([], 1);
    const answers: number[] = [];
    const running = session.translate(
      { source: 'en', target: 'es', units: articleUnits(1200) },
      (index) => answers.push(index),
      cancel.signal,
    );
    await expect(running).rejects.toThrow('stop');
    expect(bench.stub.requests.filter(({ path }) => path === '/v2/translate')).toHaveLength(1);
    expect(answers.length).toBeGreaterThan(0);
  });

  it('ends a wait at once', async () => {
    bench = await openBench(
      failing(() => ({ status: 429 })),
      { ...QUICK, firstWait: 30, longestWait: 30 },
    );
    const session = await bench.session();
    const started = performance.now();
    const signal = AbortSignal.timeout(100);
    await expect(
      session.translate({ source: 'en', target: 'es', units: articleUnits(5) }, () => undefined, signal),
    ).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
