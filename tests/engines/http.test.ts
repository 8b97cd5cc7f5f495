/** What a server that means ill, or is broken, can do to an engine: nothing. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { loadEngine } from '../../scripts/engines/index.ts';
import { openHttp } from '../../scripts/engines/remote/http.ts';
import { ConfigurationError } from '../../scripts/project/errors.ts';
import { translateWith, unit, type Outcome } from './deepl-harness.ts';

const KEY = 'sk-279a2e9d-83b3-c416-7e2d-f721593e42a0';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handle: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return `http://${host}:${typeof address === 'object' ? address?.port : ''}`;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const VARIABLES: Readonly<Record<string, (url: string) => Record<string, string>>> = {
  deepl: (url) => ({ DEEPL_SERVER_URL: url, DEEPL_AUTH_KEY: KEY }),
  libretranslate: (url) => ({ LIBRETRANSLATE_URL: url, LIBRETRANSLATE_API_KEY: KEY }),
  openai: (url) => ({ OPENAI_BASE_URL: `${url}/v1`, OPENAI_API_KEY: KEY, OPENAI_MODEL: 'any' }),
};
const TRANSLATES = /\/(?:v2\/translate|translate|chat\/completions)$/;

/** Opens an engine on a server whose translations are answered by `answer`, and all else as it should be. */
async function run(name: string, answer: Answer, options: object = {}): Promise<Outcome> {
  const url = await listen((request, response) => {
    request.resume();
    request.on('end', () => {
      if (TRANSLATES.test(request.url ?? '')) return answer(request, response);
      response.setHeader('content-type', 'application/json');
      const languages = [{ code: 'en', targets: ['es'] }];
      response.end(JSON.stringify(request.url === '/languages' ? languages : { glossaries: [] }));
    });
  });
  const engine = await loadEngine(name);
  const session = await engine?.open(
    {
      variables: VARIABLES[name]?.(url) ?? {},
      sharedCache: '/',
      root: '/',
      options: { timeout: 1, patience: 0.3, firstWait: 0.01, longestWait: 0.02, ...options },
      note: () => undefined,
    },
    { glossaries: [], concurrency: 2 },
  );
  if (session === undefined) throw new Error('no engine');
  const outcome = await translateWith(session, [unit('a', 'A confidential text.')]);
  await session.close();
  return outcome;
}

const json = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

describe.each(Object.keys(VARIABLES))('%s', (name) => {
  it.each([301, 302, 303, 307, 308])('follows no %d to another origin', async (status) => {
    const seen: string[] = [];
    const other = await listen((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end('{}');
    }, '127.0.0.2');
    const { refusal } = await run(name, (_, response) =>
      response.writeHead(status, { location: `${other}/v2/translate` }).end(),
    );
    expect(seen).toEqual([]);
    expect(refusal).toMatchObject({ kind: 'unavailable', exitCode: 3, message: expect.stringContaining(other) });
  });

  it('does not run in circles on one server', async () => {
    let asked = 0;
    const { refusal } = await run(name, (request, response) => {
      asked += 1;
      response.writeHead(308, { location: request.url }).end();
    });
    expect(refusal).toMatchObject({ kind: 'unavailable' });
    expect(asked).toBeLessThan(10);
  });

  it('reads no endless answer, packed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20, 32));
    const before = process.memoryUsage().rss;
    const packed = await run(name, (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(packed.refusal).toMatchObject({ exitCode: 3, message: expect.stringContaining('larger than') });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20);
  });

  it('does not wait for an answer that trickles', async () => {
    const begun = performance.now();
    const { refusal } = await run(
      name,
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      },
      { timeout: 0.3 },
    );
    expect(refusal).toMatchObject({ kind: 'network' });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a number', 5],
    ['an object of something else', { translations: 'none', translatedText: {}, choices: null }],
    ['null in the list', { translations: [null], translatedText: [null], choices: [null] }],
    ['numbers for texts', { translations: [{ text: 5 }], translatedText: [5], choices: [{ message: 5 }] }],
  ])('says clearly that an answer is %s', async (_, body) => {
    const { refusal, answers } = await run(name, (__, response) => json(response, body));
    expect(refusal).toMatchObject({
      kind: 'server',
      message: expect.stringContaining('not what its documentation says'),
    });
    expect(answers.size).toBe(0);
  });

  it.each([
    ['too few', []],
    ['too many', Array.from({ length: 5 }, () => 'Uno.')],
  ])('takes none of %s texts for its own', async (_, texts) => {
    const { answers } = await run(name, (__, response) =>
      json(response, {
        translations: texts.map((text) => ({ text, detected_source_language: 'EN' })),
        translatedText: texts,
        choices: [
          { message: { content: JSON.stringify({ translations: texts.map((text) => ({ id: '7.7', text })) }) } },
        ],
      }),
    );
    // A model that answers one sentence without a form has answered it: there is nothing to tell it from.
    if (name !== 'openai') expect(answers.get(0)).toMatchObject({ ok: false });
  });

  it.each([KEY, KEY.toUpperCase(), KEY.slice(0, 36)])('refuses an answer that holds the key, as %s', async (leak) => {
    const { answers } = await run(name, (__, response) =>
      json(response, {
        translations: [{ text: `<u i="1">Uno ${leak}.</u>`, billed_characters: 4 }],
        translatedText: [`Uno ${leak}.`],
        choices: [{ message: { content: JSON.stringify({ translations: [{ id: '1.1', text: `Uno ${leak}.` }] }) } }],
      }),
    );
    expect(answers.get(0)).toMatchObject({ ok: false, reason: expect.stringContaining('key') });
    expect(JSON.stringify(answers.get(0))).not.toContain('83b3');
  });

  it('shows the key in no error that repeats it', async () => {
    const { refusal } = await run(name, (request, response) => {
      const said = `${'x'.repeat(190)} ${KEY} ${KEY.toUpperCase()} ${String(request.headers.authorization)}`;
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify({ message: said, error: said }));
    });
    expect(refusal?.exitCode).toBe(3);
    expect(`${refusal?.message} ${refusal?.remedy} ${String(refusal?.stack)}`).not.toMatch(/279a2e|83b3|F72159/i);
  });
});

it('counts no bill that cannot be right', async () => {
  const answers = [-5, 'a', 1e12, 1.5, null];
  for (const billed of answers) {
    const { usage } = await run('deepl', (_, response) =>
      json(response, { translations: [{ text: '<u i="1">Uno.</u>', billed_characters: billed }] }),
    );
    expect(usage).toMatchObject({ characters: 20 });
    expect(usage?.billed).toBeUndefined();
  }
});

describe('an answer that trickles', () => {
  const trickles: RequestListener = (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };

  it('ends in time though garbage is collected meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    const collector = setInterval(() => typeof collect === 'function' && collect(), 20);
    const [http, url] = [await openHttp({}), await listen(trickles)];
    const asked = Promise.allSettled(Array.from({ length: 5 }, () => http.request(url, { timeout: 400, most: 9_000 })));
    const ended = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 3_000, 'never'))]);
    clearInterval(collector);
    expect(ended).toEqual(
      Array(5).fill({ status: 'rejected', reason: expect.objectContaining({ name: 'TimeoutError' }) }),
    );
  });

  it('is cut off by Ctrl-C when its grace is over', async () => {
    const [http, url] = [await openHttp({}), await listen(trickles)];
    const begun = performance.now();
    const reason = new Error('interrupted');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 50);
    const request = { timeout: 20_000, most: 9_000, signal: stop.signal, grace: 200 };
    await expect(http.request(url, request)).rejects.toBe(reason);
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(200);
    expect(took).toBeLessThan(5_000);
  });
});

describe('an address', () => {
  it.each([
    ['deepl', { DEEPL_AUTH_KEY: KEY, DEEPL_SERVER_URL: 'http://user:sekrit@host:port' }],
    ['libretranslate', { LIBRETRANSLATE_URL: 'ftp://user:sekrit@host' }],
    ['openai', { OPENAI_BASE_URL: 'user:sekrit@host', OPENAI_MODEL: 'any' }],
  ])('of %s that is none is said without its password', async (name, variables) => {
    const engine = await loadEngine(name);
    const environment = { variables, sharedCache: '/', root: '/', options: {}, note: () => undefined };
    const said = await engine?.unavailable({ source: 'en', target: 'es' }, environment);
    expect(said).toMatch(/no address/);
    expect(said).not.toContain('sekrit');
    await expect(engine?.open(environment, { glossaries: [], concurrency: 1 })).rejects.toThrow(ConfigurationError);
  });

  it('with user and password logs in with them', async () => {
    const seen: (string | undefined)[] = [];
    const url = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    const http = await openHttp({});
    await http.request(url.replace('//', '//anna:gr%C3%BCn@'), { timeout: 1_000, most: 1_000 });
    // A sign of percent that stands for itself is no reason to give up.
    await http.request(url.replace('//', '//an%na:100%@'), { timeout: 1_000, most: 1_000 });
    const basic = (user: string): string => `Basic ${Buffer.from(user).toString('base64')}`;
    expect(seen).toEqual([basic('anna:grün'), basic('an%na:100%')]);
    await expect(openHttp({ HTTP_PROXY: 'http://an%na:100%@127.0.0.1:1' })).resolves.toBeDefined();
  });

  it.each(['socks5://proxy:1080', 'http://', 'ftp://user:sekrit@proxy', 'a b'])(
    'of a proxy, %s, that is none is said without its password',
    async (proxy) => {
      const error: unknown = await openHttp({ HTTPS_PROXY: proxy }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(String(error)).toContain('HTTPS_PROXY');
      expect(String(error)).not.toContain('sekrit');
    },
  );
});
