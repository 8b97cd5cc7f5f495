/** Opens the DeepL engine on a stub, with waits short enough for tests. */
import { startDeeplStub, type DeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { deepl } from '../../scripts/engines/deepl.ts';
import type { EngineAnswer, EngineEnvironment, EngineSession, EngineUnit } from '../../scripts/engines/engine.ts';
import type { EngineUsage, GlossaryEntries } from '../../scripts/engines/engine.ts';
import { EngineRefusal } from '../../scripts/project/errors.ts';
import type { Inline, StandingCode } from '../../scripts/units/unit.ts';

export const KEY = 'stub-key-0123456789';

/** Seconds. */
export const QUICK = { timeout: 1, patience: 30, firstWait: 0.005, longestWait: 0.02 };

export interface Outcome {
  readonly answers: ReadonlyMap<number, EngineAnswer>;
  readonly usage: EngineUsage | undefined;
  readonly refusal: EngineRefusal | undefined;
}

export interface Bench {
  readonly stub: DeeplStub;
  readonly notes: readonly string[];
  readonly environment: EngineEnvironment;
  session(glossaries?: readonly GlossaryEntries[], concurrency?: number): Promise<EngineSession>;
  /** Translates with a session of its own. */
  translate(units: readonly EngineUnit[], target?: string, glossaries?: readonly GlossaryEntries[]): Promise<Outcome>;
}

export async function openBench(stubOptions: StubOptions = {}, engineOptions: object = {}): Promise<Bench> {
  const stub = await startDeeplStub({ key: KEY, ...stubOptions });
  const notes: string[] = [];
  const environment: EngineEnvironment = {
    variables: { DEEPL_AUTH_KEY: KEY, DEEPL_SERVER_URL: stub.url },
    sharedCache: '/nowhere',
    root: '/projects/shop',
    options: { ...QUICK, ...engineOptions },
    note: (line) => notes.push(line),
  };
  const session = (glossaries: readonly GlossaryEntries[] = [], concurrency = 8): Promise<EngineSession> =>
    deepl.open(environment, { glossaries, concurrency });
  return {
    stub,
    notes,
    environment,
    session,
    async translate(units, target = 'es', glossaries = []) {
      const opened = await session(glossaries);
      try {
        return await translateWith(opened, units, target);
      } finally {
        await opened.close();
      }
    },
  };
}

/** Translates from English and notes refusals instead of throwing them. */
export async function translateWith(
  session: EngineSession,
  units: readonly EngineUnit[],
  target = 'es',
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  const answers = new Map<number, EngineAnswer>();
  try {
    const usage = await session.translate(
      { source: 'en', target, units },
      (unit, answer) => answers.set(unit, answer),
      signal,
    );
    return { answers, usage, refusal: undefined };
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    return { answers, usage: undefined, refusal: error };
  }
}

export const text = (words: string): Inline => ({ type: 'text', text: words });

export const placeholder = (id: number, markup: string): StandingCode => ({
  type: 'code',
  id,
  kind: 'placeholder',
  markup: [markup],
  signature: markup,
});

export const bold = (id: number, ...children: Inline[]): Inline => ({
  type: 'pair',
  id,
  kind: 'strong',
  open: ['**'],
  close: ['**'],
  children,
  signature: 'strong',
});

export const unit = (article: string, ...sentences: string[]): EngineUnit => ({
  article,
  segments: sentences.map((sentence) => [text(sentence)]),
});

/** Units of articles, as an article has them: paragraphs of a few sentences. */
export function articleUnits(count: number, perArticle = 20): readonly EngineUnit[] {
  return Array.from({ length: count }, (_, index) =>
    unit(
      `article-${Math.floor(index / perArticle)}`,
      `Paragraph number ${index} speaks of small vesicles, which nearly all cells release.`,
      'They carry proteins from one cell to another; the receiving cell reads them.',
      'Nobody had expected that.',
    ),
  );
}
