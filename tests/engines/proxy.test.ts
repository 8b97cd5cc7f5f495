/** Requests go through the proxy that the environment names. */
import { createServer, request as forward, type Server } from 'node:http';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplStub, type DeeplStub } from '../../scripts/bench/deepl-stub.ts';
import { deepl } from '../../scripts/engines/deepl.ts';
import { libretranslate } from '../../scripts/engines/libretranslate.ts';
import { openai } from '../../scripts/engines/openai.ts';
import { KEY, translateWith, unit } from './deepl-harness.ts';
import { temporaryProject } from '../commands/temporary-project.ts';
import { startMirror } from './firefox-mirror.ts';
import type { HttpStub } from './http-stub.ts';
import { startLibreStub } from './libretranslate-harness.ts';
import { startOpenaiStub } from './openai-harness.ts';

let proxy: Server | undefined;
let stub: DeeplStub | HttpStub | undefined;
const seen: string[] = [];
afterEach(async () => {
  await stub?.close();
  proxy?.closeAllConnections();
  proxy?.close();
  seen.length = 0;
});

/** Takes absolute addresses, as for plain HTTP, and CONNECT, which it only writes down and allows. */
async function startProxy(): Promise<string> {
  const { connect } = await import('node:net');
  const server = createServer((incoming, response) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    const onward = forward(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    seen.push(`CONNECT ${incoming.url}`);
    const [host, port] = (incoming.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    socket.on('error', () => onward.destroy());
  });
  proxy = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const open = { glossaries: [], concurrency: 2 };
const rest = { sharedCache: '/', root: '/', note: () => undefined };
const quick = { timeout: 2, patience: 1, firstWait: 0.01, longestWait: 0.02 };

describe('a proxy', () => {
  it('carries DeepL’s requests', async () => {
    const deeplStub = await startDeeplStub({ key: KEY });
    stub = deeplStub;
    const variables = { HTTP_PROXY: await startProxy(), DEEPL_AUTH_KEY: KEY, DEEPL_SERVER_URL: deeplStub.url };
    const session = await deepl.open({ ...rest, variables, options: quick }, open);
    const { answers } = await translateWith(session, [unit('a', 'One.')]);
    expect(answers.get(0)?.ok).toBe(true);
    expect(seen).toContain(`POST ${deeplStub.url}/v2/translate`);
  });

  it('is asked for a tunnel where DeepL is reached over HTTPS', async () => {
    const variables = {
      HTTPS_PROXY: await startProxy(),
      DEEPL_AUTH_KEY: KEY,
      DEEPL_SERVER_URL: 'https://127.0.0.1:9443',
    };
    const session = await deepl.open({ ...rest, variables, options: quick }, open);
    const { refusal } = await translateWith(session, [unit('a', 'One.')]);
    expect(refusal).toMatchObject({ exitCode: 3 });
    expect(new Set(seen)).toEqual(new Set(['CONNECT 127.0.0.1:9443']));
  });

  it('carries the requests of LibreTranslate and of OpenAI’s API', async () => {
    const HTTP_PROXY = await startProxy();
    const libre = await startLibreStub();
    stub = libre;
    const libreSession = await libretranslate.open(
      { ...rest, variables: { HTTP_PROXY, LIBRETRANSLATE_URL: libre.url }, options: quick },
      open,
    );
    expect((await translateWith(libreSession, [unit('a', 'One.')])).answers.get(0)?.ok).toBe(true);
    const model = await startOpenaiStub();
    const variables = { HTTP_PROXY, OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'stub' };
    const modelSession = await openai.open({ ...rest, variables, options: quick }, open);
    expect((await translateWith(modelSession, [unit('a', 'One.')])).answers.get(0)?.ok).toBe(true);
    await model.close();
    expect(seen.some((line) => line.includes(new URL(libre.url).host))).toBe(true);
    expect(seen.some((line) => line.includes(new URL(model.url).host))).toBe(true);
  });

  it('is left out for hosts in NO_PROXY', async () => {
    const libre = await startLibreStub();
    stub = libre;
    const variables = { HTTP_PROXY: await startProxy(), NO_PROXY: '127.0.0.1', LIBRETRANSLATE_URL: libre.url };
    const session = await libretranslate.open({ ...rest, variables, options: quick }, open);
    expect((await translateWith(session, [unit('a', 'One.')])).answers.get(0)?.ok).toBe(true);
    expect(seen).toEqual([]);
  });

  it('carries the models of Firefox, from a mirror and from Mozilla’s own addresses', async () => {
    const mirror = await startMirror(['en-es']);
    onTestFinished(() => mirror.close());
    const FIREFOX_MODELS_URL = mirror.address;
    const HTTP_PROXY = await startProxy();
    const project = temporaryProject();
    const add = ['add', 'en-es'];
    const direct = await project.run('models', add, { HTTP_PROXY, NO_PROXY: '127.0.0.1', FIREFOX_MODELS_URL });
    expect(direct).toMatchObject({ code: 0 });
    expect(seen).toEqual([]);
    await project.run('models', ['remove', 'en-es']);
    const { code, stdout } = await project.run('models', add, { HTTP_PROXY, FIREFOX_MODELS_URL });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('en-es') });
    expect([...new Set(seen)].toSorted()).toEqual(
      ['main/en-es/model.zst', 'main/en-es/vocab.zst', 'records.json'].map((path) => `GET ${mirror.address}/${path}`),
    );

    // Of a tunnel that is refused the user hears by name.
    const refusing = createServer().on('connect', (incoming, socket) => {
      seen.push(`CONNECT ${incoming.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    onTestFinished(() => void refusing.close());
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const address = refusing.address();
    const HTTPS_PROXY = `http://ann:secret@127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const refused = await project.run('models', ['add', 'en-it'], { HTTPS_PROXY, FIREFOX_MODELS_URL: '' });
    expect(seen).toContain('CONNECT firefox.settings.services.mozilla.com:443');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/proxy|403/i);
    expect(refused.stderr).not.toContain('secret');
  });
});
