/** One session an engine and run, opened when it is first needed and closed at the run's end. */
import { availableParallelism } from 'node:os';
import type { Engine, EngineSession, GlossaryEntries } from '../../engines/engine.ts';
import type { Log } from '../../project/log.ts';
import type { Project } from '../see/project.ts';
import type { Budget } from './budget.ts';

const REMOTE_CONCURRENCY = 8;

export interface Sessions {
  open(engine: Engine): Promise<EngineSession>;
  close(): Promise<void>;
}

interface SessionOptions {
  readonly concurrency: number | undefined;
  /** Characters that the run will ask of its engine at least. */
  readonly expected: number;
}

export function createSessions(project: Project, options: SessionOptions, budget: Budget, log: Log): Sessions {
  const opened = new Map<string, Promise<EngineSession>>();
  return {
    open(engine) {
      let session = opened.get(engine.name);
      if (session === undefined) {
        session = openSession(project, engine, options, budget, log);
        opened.set(engine.name, session);
      }
      return session;
    },
    async close() {
      const sessions = await Promise.allSettled(opened.values());
      await Promise.allSettled(
        sessions.map((session) => (session.status === 'fulfilled' ? session.value.close() : undefined)),
      );
    },
  };
}

async function openSession(
  project: Project,
  engine: Engine,
  { concurrency, expected }: SessionOptions,
  budget: Budget,
  log: Log,
): Promise<EngineSession> {
  return engine.open(
    project.environment(engine.name, (line) => log.line(line)),
    {
      glossaries: engine.terms.includes('native') ? await glossariesOf(project) : [],
      words: await wordsOf(project),
      mayRepeat: (characters) => budget.takeAgain(characters),
      expected,
      concurrency: concurrency ?? (engine.remote ? REMOTE_CONCURRENCY : availableParallelism()),
    },
  );
}

/** The project's word list, asked by language; of a tag that is not in it, its language's. */
async function wordsOf(project: Project): Promise<(language: string) => ReadonlyMap<string, string>> {
  const words = await project.words();
  return (language) => words.get(language) ?? words.get(language.split('-')[0] ?? '') ?? new Map<string, string>();
}

/** The termbase for an engine with a glossary of its own: one dictionary a pair of project languages. */
export async function glossariesOf(project: Project): Promise<GlossaryEntries[]> {
  const { termbase } = await project.termbase();
  if (termbase.concepts.length === 0) return [];
  const { glossaryEntries } = await import('../../terminology/native.ts');
  const source = project.configuration.sourceLanguage;
  return project.configuration.targetLanguages.map((target) => glossaryEntries(termbase, { source, target }));
}
