/** Sends work to the engines of a language: rounds from the mildest way to the strictest, engine after engine. */
import type {
  Engine,
  EngineAnswer,
  EngineSession,
  EngineUsage,
  LanguagePair,
  TermMethod,
} from '../../engines/engine.ts';
import { EngineRefusal, Interruption } from '../../project/errors.ts';
import type { AnswerStore } from '../../memory/store.ts';
import { makeAttempt, requestKey, settleAttempt, type Attempt } from './attempt.ts';
import type { Budget } from './budget.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import type { ReusePlan } from '../../units/sentence-reuse.ts';
import { inSlices } from './in-slices.ts';
import { decodeAnswer, encodeAnswer } from './stored-answer.ts';
import type { Judge, Result, Verdict, WorkItem } from '../plan/work-item.ts';

export interface MachineTools {
  readonly session: (engine: Engine) => Promise<EngineSession>;
  readonly judge: Judge;
  readonly store: AnswerStore;
  /** What tells an engine's answers from those of another, or of the same with other options. */
  readonly identity: (engine: Engine) => string;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  /** Engines that would not go on: they are not asked again for this language. */
  readonly refused: Map<Engine, EngineRefusal>;
  /** Sentences that an older target still answers. */
  readonly reuse: (unit: UnitState) => ReusePlan | undefined;
  readonly count: (engine: string, usage: EngineUsage) => void;
}

/** Takes an item that an engine could not do; see `Result` for why. */
type Fail = (item: WorkItem, reason: string, why: Extract<Result, { done: false }>['why']) => void;

/** What is left of an item on its way: the tries behind it and the best that they gave. */
interface Pending {
  readonly item: WorkItem;
  attempt: Attempt;
  reason: string;
  best: Verdict | undefined;
}

/**
 * Translates items of one language pair; `settle` is called once an item, the moment its result is there.
 * @param engines in the order in which they are tried; the next one gets what the one before could not do.
 */
export async function translateItems(
  items: readonly WorkItem[],
  pair: LanguagePair,
  engines: readonly Engine[],
  tools: MachineTools,
  settle: (item: WorkItem, result: Result) => void,
): Promise<void> {
  let left = items;
  for (const [index, engine] of engines.entries()) {
    const isLast = index === engines.length - 1;
    const failed: WorkItem[] = [];
    const fail: Fail = (item, reason, why) => {
      if (isLast) settle(item, { done: false, reason, why });
      else failed.push(item);
    };
    const earlier = tools.refused.get(engine);
    if (earlier !== undefined) for (const item of left) fail(item, earlier.message, 'refusal');
    else {
      const methods = engine.termsFor?.(pair) ?? engine.terms;
      const refusal = await useEngine(left, pair, engine, methods, tools, settle, fail);
      if (refusal !== undefined) tools.refused.set(engine, refusal);
    }
    left = failed;
    if (left.length === 0) break;
  }
}

async function useEngine(
  items: readonly WorkItem[],
  pair: LanguagePair,
  engine: Engine,
  methods: readonly TermMethod[],
  tools: MachineTools,
  settle: (item: WorkItem, result: Result) => void,
  fail: Fail,
): Promise<EngineRefusal | undefined> {
  let round: Pending[] = items.map((item) => {
    const attempt = makeAttempt(item, methods[0] ?? 'token', true, tools.reuse(item.unit));
    return { item, attempt, reason: '', best: undefined };
  });
  while (round.length > 0) {
    const next: Pending[] = [];
    const finish = (pending: Pending, answer: EngineAnswer): void => {
      if (!answer.ok && answer.isPostponed === true) {
        if (pending.best === undefined) fail(pending.item, answer.reason, 'limit');
        else settle(pending.item, done(pending.best, engine.name));
        return;
      }
      const outcome = settleAttempt(pending.attempt, answer, engine.name, tools.judge);
      if (outcome.ok) return settle(pending.item, done(outcome.verdict, engine.name));
      pending.reason = outcome.reason;
      pending.best = outcome.verdict ?? pending.best;
      const stricter = stricterAttempt(pending.attempt, methods, outcome.unmask);
      if (stricter !== undefined) next.push({ ...pending, attempt: stricter });
      else if (pending.best !== undefined) settle(pending.item, done(pending.best, engine.name));
      else fail(pending.item, pending.reason, 'waits');
    };
    const refusal = await askAll(round, pair, engine, tools, finish, fail);
    if (refusal !== undefined) {
      for (const { item, best } of next) {
        if (best === undefined) fail(item, refusal.message, 'refusal');
        else settle(item, done(best, engine.name));
      }
      return refusal;
    }
    round = next;
  }
  return undefined;
}

function done(verdict: Verdict, origin: string): Result {
  return { done: true, value: verdict.value, findings: verdict.findings, origin };
}

/** The plural's number gives way first, then the way of marking terms; sentences kept from before give way last. */
function stricterAttempt(attempt: Attempt, methods: readonly TermMethod[], unmask: boolean): Attempt | undefined {
  const { item, method, numbered, reuse } = attempt;
  if (unmask && numbered) return makeAttempt(item, method, false, reuse);
  const following = methods[methods.indexOf(method) + 1];
  if (following !== undefined && item.unit.terms.required(item.language).length > 0) {
    return makeAttempt(item, following, numbered, reuse);
  }
  return reuse === undefined ? undefined : makeAttempt(item, methods[0] ?? 'token', numbered, undefined);
}

/** Asks the local store first, then the engine; equal requests go once. */
async function askAll(
  round: readonly Pending[],
  pair: LanguagePair,
  engine: Engine,
  tools: MachineTools,
  finish: (pending: Pending, answer: EngineAnswer) => void,
  fail: Fail,
): Promise<EngineRefusal | undefined> {
  const byKey = new Map<string, Pending[]>();
  for (const pending of round) {
    if (pending.attempt.request.segments.length === 0) {
      finish(pending, { ok: true, segments: [] });
      continue;
    }
    const key = requestKey(tools.identity(engine), pending.attempt);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [pending]);
    else same.push(pending);
  }
  const stored = await tools.store.getMany([...byKey.keys()]);
  const asked: { key: string; all: readonly Pending[]; first: Pending }[] = [];
  for (const [key, all] of byKey) {
    const [first] = all;
    if (first === undefined) continue;
    const answer = decodeAnswer(stored.get(key), first.attempt.request);
    if (answer !== undefined) for (const pending of all) finish(pending, answer);
    else if (tools.budget.take(first.attempt.request)) asked.push({ key, all, first });
    else for (const { item } of all) fail(item, 'the budget of --max-characters is spent', 'limit');
  }
  if (asked.length === 0) return undefined;
  const answered = new Set<number>();
  const arrived = inSlices(({ all, answer }: { readonly all: readonly Pending[]; readonly answer: EngineAnswer }) => {
    for (const pending of all) finish(pending, answer);
  });
  const batch = {
    ...pair,
    units: asked.map(({ first }) => first.attempt.request),
    keys: asked.map(({ key }) => key),
  };
  try {
    const session = await tools.session(engine);
    const usage = await session.translate(
      batch,
      (index, answer) => {
        const request = asked[index];
        if (request === undefined || answered.has(index)) return;
        answered.add(index);
        if (answer.ok) tools.store.put?.(request.key, encodeAnswer(answer), engine.name);
        arrived.add({ all: request.all, answer });
      },
      tools.signal,
    );
    tools.count(engine.name, usage);
  } catch (error) {
    await arrived.done();
    const isStop = tools.signal.aborted;
    const usage = error instanceof EngineRefusal || error instanceof Interruption ? error.usage : undefined;
    if (usage !== undefined) tools.count(engine.name, usage);
    if (!isStop && !(error instanceof EngineRefusal)) throw error;
    const reason = error instanceof EngineRefusal ? error.message : 'interrupted';
    for (const [index, { all }] of asked.entries()) {
      if (!answered.has(index))
        for (const { item } of all) fail(item, reason, error instanceof EngineRefusal ? 'refusal' : 'limit');
    }
    return error instanceof EngineRefusal ? error : new EngineRefusal('unavailable', reason);
  }
  await arrived.done();
  for (const [index, { all }] of asked.entries()) {
    if (!answered.has(index)) for (const { item } of all) fail(item, 'the engine gave no answer', 'limit');
  }
  return undefined;
}
