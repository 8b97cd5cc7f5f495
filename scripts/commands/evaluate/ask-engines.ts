/** Lets engines translate texts the way that `translate` does: terms, codes, checks and all; nothing of it is written. */
import { openTranslator } from '../../pipeline/ask/translator.ts';
import { JUDGE } from '../../pipeline/judge/judge-target.ts';
import type { WorkItem } from '../../pipeline/plan/work-item.ts';
import type { Project } from '../../pipeline/see/project.ts';
import type { Log } from '../../project/log.ts';
import type { RunEvent, Tell } from '../../project/report/run-event.ts';
import { PLAIN_RUN } from '../translate.ts';
import { wordsOf, type EvaluatedSystem, type ReferenceText } from './texts.ts';

export interface Asking {
  readonly dryRun: boolean;
  readonly maxCharacters: number | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly tell: Tell;
}

/**
 * What is not done is told with its reason; where an engine would not go on or is not there, that is told once, as an error.
 * @param project opened with the engine.
 * @param name of the engine where it could not be asked: with `auto` only a run says which engine that is.
 */
export async function askEngine(
  project: Project,
  name: string,
  texts: readonly ReferenceText[],
  { dryRun, maxCharacters, log, signal, tell }: Asking,
): Promise<EvaluatedSystem> {
  const byItem = new Map<WorkItem, ReferenceText>();
  for (const text of texts) if (text.item !== undefined) byItem.set(text.item, text);
  const outputs = new Map<ReferenceText, string>();
  const languages = [...new Set(texts.map(({ language }) => language))];
  const names = new Map<string, string>();
  const job = {
    project,
    options: { ...PLAIN_RUN, dryRun, maxCharacters },
    tools: { log, signal },
    tell: (event: RunEvent) => {
      if (event.kind === 'engine') names.set(event.language, event.names.join(', '));
      tell(event);
    },
  };
  const translator = await openTranslator(languages, job, JUDGE);
  try {
    await translator.translate([...byItem.keys()], (item, result) => {
      const text = byItem.get(item);
      if (text === undefined) return;
      if (result.done) outputs.set(text, wordsOf(text.syntax, result.value));
      else if (result.why !== 'refusal') {
        const { language, unit, source } = item;
        tell({ kind: 'failed', file: source.file.path, key: unit.expected.key, language, reason: result.reason });
      }
    });
  } finally {
    await translator.close();
  }
  return { name: (language) => names.get(language) ?? name, outputs };
}
