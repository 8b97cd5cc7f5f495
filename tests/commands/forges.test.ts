/** The ways to a forge, each against a stub of what it calls: GitLab's API, and `gh` as a program. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openForge } from '../../scripts/commands/sync/forges/index.ts';
import { startHttpStub } from '../engines/http-stub.ts';

const TEXT = { branch: 'glossa/translations', base: 'main', title: 'Translations: 1 new', body: 'A | B' };

describe('GitLab’s API', () => {
  it('finds, opens and changes one merge request, and tells a refusal without the token', async () => {
    const opened: unknown[] = [];
    const stub = await startHttpStub(({ method, path, headers, body }) => {
      if (headers['private-token'] !== 'secret') return { status: 403, body: { message: '403 Forbidden' } };
      if (method === 'GET') {
        expect(path).toContain('/projects/7/merge_requests?state=opened&source_branch=glossa%2Ftranslations');
        return { status: 200, body: opened };
      }
      const request = { iid: 4, web_url: 'https://gitlab.example/team/site/-/merge_requests/4' };
      if (method === 'POST') opened.push(request);
      expect(body).toMatchObject({ title: TEXT.title, description: TEXT.body });
      return { status: method === 'POST' ? 201 : 200, body: request };
    });
    onTestFinished(() => stub.close());
    const variables = { GITLAB_CI: 'true', GITLAB_TOKEN: 'secret', CI_PROJECT_ID: '7', CI_API_V4_URL: stub.url };
    const context = { address: 'https://gitlab.example/team/site.git', variables, folder: '.' };
    const forge = await openForge(context);
    expect(await forge?.find(TEXT.branch, TEXT.base)).toBeUndefined();
    expect(await forge?.create(TEXT)).toEqual({ number: 4, address: expect.stringContaining('merge_requests/4') });
    const found = await forge?.find(TEXT.branch, TEXT.base);
    if (found !== undefined) await forge?.update(found, TEXT);
    expect(stub.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'PUT']);
    const other = await openForge({ ...context, variables: { ...variables, GITLAB_TOKEN: 'wrong-token' } });
    await expect(other?.create(TEXT)).rejects.toThrow(/403/);
    await expect(other?.create(TEXT)).rejects.not.toThrow(/wrong-token/);
  });
});

describe('a forge', () => {
  const TOKEN = 'glpat-3b1f8Zt7QwErTy';
  const opened = (url: string, kind: 'gitlab' | 'github') =>
    openForge(
      kind === 'gitlab'
        ? {
            address: 'https://gitlab.example/team/site.git',
            variables: { GITLAB_CI: 'true', GITLAB_TOKEN: TOKEN, CI_PROJECT_ID: '7', CI_API_V4_URL: url },
            folder: '.',
          }
        : {
            address: 'https://github.com/team/site.git',
            variables: { PATH: '/nowhere', GH_TOKEN: TOKEN, GITHUB_API_URL: url },
            folder: '.',
          },
    );

  it.each(['gitlab', 'github'] as const)('%s that sends elsewhere gets neither token nor text there', async (kind) => {
    const other = await startHttpStub(() => ({ status: 200, body: [] }));
    onTestFinished(() => other.close());
    for (const status of [301, 302, 303, 307, 308]) {
      const stub = await startHttpStub(() => ({ status, body: {}, headers: { location: `${other.url}/x` } }));
      onTestFinished(() => stub.close());
      const forge = await opened(stub.url, kind);
      await expect(forge?.create(TEXT)).rejects.toThrow(/nothing is sent/);
    }
    expect(other.requests).toEqual([]);
  });

  it.each(['gitlab', 'github'] as const)(
    '%s is not believed without end, and its words are shown without the token',
    async (kind) => {
      const words = { message: `Bad token ${TOKEN.toUpperCase()}` };
      const stub = await startHttpStub(() => ({ status: 401, body: words }));
      onTestFinished(() => stub.close());
      const error: unknown = await (await opened(stub.url, kind))?.create(TEXT).catch((thrown: unknown) => thrown);
      expect(String(error)).toMatch(/401.*Bad token \[key\]/);
      const large = await startHttpStub(() => ({ raw: `["${'a'.repeat(21_000_000)}"]` }));
      onTestFinished(() => large.close());
      const tooLarge = (await opened(large.url, kind))?.create(TEXT);
      await expect(tooLarge).rejects.toThrow(/larger than 20 MB/);
    },
  );
});

describe('gh', () => {
  it('is used where somebody is signed in with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glossa-gh-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const program = join(folder, 'gh');
    const log = join(folder, 'log');
    writeFileSync(
      program,
      `#!/bin/sh
echo "$@" >> ${log}
case "$1 $2" in
  "pr list") echo '[{"number":9,"url":"https://github.com/team/site/pull/9"},{"number":3,"url":"https://github.com/team/site/pull/3"}]';;
  "pr create") cat >> ${log}; echo https://github.com/team/site/pull/12;;
  "pr edit") cat >> ${log};;
esac
`,
    );
    chmodSync(program, 0o755);
    const variables = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const forge = await openForge({ address: 'git@github.com:team/site.git', variables, folder });
    expect(await forge?.find(TEXT.branch, TEXT.base)).toEqual({
      number: 3,
      address: 'https://github.com/team/site/pull/3',
    });
    expect(await forge?.create(TEXT)).toEqual({ number: 12, address: 'https://github.com/team/site/pull/12' });
    await forge?.update({ number: 3, address: '' }, TEXT);
    const called = readFileSync(log, 'utf8');
    expect(called).toContain(
      'pr create --head glossa/translations --base main --title Translations: 1 new --body-file -',
    );
    expect(called).toMatch(/pr edit 3 .*\nA \| B/);
  });

  it('without it, and without a token, no forge is there', async () => {
    const context = { address: 'https://github.com/team/site.git', variables: { PATH: '/nowhere' }, folder: '.' };
    expect(await openForge(context)).toBeUndefined();
    expect(await openForge({ ...context, address: 'https://git.example.org/team/site.git' })).toBeUndefined();
  });
});
