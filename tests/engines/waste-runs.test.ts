/** What a run pays for nothing: services that are damaged from the start, turn bad later, or miscount, through `translate`. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { startDeeplStub } from '../../scripts/bench/deepl-stub.ts';
import { temporaryProject } from '../commands/temporary-project.ts';
import { startLibreStub } from './libretranslate-harness.ts';
import { startOpenaiStub } from './openai-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

const KEY = 'stub-key-0123456789';
const LANGUAGES = ['es', 'it', 'fr'];

/** Ten articles of twelve paragraphs, every third with bold and code. */
const FILES = Object.fromEntries(
  Array.from({ length: 10 }, (_, article) => [
    `source/article-${article}.md`,
    Array.from({ length: 12 }, (_unused, index) =>
      index % 3 === 0
        ? `Press **button ${article} ${index}** for \`help\` of any kind, and read on.`
        : `Paragraph ${article} ${index} speaks of vesicles${', which cells release'.repeat(index % 7)}. Nobody had expected that.`,
    ).join('\n\n'),
  ]),
);

/** What becomes of the texts of an answer. */
type Damage = (texts: readonly string[]) => readonly string[];

const lose: Damage = (texts) => texts.map((text) => text.replace(/<[^>]*>/g, ''));
const double: Damage = (texts) => texts.map((text) => text.replace(/<[^>]*>/g, '$&$&'));
/** One text arrives; DeepL gets an empty one beside it. */
const fewer: Damage = (texts) => (texts.length > 2 ? texts.slice(1) : texts);
const more: Damage = (texts) => (texts.length > 2 ? ['Más.', ...texts] : texts);

interface Endpoint {
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Each starts a stub that changes its answers as it is told. */
const SERVICES: Readonly<Record<string, (change: Damage) => Promise<Endpoint>>> = {
  async deepl(change) {
    const fault = (_count: number, _fields: URLSearchParams, _method: string, path: string) =>
      path === '/v2/translate' ? { answer: change } : undefined;
    const stub = await startDeeplStub({ key: KEY, fault });
    return { ...stub, variables: { DEEPL_AUTH_KEY: KEY, DEEPL_SERVER_URL: stub.url } };
  },
  async libretranslate(change) {
    const stub = await startLibreStub({ change });
    return { url: stub.url, close: stub.close, variables: { LIBRETRANSLATE_URL: stub.url } };
  },
  async openai(change) {
    const stub = await startOpenaiStub({
      change: (all) => {
        const texts = change(all.map(({ text }) => text));
        const ids = all.slice(Math.max(0, all.length - texts.length));
        return texts.map((text, index) => ({ id: ids[index + ids.length - texts.length]?.id ?? 'other', text }));
      },
    });
    const variables = { OPENAI_BASE_URL: `${stub.url}/v1`, OPENAI_API_KEY: KEY, OPENAI_MODEL: 'stub' };
    return { url: stub.url, close: stub.close, variables };
  },
};

const reportSchema = z.object({
  requests: z.number(),
  characters: z.number(),
  wasted: z.number(),
  failed: z.array(z.unknown()),
});

async function run(engine: string, change: Damage): Promise<z.output<typeof reportSchema>> {
  const service = await SERVICES[engine]?.(change);
  if (service === undefined) throw new Error(`no service for ${engine}`);
  onTestFinished(() => service.close());
  const project = temporaryProject(FILES);
  project.write(
    'l10n.config.json',
    JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: LANGUAGES,
      engine,
      engines: { [engine]: { patience: 5, firstWait: 0.01, longestWait: 0.02 } },
    }),
  );
  const { stdout } = await project.run('translate', ['--json'], service.variables);
  return reportSchema.parse(JSON.parse(stdout));
}

describe.each(Object.keys(SERVICES))('%s', (engine) => {
  it.each([
    ['loses marks after 2 requests', 2, lose],
    ['doubles marks after 5 requests', 5, double],
    ['answers fewer texts than asked', 0, fewer],
    ['answers more texts after 7 requests', 7, more],
  ])('that %s wastes a tenth at most, and all arrives', async (_, after, damage) => {
    let count = 0;
    const { characters, wasted, failed, requests } = await run(engine, (texts) =>
      (count += 1) > after ? damage(texts) : texts,
    );
    expect(failed).toEqual([]);
    expect(requests).toBeGreaterThan(after);
    expect(wasted / (characters - wasted)).toBeLessThanOrEqual(0.1);
  });
});
