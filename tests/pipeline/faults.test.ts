/** DeepL failing in every way that a service fails, through the command: what is finished is saved, the rest is named. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

const TEXTS = Object.fromEntries(
  Array.from({ length: 6 }, (_, index) => [`text${index}`, `This is the text with the number ${index}, {{name}}.`]),
);

async function projectOn(stub: StubOptions, options: object = {}) {
  const server = await startDeeplStub({ key: 'secret-key', ...stub });
  onTestFinished(() => server.close());
  const project = temporaryProject({
    'source/ui.json': JSON.stringify(TEXTS),
    'l10n.config.json': JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: ['es', 'it', 'ca'],
      engine: 'deepl',
      engines: { deepl: { patience: 3, timeout: 2, ...options } },
    }),
  });
  const run = async (variables: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await project.run('translate', ['--json'], {
      DEEPL_AUTH_KEY: 'secret-key',
      DEEPL_SERVER_URL: server.url,
      ...variables,
    });
    return { code, stderr, report: JSON.parse(stdout) };
  };
  return { project, run, server };
}

/** Placeholders travel as tags, which nobody pays for. */
const characters = Object.values(TEXTS).reduce((sum, text) => sum + text.replace('{{name}}', '').length, 0);
const isTranslation = (path: string): boolean => path.includes('translate');

describe('passing faults', () => {
  const faults: [string, NonNullable<StubOptions['fault']>][] = [
    [
      'too many requests',
      (count, _fields, _method, path) => (isTranslation(path) && count < 4 ? { status: 429 } : undefined),
    ],
    [
      'an overloaded server',
      (count, _fields, _method, path) => (isTranslation(path) && count % 3 !== 0 ? { status: 503 } : undefined),
    ],
    [
      'a connection cut in the body',
      (count, _fields, _method, path) => (isTranslation(path) && count < 3 ? { cut: true } : undefined),
    ],
    [
      'truncated JSON',
      (count, _fields, _method, path) => (isTranslation(path) && count < 3 ? { truncate: true } : undefined),
    ],
    [
      'too few answers',
      (count, _fields, _method, path) =>
        isTranslation(path) && count < 3 ? { answer: (texts) => texts.slice(1) } : undefined,
    ],
    ['a stall', (count, _fields, _method, path) => (isTranslation(path) && count < 4 ? { stall: 4_000 } : undefined)],
  ];
  it.each(faults)('%s: everything is done in the end, and nothing is paid again', async (_name, fault) => {
    const { run, server } = await projectOn({ fault }, { patience: 30 });
    const { code, report } = await run();
    expect(code).toBe(0);
    expect(report.failed).toEqual([]);
    const billed = server.billed();
    expect((await run()).report.requests).toBe(0);
    expect(server.billed()).toBe(billed);
  });
});

describe('faults that stay', () => {
  it('a service that is down: exit 3, every unit named, the next run completes', async () => {
    let isDown = true;
    const { run } = await projectOn({ fault: () => (isDown ? { status: 500 } : undefined) });
    const { code, stderr, report } = await run();
    expect(code).toBe(3);
    expect(stderr).toMatch(/DeepL/);
    expect(report.failed).toHaveLength(18);
    expect(report.failed).toContainEqual(
      expect.objectContaining({ file: 'source/ui.json', key: 'text0', language: 'es' }),
    );
    isDown = false;
    expect((await run()).code).toBe(0);
  });

  it('a quota reached half way: what was answered is saved and never paid again', async () => {
    const quota = 2 * characters;
    const { run, server, project } = await projectOn({ quota });
    const { code, report } = await run();
    expect(code).toBe(3);
    expect(report.characters).toBe(server.billed());
    const done = Object.values<Record<string, number>>(report.languages).filter(({ failed }) => failed === 0).length;
    expect(done).toBeGreaterThan(0);
    const second = await startDeeplStub({ key: 'secret-key' });
    onTestFinished(() => second.close());
    const after = await run({ DEEPL_SERVER_URL: second.url });
    expect(after.code).toBe(0);
    expect(server.billed() + second.billed()).toBe(3 * characters);
    expect(project.exists('locales/ca/ui.json')).toBe(true);
  });

  it.each([
    ['a wrong key', { DEEPL_AUTH_KEY: 'wrong-and-secret' }, /DEEPL_AUTH_KEY/],
    ['an unknown host', { DEEPL_SERVER_URL: 'http://no.such.host.invalid' }, /no\.such\.host\.invalid/],
  ])('%s: exit 3, what to do, and no key in any output', async (_name, variables, message) => {
    const { run } = await projectOn({});
    const { code, stderr, report } = await run(variables);
    expect(code).toBe(3);
    expect(stderr).toMatch(message);
    expect(`${stderr}${JSON.stringify(report)}`).not.toMatch(/wrong-and-secret|secret-key/);
    expect(report.failed).toHaveLength(18);
    expect((await run()).code).toBe(0);
  });
});
