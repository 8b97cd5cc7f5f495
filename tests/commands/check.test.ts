import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from './project-in-process.ts';
import { REPOSITORY } from './temporary-project.ts';

const SOURCE = {
  'source/post.md': '# Hello there\n\nRead [the site](https://example.com) by {{name}} and `code`.\n',
  'glossary/terms.csv': 'concept,language,term,plural\nserum,en,serum,serums\nserum,es,suero,sueros\n',
};

async function checked(change: (project: ReturnType<typeof temporaryProject>) => void, ...args: string[]) {
  const project = temporaryProject(SOURCE);
  await project.translate();
  change(project);
  const before = project.snapshot('.');
  const { code, stdout, stderr } = await project.run('check', args);
  expect(project.snapshot('.')).toEqual(before);
  return { code, stdout, stderr };
}

describe('check', () => {
  it('passes what translate wrote, and writes nothing', async () => {
    const { code, stdout } = await checked(() => {});
    expect(code).toBe(0);
    expect(stdout).toBe('');
  });

  it('missing and stale are faults that --allow takes out', async () => {
    const change = (project: ReturnType<typeof temporaryProject>) =>
      project.write(
        'source/post.md',
        '# Hello there now\n\nRead [the site](https://example.com) by {{name}} and `code`.\n\nNew.\n',
      );
    const { code, stdout } = await checked(change);
    expect(code).toBe(1);
    expect(stdout).toMatch(/error missing: source\/post\.md:5: \[es\]/);
    expect(stdout).toMatch(/error stale: locales\/es\/post\.json:4:18: \[es\]/);
    const allowed = await checked(change, '--allow', 'missing,stale,unrecorded');
    expect(allowed.code).toBe(0);
    expect(allowed.stderr).toMatch(/2 missing, 2 stale/);
  });

  it('an edit that lost a placeholder, a link or code is an error', async () => {
    const { code, stdout } = await checked((project) => {
      const bundle = project.read('locales/es/post.json');
      project.write(
        'locales/es/post.json',
        bundle.replace('{{name}}', 'nombre').replace('https://example.com', 'https://example.org'),
      );
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/error placeholders: locales\/es\/post\.json:5:13: \[es\] .*name/);
    expect(stdout).toMatch(/warning links: .*example\.org/);
  });

  it('a deleted rendered article is a fault, render makes it again', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    const text = project.read('locales/es/post.md');
    project.remove('locales/es/post.md');
    expect((await project.run('check')).code).toBe(1);
    expect((await project.run('render')).code).toBe(0);
    expect(project.read('locales/es/post.md')).toBe(text);
    expect((await project.run('check')).code).toBe(0);
  });

  it('a deleted source bundle is a fault, and translate makes it again', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    const text = project.read('locales/en/post.json');
    project.remove('locales/en');
    const { code, stdout } = await project.run('check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/error unrecorded: locales\/en\/post\.json: .*the source bundle is missing/);
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.read('locales/en/post.json')).toBe(text);
  });

  it('a required term that a person left out is a warning, an error with --strict', async () => {
    const project = temporaryProject({ ...SOURCE, 'source/post.md': 'The serum is new.\n' });
    await project.translate();
    project.write(
      'locales/es/post.json',
      project.read('locales/es/post.json').replace(/"p1": ".*"/, '"p1": "La crema es nueva."'),
    );
    await project.translate();
    const { code, stdout } = await project.run('check');
    expect(code).toBe(0);
    expect(stdout).toMatch(/warning terms: .*"serum" must be "suero"/);
    expect((await project.run('check', ['--strict'])).code).toBe(1);
  });

  it('speaks JSON and GitHub’s annotations', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    project.remove('locales/it/post.json');
    const json = JSON.parse((await project.run('check', ['--json'])).stdout);
    expect(json.languages.it).toMatchObject({ missing: 2 });
    expect(json.faults).toContainEqual(
      expect.objectContaining({ kind: 'missing', language: 'it', file: 'source/post.md', line: 1 }),
    );
    const { stdout } = await project.run('check', ['--format', 'github']);
    expect(stdout).toMatch(/^::error file=source\/post\.md,line=1,title=missing::\[it\] /m);
    expect((await project.run('check', ['--format', 'xml'])).code).toBe(2);
    expect((await project.run('check', ['--allow', 'misssing'])).code).toBe(2);
  });

  it('status tells how far each language is', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate('--to', 'es');
    const { code, stdout } = await project.run('status');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^es +2 +2 +0 +0 +0 /m);
    expect(stdout).toMatch(/^it +2 +0 +0 +0 +2 /m);
  });
});

describe('a check of the project’s own, and a waiver', () => {
  it('is judged with the others; what a person takes as right is told as waived until a text changes', async () => {
    const project = temporaryProject({
      'source/ui.json': '{"open": "Open the door", "close": "Close"}',
      'l10n.config.json': JSON.stringify({
        sourceLanguage: 'en',
        targetLanguages: ['es'],
        engine: 'identity',
        checks: ['tools/no-door.mjs'],
      }),
      'tools/no-door.mjs': `export const noDoor = {
        name: 'no-door', description: 'no door', severity: 'error',
        run: ({ target }) => (/door|puerta/.test(target) ? [{ message: 'speaks of a door', find: 'door' }] : []),
      };`,
    });
    await project.translate();
    const line = 'error no-door: locales/es/ui.json:2:21: [es] open: speaks of a door';
    expect(await project.run('check')).toMatchObject({ code: 1, stdout: expect.stringContaining(line) });

    await project.run('review', ['waive', '--to', 'es', '--check', 'no-door', '--reason', 'it is a real door']);
    const waived = await project.run('check', ['--json']);
    expect(waived.code).toBe(0);
    expect(JSON.parse(waived.stdout)).toMatchObject({
      faults: [],
      waived: [
        { file: 'locales/es/ui.json', language: 'es', key: 'open', rule: 'no-door', reason: 'it is a real door' },
      ],
    });
    expect((await project.run('check')).stderr).toContain('1 waived by people');

    const bundle = project.read('locales/es/ui.json');
    project.write('locales/es/ui.json', bundle.replace('Open the door', 'Abra la puerta'));
    const again = await project.run('check', ['--json']);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ faults: [{ check: 'no-door' }], waived: [] });

    project.write('tools/no-door.mjs', 'export const noDoor = 1;');
    const broken = await project.run('check');
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('tools/no-door.mjs: it exports no check, or more than one.');
  });

  it('a sentence that a file has twice is held against itself, before and after a run has seen it', async () => {
    const project = temporaryProject({
      'source/ui.json': '{"a": "Press the red key now", "b": "Press the red key now", "ok": "Fine"}',
      'l10n.config.json': JSON.stringify({
        sourceLanguage: 'en',
        targetLanguages: ['es'],
        engine: 'pseudo',
        limits: { ok: 3 },
      }),
    });
    await project.translate();
    const tooLong = /^error length-limit: .*\[es\] ok: has \d+ characters, and 3 are allowed$/m;
    expect((await project.run('check')).stdout).toMatch(tooLong);
    const bundle = project.read('locales/es/ui.json');
    project.write(
      'locales/es/ui.json',
      bundle.replace(/"a": "[^"]*"/, '"a": "Pulse ya la tecla roja"').replace(/"ok": "[^"]*"/, '"ok": "Sí"'),
    );
    const line =
      /^warning inconsistent: locales\/es\/ui\.json:3:\d+: \[es\] b: is translated otherwise at a, from the same text$/m;
    expect((await project.run('check')).stdout).toMatch(line);
    await project.translate();
    const { code, stdout } = await project.run('check');
    expect(code).toBe(0);
    expect(stdout).toMatch(line);
    project.write(
      'locales/es/ui.json',
      project.read('locales/es/ui.json').replace(/"b": "[^"]*"/, '"b": "Pulse ya la tecla roja"'),
    );
    await project.translate();
    expect((await project.run('check')).stdout).toBe('');
  });

  it('ends at once when it is interrupted, in the middle of a long file too', async () => {
    const values = Array.from({ length: 30_000 }, (_, at) => [`k${at}`, `Save {{count${at}}} files`]);
    const project = temporaryProject({
      'source/ui.json': JSON.stringify(Object.fromEntries(values)),
      'locales/es/ui.json': JSON.stringify(Object.fromEntries(values.map(([key]) => [key, 'Guardar']))),
    });
    const child = spawn(process.execPath, [join(REPOSITORY, '.build/check.js'), '--root', project.root], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
    await sleep(1000);
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
  });
});
