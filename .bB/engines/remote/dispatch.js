/** Sends work to a service: every answer verified, damaged ones asked for again, the first refusal ends the batch. */
import { EngineRefusal } from '../../project/errors.js';
import { DamagedAnswer } from './tagged-answer.js';
/**
 * @throws what `refusal` made of the first error, when the requests in flight are done; the signal's reason.
 */
export async function dispatch({ name, pack, ask, diagnose, refusal: refusalOf }, works, signal) {
    let requests = 0;
    let characters = 0;
    let billed;
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const refusals = [];
    const sendAll = async (some) => {
        const packing = pack(some);
        const smaller = packing.tooLarge.flatMap((work) => work.retry(`the sentence is longer than a request to ${name} may be`));
        await Promise.all([...packing.requests.map(sendOne), ...(smaller.length > 0 ? [sendAll(smaller)] : [])]);
    };
    /** Never rejects: the first refusal stops the others from starting. */
    const sendOne = async (request) => {
        if (either.aborted)
            return;
        try {
            const answer = await ask(request, either, () => (requests += 1));
            characters += request.works.reduce((sum, work) => sum + work.characters, 0);
            if (answer.billed !== undefined)
                billed = (billed ?? 0) + answer.billed;
            const again = request.works.flatMap((work) => take(work, answer.answers));
            if (again.length > 0)
                await sendAll(again);
        }
        catch (error) {
            const trouble = diagnose(error);
            if (trouble.split === true) {
                await sendSmaller(request.works, trouble.message);
            }
            else {
                refusals.push(refusalOf(error));
                stop.abort();
            }
        }
    };
    const take = (work, answers) => {
        const damaged = `${name} returned it damaged each time`;
        const sentences = answers.get(work);
        if (sentences === undefined)
            return work.retry(damaged);
        try {
            work.accept(sentences);
            return [];
        }
        catch (error) {
            if (!(error instanceof DamagedAnswer))
                throw error;
            return work.retry(`${damaged}: ${error.message}`);
        }
    };
    const sendSmaller = async (some, reason) => {
        const half = Math.ceil(some.length / 2);
        if (half === some.length)
            await sendAll(some.flatMap((work) => work.retry(reason)));
        else
            await Promise.all([sendAll(some.slice(0, half)), sendAll(some.slice(half))]);
    };
    await sendAll(works);
    signal.throwIfAborted();
    const usage = { requests, characters, ...(billed === undefined ? {} : { billed }) };
    const [refusal] = refusals;
    if (refusal instanceof EngineRefusal)
        refusal.usage = usage;
    if (refusals.length > 0)
        throw refusal;
    return usage;
}
