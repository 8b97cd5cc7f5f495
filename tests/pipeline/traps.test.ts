/** The eleven ways in which other tools were seen to end with exit 0 and missing, stale, truncated or lost text. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplStub, type DeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const ARTICLE = `---
title: First words
---

A first sentence. A second sentence.

## What is new

One new thing.

The last paragraph.
`;

async function withDeepl(files: Readonly<Record<string, string>>, options: StubOptions = {}, settings: object = {}) {
  const service = await startDeeplStub(options);
  onTestFinished(() => service.close());
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'deepl', ...settings };
  const project = temporaryProject({ 'l10n.config.json': JSON.stringify(configuration), ...files });
  const translate = (...args: string[]) =>
    project.run('translate', args, { DEEPL_SERVER_URL: service.url, DEEPL_AUTH_KEY: 'stub-key' });
  return { project, service, translate };
}

function sentTexts({ requests }: DeeplStub): string {
  return requests.flatMap(({ texts }) => texts).join('\n');
}

function isSettled(project: TemporaryProject, language: string, key: string): boolean {
  return !('previous' in recordLine(project, `locales/.review/${language}/ui.json`, key));
}

describe('traps', () => {
  it('1: a truncated source file is an error, not a smaller project', async () => {
    const strings = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, `Text ${index} here`]));
    const whole = JSON.stringify(strings, null, 2);
    const project = temporaryProject({ 'source/ui.json': whole });
    await project.translate();
    const before = project.snapshot('locales');
    project.write('source/ui.json', whole.slice(0, 300));
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toContain('source/ui.json');
    expect(project.snapshot('locales')).toEqual(before);
    expect((await project.run('check')).code).toBe(1);
  });

  it('2: a language that failed stays stale until it is done, however well the others went', async () => {
    let broken = false;
    const fault: StubOptions['fault'] = (_count, fields) =>
      broken && fields.get('target_lang')?.toLowerCase() === 'it' ? { status: 403 } : undefined;
    const { project, translate } = await withDeepl(
      { 'source/ui.json': '{"a": "Save the file", "b": "Close it"}' },
      { fault },
    );
    expect((await translate()).code).toBe(0);
    const old = valueAt(project.json('locales/it/ui.json'), 'a');
    project.write('source/ui.json', '{"a": "Save the folder", "b": "Close it"}');
    broken = true;
    expect((await translate()).code).toBe(3);
    expect(valueAt(project.json('locales/it/ui.json'), 'a')).toBe(old);
    expect(isSettled(project, 'es', 'a')).toBe(true);
    expect(isSettled(project, 'it', 'a')).toBe(false);
    expect((await project.run('check')).code).toBe(1);
    broken = false;
    expect((await translate()).code).toBe(0);
    expect(valueAt(project.json('locales/it/ui.json'), 'a')).not.toBe(old);
    expect((await project.run('check')).code).toBe(0);
  });

  it('3: a deleted target file is a fault for check and is made again', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    const before = project.read('locales/it/post.json');
    project.remove('locales/it/post.json');
    const { code, stdout } = await project.run('check');
    expect(code).toBe(1);
    expect(stdout).toContain('post');
    expect((await project.translate()).code).toBe(0);
    expect(project.read('locales/it/post.json')).toBe(before);
  });

  it('4: a last text that is known already does not swallow an earlier one that is not', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('One new thing.', 'Something else.\n\nA second sentence, again.'));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ machine: 2, failed: 0 });
    const paragraphs = project.read('locales/es/post.md').trim().split('\n\n');
    expect(paragraphs).toHaveLength(6);
    expect(paragraphs.every((paragraph) => paragraph.length > 5)).toBe(true);
  });

  it('5: an empty source string is done at once and for good', async () => {
    const { project, service, translate } = await withDeepl({ 'source/ui.json': '{"a": "", "b": "Save", "c": " "}' });
    expect((await translate()).code).toBe(0);
    expect(project.json('locales/es/ui.json')['a']).toBe('');
    const requests = service.requests.length;
    expect((await translate()).code).toBe(0);
    expect(service.requests).toHaveLength(requests);
    expect((await project.run('check')).code).toBe(0);
  });

  it('6: a conflict marker in a target stops that file, with its line, and nothing is overwritten', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE, 'source/ui.json': '{"a": "Save"}' });
    await project.translate();
    const file = 'locales/es/post.json';
    const broken = project.read(file).replace('"title"', '<<<<<<< ours\n  "title"');
    project.write(file, broken);
    const other = project.read('locales/es/ui.json');
    project.write('source/ui.json', '{"a": "Save all"}');
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toContain(`${file}:2`);
    expect(project.read(file)).toBe(broken);
    expect(project.read('locales/es/ui.json')).not.toBe(other);
  });

  it('7: anchors, aliases, comments and order in front matter stay byte for byte', async () => {
    const head = '---\n# keep me\nauthor: &me Ada\ntitle: First words\neditor: *me\ntags: [a, b]\n---\n';
    const project = temporaryProject({ 'source/post.md': `${head}\nSome text.\n` });
    expect((await project.translate()).code).toBe(0);
    const rendered = project.read('locales/es/post.md');
    expect(rendered.replace(/^title: .*$/m, 'title: First words').slice(0, head.length)).toBe(head);
  });

  it('8: a key renamed after a person edited its text takes the text along', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"old": "Save the file", "b": "Close"}' });
    await project.translate();
    project.write('locales/es/ui.json', project.read('locales/es/ui.json').replace(/"old": ".*"/, '"old": "Guardar"'));
    await project.translate();
    project.write('source/ui.json', '{"renamed": "Save the file", "b": "Close"}');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(project.json('locales/es/ui.json')).toMatchObject({ renamed: 'Guardar' });
    expect(project.json('locales/es/ui.json')).not.toHaveProperty('old');
    expect(recordLine(project, 'locales/.review/es/ui.json', 'renamed')).toMatchObject({ state: 'translated' });
  });

  it('9: a token that the engine damaged never reaches a file', async () => {
    const answer = (texts: readonly string[]): string[] =>
      texts.map((text) => text.replace(/<(\/?)([a-z]+\d+)/g, '<$1dámaged$2').replace(/Xqz\w+/g, 'dámaged'));
    const { project, translate } = await withDeepl(
      { 'source/post.md': 'Run `npm start` for {{product}} now.\n\nA plain text.\n' },
      { fault: (_count, _fields, _method, path) => (path === '/v2/translate' ? { answer } : undefined) },
    );
    const { code, stdout } = await translate('--json');
    expect([1, 3]).toContain(code);
    expect(JSON.parse(stdout).failed.map(({ key }: { key: string }) => key)).toContain('body.lead.p1');
    expect(project.read('locales/es/post.md')).toContain('Run `npm start` for {{product}} now.');
    expect(valueAt(project.json('locales/es/post.json'), 'body.lead.p1')).toBeUndefined();
    expect((await project.run('check')).code).toBe(1);
  });

  it('10: a service that stays busy longer than the retries ends in a refusal that names what is missing', async () => {
    let isBusy = true;
    const { project, service, translate } = await withDeepl(
      { 'source/ui.json': '{"a": "Save the file", "b": "Close it"}' },
      {
        fault: (_count, fields, _method, path) => {
          const isItalian = fields.get('target_lang')?.toLowerCase() === 'it';
          return isBusy && isItalian && path === '/v2/translate' ? { status: 429 } : undefined;
        },
      },
      { engines: { deepl: { patience: 1, firstWait: 0.1 } } },
    );
    const { code, stdout } = await translate('--json', '--concurrency', '1');
    expect(code).toBe(3);
    const failed: { language: string; key: string }[] = JSON.parse(stdout).failed;
    expect(failed.map(({ language, key }) => `${language} ${key}`).toSorted()).toEqual(['it a', 'it b']);
    expect(project.exists('locales/es/ui.json')).toBe(true);
    isBusy = false;
    const before = service.billed();
    expect((await translate()).code).toBe(0);
    expect(service.billed() - before).toBe('Save the file'.length + 'Close it'.length);
  });

  it('11: without a cache nothing is sent again', async () => {
    const { project, service, translate } = await withDeepl({
      'source/post.md': ARTICLE,
      'source/ui.json': '{"a": "Save"}',
    });
    expect((await translate()).code).toBe(0);
    project.write('source/post.md', ARTICLE.replace('The last paragraph.', 'The very last paragraph.'));
    const requests = service.requests.length;
    const { code } = await project.run('translate', [], {
      XDG_CACHE_HOME: `${project.cache}/another`,
      DEEPL_SERVER_URL: service.url,
      DEEPL_AUTH_KEY: 'stub-key',
    });
    expect(code).toBe(0);
    const again = service.requests.slice(requests).flatMap(({ texts }) => texts);
    expect(again).toHaveLength(2);
    expect(again.join('\n')).not.toContain('second sentence');
    expect(sentTexts(service)).toContain('The very last paragraph.');
  });
});
