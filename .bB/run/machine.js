import { EngineRefusal } from '../project/errors.js';
import { makeAttempt, requestKey, settleAttempt } from './attempt.js';
import { decodeAnswer, encodeAnswer } from './stored-answer.js';
/**
 * Translates items of one language pair; `settle` is called once an item, the moment its result is there.
 * @param engines in the order in which they are tried; the next one gets what the one before could not do.
 */
export async function translateItems(items, pair, engines, tools, settle) {
    let left = items;
    for (const [index, engine] of engines.entries()) {
        const isLast = index === engines.length - 1;
        const failed = [];
        const fail = (item, reason, refused) => {
            if (isLast)
                settle(item, { done: false, reason, refusal: refused });
            else
                failed.push({ item, reason, refusal: refused });
        };
        const earlier = tools.refused.get(engine);
        if (earlier !== undefined)
            for (const item of left)
                fail(item, earlier.message, true);
        else {
            const methods = engine.termsFor?.(pair) ?? engine.terms;
            const refusal = await useEngine(left, pair, engine, methods, tools, settle, fail);
            if (refusal !== undefined)
                tools.refused.set(engine, refusal);
        }
        left = failed.map(({ item }) => item);
        if (left.length === 0)
            break;
    }
}
async function useEngine(items, pair, engine, methods, tools, settle, fail) {
    let round = items.map((item) => {
        const attempt = makeAttempt(item, methods[0] ?? 'token', true, tools.reuse(item));
        return { item, attempt, reason: '', best: undefined };
    });
    while (round.length > 0) {
        const next = [];
        const finish = (pending, answer) => {
            const outcome = settleAttempt(pending.attempt, answer, engine.name);
            if (outcome.ok)
                return settle(pending.item, done(outcome.verdict, engine.name));
            pending.reason = outcome.reason;
            pending.best = outcome.verdict ?? pending.best;
            const stricter = stricterAttempt(pending.attempt, methods, outcome.unmask);
            if (stricter !== undefined)
                next.push({ ...pending, attempt: stricter });
            else if (pending.best !== undefined)
                settle(pending.item, done(pending.best, engine.name));
            else
                fail(pending.item, pending.reason, false);
        };
        const refusal = await askAll(round, pair, engine, tools, finish, fail);
        if (refusal !== undefined) {
            for (const { item, best } of next) {
                if (best === undefined)
                    fail(item, refusal.message, true);
                else
                    settle(item, done(best, engine.name));
            }
            return refusal;
        }
        round = next;
    }
    return undefined;
}
function done(verdict, origin) {
    return { done: true, value: verdict.value, findings: verdict.findings, origin };
}
/** The plural's number gives way first, then the way of marking terms; sentences kept from before give way last. */
function stricterAttempt(attempt, methods, unmask) {
    const { item, method, numbered, reuse } = attempt;
    if (unmask && numbered)
        return makeAttempt(item, method, false, reuse);
    const following = methods[methods.indexOf(method) + 1];
    if (following !== undefined && item.unit.terms.required(item.language).length > 0) {
        return makeAttempt(item, following, numbered, reuse);
    }
    return reuse === undefined ? undefined : makeAttempt(item, methods[0] ?? 'token', numbered, undefined);
}
/** Asks the local store first, then the engine; equal requests go once. */
async function askAll(round, pair, engine, tools, finish, fail) {
    const byKey = new Map();
    for (const pending of round) {
        if (pending.attempt.request.segments.length === 0) {
            finish(pending, { ok: true, segments: [] });
            continue;
        }
        const key = requestKey(tools.identity(engine), pending.attempt);
        const same = byKey.get(key);
        if (same === undefined)
            byKey.set(key, [pending]);
        else
            same.push(pending);
    }
    const stored = tools.store.getMany([...byKey.keys()]);
    const asked = [];
    for (const [key, all] of byKey) {
        const [first] = all;
        if (first === undefined)
            continue;
        const answer = decodeAnswer(stored.get(key), first.attempt.request);
        if (answer !== undefined)
            for (const pending of all)
                finish(pending, answer);
        else if (tools.budget.take(first.attempt.request))
            asked.push({ key, all, first });
        else
            for (const { item } of all)
                fail(item, 'the budget of --max-characters is spent', false);
    }
    if (asked.length === 0)
        return undefined;
    const answered = new Set();
    const batch = { ...pair, units: asked.map(({ first }) => first.attempt.request) };
    try {
        const session = await tools.session(engine);
        const usage = await session.translate(batch, (index, answer) => {
            const request = asked[index];
            if (request === undefined || answered.has(index))
                return;
            answered.add(index);
            if (answer.ok)
                tools.store.put(request.key, encodeAnswer(answer), engine.name);
            for (const pending of request.all)
                finish(pending, answer);
        }, tools.signal);
        tools.count(engine.name, usage);
    }
    catch (error) {
        const isStop = tools.signal.aborted;
        if (error instanceof EngineRefusal && error.usage !== undefined)
            tools.count(engine.name, error.usage);
        if (!isStop && !(error instanceof EngineRefusal))
            throw error;
        const reason = error instanceof EngineRefusal ? error.message : 'interrupted';
        for (const [index, { all }] of asked.entries()) {
            if (!answered.has(index))
                for (const { item } of all)
                    fail(item, reason, error instanceof EngineRefusal);
        }
        return error instanceof EngineRefusal ? error : new EngineRefusal('unavailable', reason);
    }
    for (const [index, { all }] of asked.entries()) {
        if (!answered.has(index))
            for (const { item } of all)
                fail(item, 'the engine gave no answer', false);
    }
    return undefined;
}
