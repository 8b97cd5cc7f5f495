/** All languages' work: memory first, then the engines of each language, side by side. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import limit from 'p-limit';
import type { Engine, EngineUsage } from '../engines/engine.ts';
import { openStore, type AnswerStore } from '../memory/store.ts';
import { describe, EngineRefusal, GlossaError } from '../project/errors.ts';
import type { Log } from '../project/log.ts';
import { languageDoubts } from './doubtful-language.ts';
import { createBudget } from './budget.ts';
import { chooseEngines } from './choose-engine.ts';
import type { Sessions } from './engine-sessions.ts';
import { estimateItems, estimatePrice } from './estimate.ts';
import { translateItems } from './machine.ts';
import type { Project } from './project.ts';
import { reusable } from './reusable.ts';
import { recall, type Recall } from './recall.ts';
import { languageReport, type Report } from './report.ts';
import type { SourceFile } from './sources.ts';
import type { TranslateOptions } from './translate.ts';
import type { Result, WorkItem } from './work-item.ts';

export interface WorkTools {
  readonly sessions: Sessions;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly report: Report;
}

export async function translateWork(
  byLanguage: ReadonlyMap<string, readonly WorkItem[]>,
  files: readonly SourceFile[],
  project: Project,
  options: TranslateOptions,
  tools: WorkTools,
  settle: (item: WorkItem, result: Result) => void,
): Promise<void> {
  if (byLanguage.size === 0) return;
  const store = openStore(join(project.paths.cache, 'memory.sqlite'), { warn: (line) => tools.log.line(line) });
  const budget = createBudget(options.maxCharacters);
  const remember = options.redo === false ? await recall(project, files, byLanguage) : () => undefined;
  const doubts = await languageDoubts(project, [...byLanguage.values()].flat());
  const obtained = new Map<string, Promise<unknown>>();
  const obtain = (engine: Engine, source: string): Promise<unknown> => {
    const key = `${engine.name} ${source}`;
    const environment = project.environment(engine.name, (line) => tools.log.line(line));
    const begun = obtained.get(key) ?? Promise.resolve(engine.obtain?.(source, [...byLanguage.keys()], environment));
    obtained.set(key, begun);
    return begun;
  };
  const slots = limit(Math.max(2, availableParallelism()));
  const slices = limit(SLICES_AT_ONCE);
  try {
    await Promise.all(
      [...byLanguage].map(([language, items]) =>
        slots(() =>
          translateLanguage(language, items, {
            project,
            options,
            tools,
            store,
            budget,
            remember,
            doubts,
            obtain,
            slices,
            settle,
          }),
        ),
      ),
    );
  } finally {
    store.close();
  }
}

interface LanguageJob {
  readonly project: Project;
  readonly options: TranslateOptions;
  readonly tools: WorkTools;
  readonly store: AnswerStore;
  readonly budget: ReturnType<typeof createBudget>;
  readonly remember: Recall;
  readonly doubts: Awaited<ReturnType<typeof languageDoubts>>;
  /** Bounds the slices that are worked on at the same time, and so the memory of a run. */
  readonly slices: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Lets an engine get what it lacks; once a run, for all its languages. */
  readonly obtain: (engine: Engine, source: string) => Promise<unknown>;
  readonly settle: (item: WorkItem, result: Result) => void;
}

async function translateLanguage(language: string, items: readonly WorkItem[], job: LanguageJob): Promise<void> {
  const { project, options, tools, store, budget } = job;
  const { log, report } = tools;
  const sum = languageReport(report, language);
  const settled = new Set<WorkItem>();
  const settle = (item: WorkItem, result: Result): void => {
    if (settled.has(item)) return;
    settled.add(item);
    countResult(report, item, result);
    job.settle(item, result);
    log.progress(language, settled.size, items.length);
  };
  const left: WorkItem[] = [];
  for (const item of items) {
    const result = job.remember(item) ?? job.doubts(item);
    if (result === undefined) left.push(item);
    else settle(item, result);
  }
  if (left.length === 0) return;
  const reuse = options.redo === false ? reusable : () => undefined;
  if (options.dryRun) {
    estimateItems(left, sum, report, reuse);
    await estimatePrice(left, sum, options, project);
    return;
  }
  const countUsage = (_engine: string, usage: EngineUsage): void => {
    report.requests += usage.requests;
    report.characters += usage.characters;
    sum.characters += usage.characters;
    if (usage.billed !== undefined) report.billed = (report.billed ?? 0) + usage.billed;
  };
  const fail = (rest: readonly WorkItem[], reason: string, refusal: boolean): void => {
    for (const item of rest) settle(item, { done: false, reason, refusal });
  };
  const names = options.engine === undefined ? project.configuration.enginesFor(language) : [options.engine];
  const note = (line: string): void => log.line(line);
  for (const [source, group] of bySourceLanguage(left)) {
    const failedBefore = sum.failed;
    try {
      const pair = { source, target: language };
      const choice = await chooseEngines(
        names,
        pair,
        (name) => project.environment(name, note),
        (engine) => job.obtain(engine, source),
      );
      if (choice.why !== undefined) log.line(choice.why);
      sum.engine = choice.engines.map(({ name }) => name).join(', ');
      const machine = {
        session: (engine: Engine) => tools.sessions.open(engine),
        identity: ({ name }: Engine) => {
          const options = project.configuration.engineOptions[name];
          return options === undefined ? name : `${name} ${JSON.stringify(options)}`;
        },
        store,
        budget,
        signal: tools.signal,
        refused: new Map<Engine, EngineRefusal>(),
        reuse,
        count: countUsage,
      };
      await Promise.all(
        slicesOf(group).map((slice) => job.slices(() => translateItems(slice, pair, choice.engines, machine, settle))),
      );
      for (const refusal of tools.signal.aborted ? [] : machine.refused.values()) {
        // Where the next engine did all of it, nothing is missing.
        if (sum.failed > failedBefore) report.errors.push(refusal);
        else log.line(`${language}: ${describe(refusal)}`);
      }
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      report.errors.push(error);
      fail(group, error.message, error instanceof EngineRefusal);
    }
  }
}

function countResult(report: Report, { language, source, unit }: WorkItem, result: Result): void {
  const sum = languageReport(report, language);
  if (!result.done) {
    sum.failed++;
    if (result.refusal) report.refused = true;
    report.failed.push({ file: source.file.path, key: unit.expected.key, language, reason: result.reason });
  } else if (result.match === undefined) sum.machine++;
  else {
    sum.memory++;
    sum.matches[result.match] = (sum.matches[result.match] ?? 0) + 1;
  }
}

function bySourceLanguage(items: readonly WorkItem[]): Map<string, WorkItem[]> {
  const groups = new Map<string, WorkItem[]>();
  for (const item of items) {
    const { language } = item.unit.expected.source;
    const group = groups.get(language);
    if (group === undefined) groups.set(language, [item]);
    else group.push(item);
  }
  return groups;
}

/** Units in a slice: enough to fill a service's largest requests, few enough to be held in memory several times. */
const SLICE = 2_000;
const SLICES_AT_ONCE = 4;

/** Items in slices of about one size; those with the same text stay together, so that it is sent once. */
function slicesOf(items: readonly WorkItem[]): WorkItem[][] {
  const groups = new Map<string, WorkItem[]>();
  for (const item of items) {
    const { source, count } = item.unit.expected;
    const key = `${source.syntax} ${count ?? ''} ${source.value}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const slices: WorkItem[][] = [];
  let last: WorkItem[] = [];
  for (const group of groups.values()) {
    if (last.length === 0 || last.length + group.length > SLICE) slices.push((last = []));
    last.push(...group);
  }
  return slices;
}
