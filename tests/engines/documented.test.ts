/** Remote engines read what the documentation of their services shows, with all the fields that they do not need. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadEngine } from '../../scripts/engines/index.ts';
import { bold, text, translateWith } from './deepl-harness.ts';
import { startHttpStub, type HttpStub } from './http-stub.ts';

let stub: HttpStub | undefined;
afterEach(async () => {
  await stub?.close();
});

const answersSchema = z.record(z.string(), z.unknown());

const ADDRESSES: Readonly<Record<string, (url: string) => Record<string, string>>> = {
  deepl: (url) => ({ DEEPL_SERVER_URL: url, DEEPL_AUTH_KEY: 'a key' }),
  libretranslate: (url) => ({ LIBRETRANSLATE_URL: url }),
  openai: (url) => ({ OPENAI_BASE_URL: `${url}/v1`, OPENAI_MODEL: 'any' }),
};

describe.each(Object.entries(ADDRESSES))('%s', (name, variablesFor) => {
  it('reads documented answers', async () => {
    const file = new URL(`../fixtures/engines/${name}/documented.json`, import.meta.url);
    const answers = answersSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    stub = await startHttpStub(({ method, path }) => {
      const body = answers[`${method} ${path}`];
      return body === undefined ? { status: 404, body: {} } : { status: 200, body };
    });
    const engine = await loadEngine(name);
    const environment = {
      variables: variablesFor(stub.url),
      sharedCache: '/',
      root: '/',
      options: {},
      note: () => undefined,
    };
    const session = await engine?.open(environment, { glossaries: [], concurrency: 1 });
    const segments = [
      [text('Press '), bold(1, text('Continue')), text(' to advance.')],
      [text('Your order has shipped.')],
    ];
    const outcome = session && (await translateWith(session, [{ article: 'a', segments }]));
    expect(outcome?.answers.get(0)).toEqual({
      ok: true,
      segments: [
        [text('Pulse '), bold(1, text(name === 'deepl' ? '«Continuar»' : 'Continuar')), text(' para avanzar.')],
        [text('Su pedido ha sido enviado.')],
      ],
    });
  });
});
