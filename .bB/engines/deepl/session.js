import { dispatch } from '../remote/dispatch.js';
import { planWork } from '../remote/work.js';
import { readAnswers } from './answers.js';
import { createGlossaryDesk } from './glossary-desk.js';
import { requestOptions } from './options.js';
import { encodedBytes, packRequests, SENTENCE, TERM, UNIT, writeText } from './packing.js';
import { readQuota, requireQuota } from './quota.js';
import { translateTexts } from './service.js';
/** DeepL's documented limits of a translation request. */
const MOST_TEXTS = 50;
const MOST_BYTES = 128 * 1024;
/** The other fields of a request, glossary and model included, are under 400 bytes; options of the user come on top. */
const FIELD_BYTES = 512;
const TEXT_BYTES = 16 * 1024;
const STYLE = { term: TERM };
/** Outline detection is off, because the structure is ours; DeepL's guide asks for `nonewlines` with it. */
const STRUCTURE = {
    tagHandling: 'xml',
    outlineDetection: false,
    splitSentences: 'nonewlines',
    splittingTags: [UNIT, SENTENCE],
    ignoreTags: [TERM],
};
/**
 * @param service an open account.
 * @param project the project's root.
 */
export function createSession(service, project, glossaries) {
    const desk = createGlossaryDesk(service, project, glossaries);
    let quota;
    let billed = 0;
    return {
        async translate(batch, deliver, signal) {
            signal.throwIfAborted();
            quota ??= readQuota(service);
            const before = await quota;
            requireQuota(before);
            const works = planWork(batch.units, STYLE, deliver);
            const needed = works.reduce((sum, work) => sum + work.characters, 0);
            const left = before === undefined ? Infinity : Math.max(0, before.limit - before.used - billed);
            if (left < needed) {
                const what = `DeepL has ${left} characters left; ${batch.target} needs ${needed}.`;
                service.note(`${what} What fits is translated and kept.`);
            }
            const bill = (characters) => {
                billed += characters;
            };
            return dispatch(createDispatcher(service, desk, batch, signal, bill), works, signal);
        },
        async close() {
            if (billed === 0)
                return;
            // Added up, not asked for again: nothing else of the run would wait for the answer.
            const before = await quota;
            const rest = before === undefined ? '' : `; ${before.used + billed} of ${before.limit} used in this billing period`;
            service.note(`DeepL billed ${billed} characters${rest}.`);
        },
    };
}
/** @param signal of the whole batch: the glossary is also waited for by other batches. */
function createDispatcher(service, desk, batch, signal, bill) {
    const fields = { ...STRUCTURE, ...requestOptions(service.options, batch.target) };
    const limits = {
        texts: MOST_TEXTS,
        bytes: MOST_BYTES - FIELD_BYTES - encodedBytes(JSON.stringify(fields)),
        textBytes: TEXT_BYTES,
    };
    const ask = async (request, either, sent) => {
        const send = async (glossary) => {
            const options = {
                ...fields,
                ...(request.context === '' ? {} : { context: request.context }),
                ...(glossary === undefined ? {} : { glossary }),
            };
            const results = await service.call((client) => {
                sent();
                return translateTexts(client, request.texts.map(writeText), batch, options);
            }, either);
            const cost = results.reduce((sum, result) => sum + (Number(result.billedCharacters) || 0), 0);
            bill(cost);
            return {
                answers: readAnswers(request, results.map((result) => result.text)),
                billed: cost,
            };
        };
        const glossary = await desk.idFor(batch, signal);
        try {
            return await send(glossary);
        }
        catch (error) {
            if (glossary === undefined || !service.diagnose(error).glossary)
                throw error;
            return send(await desk.idFor(batch, signal, glossary));
        }
    };
    return {
        name: 'DeepL',
        pack: (works) => packRequests(works, limits),
        ask,
        diagnose: (error) => service.diagnose(error),
        refusal: (error) => service.refusal(error),
    };
}
