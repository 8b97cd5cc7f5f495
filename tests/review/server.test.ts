/** What the page's server refuses, whoever asks. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { serve } from './browser.ts';
import { memoryDesk } from './memory-desk.ts';
import { sampleUnits } from './sample-units.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request as any program could send it. */
function ask(address: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
    });
    sent.on('error', reject).end(body);
  });
}

const start = (options = {}) => serve(memoryDesk(sampleUnits(4)), options);
const DECISION = JSON.stringify({ by: 'me', verb: 'approve', language: 'es', units: [] });

describe('the page’s server', () => {
  it('answers to its own names, and to no other', async () => {
    const { address } = await start();
    const { port, origin } = new URL(address);
    const json = { 'content-type': 'application/json' };
    expect((await ask(address, '/')).status).toBe(200);
    expect((await ask(address, '/api/project', { host: `localhost:${port}` })).status).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, 'localhost:1'])
      expect((await ask(address, '/api/project', { host })).status, host).toBe(403);
    for (const from of ['http://evil.example', 'null', origin.replace('http', 'https'), 'http://localhost:1'])
      expect((await ask(address, '/api/decide', { ...json, origin: from }, DECISION)).status, from).toBe(403);
    expect((await ask(address, '/api/project', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(address, '/api/decide', json, DECISION)).status).toBe(403);
    expect((await ask(address, '/api/decide', { origin, 'content-type': 'text/plain' }, DECISION)).status).toBe(403);
    expect((await ask(address, '/api/decide', { ...json, origin }, DECISION)).status).toBe(200);
    expect((await ask(address, '/api/decide', { ...json, origin }, '{"verb":"burn"}')).status).toBe(400);
  });

  it('demands its token where it has one, and takes it out of the address', async () => {
    const { address } = await start({ token: 'a secret word' });
    const { search, port } = new URL(address);
    expect((await ask(address, '/')).status).toBe(403);
    expect((await ask(address, '/api/project')).status).toBe(403);
    expect((await ask(address, '/?token=wrong')).status).toBe(403);
    expect((await ask(address, `/api/project${search}`)).status).toBe(403);
    const opened = await ask(address, `/${search}`);
    expect(opened).toMatchObject({ status: 303, headers: { location: '/' } });
    const cookie = String(opened.headers['set-cookie']);
    expect(cookie).toMatch(new RegExp(`^glossa-${port}=.*HttpOnly; SameSite=Strict`));
    expect((await ask(address, '/api/project', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
    expect((await ask(address, '/api/project', { authorization: 'Bearer a secret word' })).status).toBe(200);
  });

  it('is not opened to others without a token', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('would be open to everybody');
  });

  it('serves nothing but its own files, whatever a path looks like', async () => {
    const { address } = await start();
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/../../x',
      '/api/__proto__',
      '/api/constructor',
      '/article/image?namespace=blog/bread&path=../../etc/passwd',
    ])
      expect((await ask(address, path)).status, path).toBe(404);
    const policy = String((await ask(address, '/')).headers['content-security-policy']);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(
      String(
        (await ask(address, '/article/target?language=es&namespace=blog%2Fbread')).headers['content-security-policy'],
      ),
    ).toContain('sandbox allow-same-origin');
  });
});
