/** Any endpoint that speaks OpenAI's chat completions, through OpenAI's client. */
import { z } from 'zod';
import { ConfigurationError, EngineRefusal } from '../../project/errors.js';
import { HttpFailure, diagnoseHttp, retryAfter } from '../remote/http-failure.js';
import { openFetch } from '../remote/http.js';
import { createPace } from '../remote/pace.js';
import { readSecret, redact } from '../remote/secret.js';
const optionsSchema = z.strictObject({
    /** Name of the model; OPENAI_MODEL where it is not set. */
    model: z.string().min(1).exactOptional(),
    /** Tone, audience, style: added to the instructions as it is. */
    instructions: z.string().default(''),
    temperature: z.number().min(0).max(2).exactOptional(),
    /** Characters of source text in one request: about a section. */
    characters: z.number().int().positive().default(3000),
    /** Seconds until a request without an answer counts as lost. */
    timeout: z.number().positive().default(120),
    /** Seconds without any answer after which the engine gives up. */
    patience: z.number().nonnegative().default(180),
    firstWait: z.number().positive().default(0.5),
    longestWait: z.number().positive().default(10),
});
const answerSchema = z.object({
    choices: z
        .array(z.object({ finish_reason: z.string().nullish(), message: z.object({ content: z.string().nullish() }) }))
        .min(1),
});
/** What is missing to use the engine, with what helps; undefined: nothing. */
export function missing({ variables, options }) {
    const { model } = readOptions(options);
    if (!readSecret(variables, 'OPENAI_API_KEY') && !variables['OPENAI_BASE_URL']) {
        return 'OpenAI needs a key. Set OPENAI_API_KEY or OPENAI_API_KEY_FILE; for an endpoint of your own set OPENAI_BASE_URL.';
    }
    const named = model ?? variables['OPENAI_MODEL'];
    return named ? undefined : 'No model is named. Set "engines.openai.model" in l10n.config.json or OPENAI_MODEL.';
}
/** @throws ConfigurationError on bad options, a missing key or model. */
export async function openClient(environment, concurrency) {
    const options = readOptions(environment.options);
    const { variables } = environment;
    const lacking = missing(environment);
    if (lacking !== undefined)
        throw new ConfigurationError(lacking);
    const key = readSecret(variables, 'OPENAI_API_KEY');
    const service = {
        name: 'OpenAI endpoint',
        urlVariable: 'OPENAI_BASE_URL',
        keyVariable: 'OPENAI_API_KEY',
        hide: (message) => redact(message, key),
    };
    const [{ OpenAI, APIError, APIConnectionError }, send] = await Promise.all([import('openai'), openFetch(variables)]);
    const client = new OpenAI({
        apiKey: key ?? 'none',
        baseURL: variables['OPENAI_BASE_URL'] || 'https://api.openai.com/v1',
        maxRetries: 0,
        timeout: options.timeout * 1000,
        async fetch(url, init) {
            const response = await send(String(url), {
                method: init?.method ?? 'POST',
                headers: Object.fromEntries(new Headers(init?.headers)),
                signal: init?.signal ?? AbortSignal.timeout(options.timeout * 1000),
                ...(typeof init?.body === 'string' ? { body: init.body } : {}),
            });
            const headers = new Headers({ 'content-type': 'application/json' });
            const wait = response.headers.get('retry-after');
            if (wait !== null)
                headers.set('retry-after', wait);
            return new Response(await response.text(), { status: response.status, headers });
        },
    });
    let connected = false;
    const diagnose = (error) => {
        const trouble = diagnoseHttp(error, service, connected);
        return error instanceof TooLong ? { ...trouble, split: true, passing: false } : trouble;
    };
    const translated = (error) => {
        if (error instanceof APIConnectionError)
            return error;
        if (error instanceof SyntaxError)
            return new HttpFailure(200, 'the answer is no JSON');
        if (!(error instanceof APIError) || error.status === undefined)
            return error;
        const status = error.code === 'insufficient_quota' ? 402 : Number(error.status);
        if (error.code === 'context_length_exceeded')
            return new TooLong(status, error.message);
        return new HttpFailure(status, error.message, retryAfter(error.headers?.get('retry-after')));
    };
    const pace = createPace({
        concurrency,
        firstWait: options.firstWait * 1000,
        longestWait: options.longestWait * 1000,
        patience: options.patience * 1000,
        attempts: 6,
    }, diagnose, environment.note);
    return {
        options,
        complete: ({ system, user, schema }, signal, sent) => pace.run(async () => {
            sent();
            const answer = await client.chat.completions
                .create({
                model: options.model ?? variables['OPENAI_MODEL'] ?? '',
                messages: [
                    { role: 'system', content: system },
                    { role: 'user', content: user },
                ],
                response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema } },
                ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
            })
                .catch((error) => {
                throw translated(error);
            });
            const read = answerSchema.safeParse(answer);
            if (!read.success)
                throw new HttpFailure(200, 'the answer is not what the API documents');
            connected = true;
            const [choice] = read.data.choices;
            if (choice?.finish_reason === 'length')
                throw new TooLong(200, 'the answer was cut off');
            return choice?.message.content ?? undefined;
        }, signal),
        diagnose,
        refusal(error) {
            if (!(error instanceof HttpFailure) && !(error instanceof APIConnectionError))
                return error;
            const { kind, message, advice } = diagnose(error);
            return new EngineRefusal(kind, message, { remedy: advice });
        },
    };
}
/** The model could not hold the request or its answer. */
class TooLong extends HttpFailure {
}
function readOptions(value) {
    const parsed = optionsSchema.safeParse(value ?? {});
    if (parsed.success)
        return parsed.data;
    throw new ConfigurationError(`engines.openai: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`, {
        place: { file: 'l10n.config.json' },
    });
}
