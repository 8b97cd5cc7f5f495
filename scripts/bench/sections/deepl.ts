import { deepl } from '../../engines/deepl.ts';
import type { EngineEnvironment, EngineUnit } from '../../engines/engine.ts';
import { startDeeplStub } from '../deepl-stub.ts';
import type { Figure } from '../figure.ts';
import { createProse } from '../prose.ts';
import { seededRandom } from '../segment-generator.ts';

const LATENCY = 200;
const LANGUAGES = ['es', 'it', 'fr', 'de', 'ja'];
const UNITS = 1_000;
/** What a request's body may hold, form-encoded. */
const BODY_BYTES = 128 * 1024;
const SMALL_REQUESTS = 80;

/** The engine alone: how it packs articles into requests, and how many requests it keeps in flight. */
export async function deeplEngine(): Promise<Figure[]> {
  const prose = createProse(seededRandom(7));
  const units = Array.from({ length: UNITS }, (_, index): EngineUnit => ({
    article: `article-${Math.floor(index / 30)}`,
    segments: Array.from({ length: 3 }, () => [{ type: 'text', text: prose.sentence() }]),
  }));
  const text = units.flatMap(({ segments }) => segments.flatMap(([item]) => (item?.type === 'text' ? item.text : '')));
  const packed = await run(LANGUAGES, units, LATENCY);
  // What goes over the wire, marks included: the packing can do no better than fill every request.
  const forced = LANGUAGES.length * Math.ceil(packed.bytes / LANGUAGES.length / BODY_BYTES);
  const plain = LANGUAGES.length * encodeURIComponent(text.join(' ')).replaceAll('%20', '+').length;
  // Sentences cut out of their units have a context each, so each is a request of its own.
  const cut = units.slice(0, SMALL_REQUESTS).map((unit, index) => ({ ...unit, context: `Context ${index}.` }));
  const single = await run(['es'], cut, LATENCY);
  const bound = (Math.ceil(single.requests / single.mostInFlight) * LATENCY) / 1000;
  const characters = LANGUAGES.length * text.reduce((sum, one) => sum + one.length, 0);
  return [
    {
      figure: '1,000 article units, five languages: requests',
      measured: packed.requests,
      unit: '',
      // The first language goes in small steps, until texts have come back whole.
      most: forced + 4,
    },
    {
      figure: '1,000 article units, five languages: bytes beyond the texts',
      measured: (100 * (packed.bytes - plain)) / plain,
      unit: '%',
    },
    {
      figure: '1,000 article units, five languages: characters beyond the texts',
      measured: packed.billed - characters,
      unit: '',
      most: 0,
    },
    { figure: '80 requests of 200 ms: most in flight', measured: single.mostInFlight, unit: '', least: 5 },
    {
      figure: '80 requests of 200 ms: wall over the stub’s own bound',
      measured: single.seconds / bound,
      unit: '',
      most: 1.2,
    },
  ];
}

async function run(targets: readonly string[], units: readonly EngineUnit[], latency: number) {
  const stub = await startDeeplStub({ key: 'bench', latency });
  const environment: EngineEnvironment = {
    variables: { DEEPL_AUTH_KEY: 'bench', DEEPL_SERVER_URL: stub.url },
    sharedCache: '',
    root: '/',
    options: undefined,
    note: () => {},
  };
  const session = await deepl.open(environment, { glossaries: [], concurrency: 8 });
  const begun = performance.now();
  const { signal } = new AbortController();
  for (const target of targets) await session.translate({ source: 'en', target, units }, () => {}, signal);
  const seconds = (performance.now() - begun) / 1000;
  await session.close();
  const requests = stub.requests.filter(({ path }) => path.includes('/translate'));
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  const result = {
    seconds,
    bytes,
    requests: requests.length,
    billed: stub.billed(),
    mostInFlight: stub.mostInFlight(),
  };
  await stub.close();
  return result;
}
