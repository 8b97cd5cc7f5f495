/** deepl-node tells many failures apart by its wording only: this test fails when a new version words them differently. */
import * as client from 'deepl-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeeplStub, type DeeplStub, type Fault } from '../../scripts/bench/deepl-stub.ts';
import { classify, WORDINGS } from '../../scripts/engines/deepl/failures.ts';

let stub: DeeplStub;
let fault: Fault | undefined;
beforeAll(async () => {
  stub = await startDeeplStub({ fault: () => fault });
});
afterAll(() => stub.close());

async function failure(told: Fault | undefined, connected = false, url = stub.url): Promise<unknown> {
  fault = told;
  const deepl = new client.DeepLClient('stub-key', { serverUrl: url, maxRetries: 0, minTimeout: 1000 });
  const error = await deepl.translateText(['One.'], 'en', 'es').then(
    () => 'no error',
    (thrown: unknown) => thrown,
  );
  const { kind, remedy } = classify(error, client, (message) => message, connected);
  return { kind, remedy };
}

describe('what the client throws', () => {
  it.each<[string, Fault, object]>([
    ['403', { status: 403 }, { kind: 'key', remedy: 'refuse' }],
    ['401', { status: 401 }, { kind: 'key', remedy: 'refuse' }],
    ['456', { status: 456 }, { kind: 'quota', remedy: 'refuse' }],
    ['429', { status: 429 }, { kind: 'rate', remedy: 'wait' }],
    ['503', { status: 503 }, { kind: 'server', remedy: 'wait' }],
    ['500', { status: 500 }, { kind: 'server', remedy: 'wait' }],
    ['504', { status: 504 }, { kind: 'server', remedy: 'wait' }],
    ['413', { status: 413 }, { kind: 'server', remedy: 'split' }],
    ['404', { status: 404 }, { kind: 'unavailable', remedy: 'refuse' }],
    [
      'an unknown target',
      { status: 400, message: "Value for 'target_lang' not supported." },
      { kind: 'unsupported', remedy: 'refuse' },
    ],
    [
      'an unknown option',
      { status: 400, message: "Value for 'formality' not supported." },
      { kind: 'unsupported', remedy: 'refuse' },
    ],
    ['a lost glossary', { status: 400, message: 'Glossary not found' }, { kind: 'unsupported', remedy: 'glossary' }],
    [
      'a lost dictionary',
      { status: 400, message: 'No dictionary found for language pair' },
      { kind: 'unsupported', remedy: 'glossary' },
    ],
    [
      'bad XML',
      { status: 400, message: 'Tag handling parsing failed, please check input.' },
      { kind: 'server', remedy: 'split' },
    ],
    ['truncated JSON', { truncate: true }, { kind: 'server', remedy: 'wait' }],
    ['a cut connection', { cut: true }, { kind: 'network', remedy: 'wait' }],
    ['a stall', { stall: 5000 }, { kind: 'network', remedy: 'wait' }],
  ])('%s', async (_, told, verdict) => {
    expect(await failure(told)).toEqual(verdict);
  });

  it('a server that is not there, unless it was there before', async () => {
    expect(await failure(undefined, false, 'http://127.0.0.1:1')).toEqual({ kind: 'network', remedy: 'refuse' });
    expect(await failure(undefined, true, 'http://127.0.0.1:1')).toEqual({ kind: 'network', remedy: 'wait' });
    expect(await failure(undefined, false, 'http://deepl.invalid')).toMatchObject({ kind: 'network' });
  });

  it('has no wording in its table that the client never uses', async () => {
    const messages: string[] = [];
    for (const told of [400, 401, 404, 413, 500, 503].map((status) => ({ status }))) messages.push(await wording(told));
    messages.push(await wording({ truncate: true }));
    const prefixes = WORDINGS.map(([pattern]) => pattern.source.replace(/^\^|\\b.*$/g, '').replace(/\\d/g, '0'));
    for (const prefix of prefixes)
      expect(
        messages.filter((message) => message.startsWith(prefix)),
        prefix,
      ).not.toHaveLength(0);
  });
});

async function wording(told: Fault): Promise<string> {
  fault = told;
  const deepl = new client.DeepLClient('stub-key', { serverUrl: stub.url, maxRetries: 0 });
  return deepl.translateText(['One.'], 'en', 'es').then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
}
