import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

const TEXTS = ['First of the texts', 'Second of the texts', 'Third of the texts', 'Fourth of the texts'];
const STRINGS = JSON.stringify(Object.fromEntries(TEXTS.map((text, index) => [`k${index}`, text])));
const LENGTH = TEXTS.join('').length;

async function project(options: StubOptions = {}) {
  const service = await startDeeplStub(options);
  onTestFinished(() => service.close());
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'deepl' };
  const files = { 'l10n.config.json': JSON.stringify(configuration), 'source/ui.json': STRINGS };
  const made = temporaryProject(files);
  const translate = async (...args: string[]) => {
    const variables = { DEEPL_SERVER_URL: service.url, DEEPL_AUTH_KEY: 'stub-key' };
    const { code, stdout } = await made.run('translate', ['--json', ...args], variables);
    return { code, report: JSON.parse(stdout) };
  };
  return { ...made, service, translate };
}

describe('--max-characters', () => {
  it('stops before the limit, saves what was done, and the next run pays only for the rest', async () => {
    const { service, translate, json } = await project();
    const { code, report } = await translate('--max-characters', '60');
    expect(code).toBe(1);
    expect(service.billed()).toBeGreaterThan(30);
    expect(service.billed()).toBeLessThanOrEqual(60);
    expect(report.characters).toBe(service.billed());
    expect(report.failed).toHaveLength(2 * TEXTS.length - 3);
    expect(report.failed[0].reason).toContain('--max-characters');
    const saved = Object.keys(json('locales/es/ui.json'));
    expect(saved.length).toBeGreaterThan(0);
    expect((await translate()).code).toBe(0);
    expect(service.billed()).toBe(2 * LENGTH);
  });

  it('holds where each answer is damaged and asked for again', async () => {
    const damage = (texts: readonly string[]): readonly string[] =>
      texts.map((text) => text.replaceAll(/<[^>]*>/g, ''));
    const { service, translate, write } = await project({ fault: () => ({ answer: damage }) });
    write('source/ui.json', '{"a": "Press <1>here</1> for the help", "b": "Press <1>there</1> for another"}');
    for (const limit of [100, 60, 25]) {
      const before = service.billed();
      const { code, report } = await translate('--max-characters', `${limit}`, '--redo');
      expect(code).toBe(1);
      expect(service.billed() - before).toBeLessThanOrEqual(limit);
      expect(report.characters).toBe(service.billed() - before);
    }
    expect(service.billed()).toBeGreaterThan(0);
  });

  it('of nothing sends nothing', async () => {
    const { service, translate } = await project();
    expect((await translate('--max-characters', '0')).code).toBe(1);
    expect(service.billed()).toBe(0);
  });

  it('that is no number is wrong usage', async () => {
    const { run } = await project();
    expect((await run('translate', ['--max-characters', 'many'])).code).toBe(2);
  });
});

describe('--dry-run', () => {
  it('counts per language what a run would pay, sends nothing and writes nothing', async () => {
    const { service, translate, exists } = await project();
    const { code, report } = await translate('--dry-run');
    expect(code).toBe(0);
    expect(service.requests).toHaveLength(0);
    expect(exists('locales')).toBe(false);
    expect(report.characters).toBe(2 * LENGTH);
    expect(report.languages.es).toMatchObject({ machine: TEXTS.length, characters: LENGTH });
    await translate();
    expect(service.billed()).toBe(report.characters);
  });

  it('names the engine that would be asked, and a price only where that has one', async () => {
    const { write, run } = await project();
    const configuration = { sourceLanguage: 'en', targetLanguages: ['es', 'it'] };
    write('l10n.config.json', JSON.stringify({ ...configuration, engine: { default: 'pseudo', it: 'deepl' } }));
    const mixed = await run('translate', ['--dry-run'], { DEEPL_AUTH_KEY: 'stub-key' });
    expect(mixed.stdout).toMatch(/^Engine.*\bes: pseudo\b/m);
    expect(mixed.stdout).toMatch(/^Engine.*\bit: deepl\b/m);
    expect(mixed.stdout).toMatch(/, about 0\.00 EUR at the list price of deepl \(it 0\.00\)\. Nothing was sent/);
    const planned = JSON.parse((await run('translate', ['--dry-run', '--json', '--engine', 'deepl'])).stdout);
    expect(planned.languages.es).toMatchObject({ engine: 'deepl', price: (LENGTH * 20) / 1_000_000 });
    write('l10n.config.json', JSON.stringify({ ...configuration, engine: 'pseudo' }));
    const free = await run('translate', ['--dry-run']);
    expect(free.stdout).toMatch(/^Engine.*\bpseudo\b/m);
    expect(free.stdout).not.toContain('EUR');
  });

  it('counts one changed sentence as one sentence', async () => {
    const { service, translate, write } = await project();
    write('source/post.md', 'A first sentence stands here. A second sentence stands here.\n');
    await translate();
    write('source/post.md', 'A first sentence stands here. A very new sentence stands here.\n');
    const { report } = await translate('--dry-run');
    const before = service.billed();
    await translate();
    expect(service.billed() - before).toBe(2 * 'A very new sentence stands here.'.length);
    expect(report.characters).toBe(service.billed() - before);
  });
});
