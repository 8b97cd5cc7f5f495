/** LibreTranslate's API: `POST /translate` with HTML, `GET /languages`. */
import { z } from 'zod';
import { ConfigurationError, EngineRefusal } from '../../project/errors.js';
import { HttpFailure, diagnoseHttp, retryAfter } from '../remote/http-failure.js';
import { openFetch } from '../remote/http.js';
import { createPace } from '../remote/pace.js';
import { readSecret, redact } from '../remote/secret.js';
const optionsSchema = z.strictObject({
    /** Texts and characters in one request: servers limit both, and public ones strictly. */
    texts: z.number().int().positive().default(25),
    characters: z.number().int().positive().default(4000),
    /** Seconds until a request without an answer counts as lost. */
    timeout: z.number().positive().default(60),
    /** Seconds without any answer after which the engine gives up. */
    patience: z.number().nonnegative().default(120),
    firstWait: z.number().positive().default(0.5),
    longestWait: z.number().positive().default(5),
});
const languagesSchema = z.array(z.looseObject({ code: z.string(), targets: z.array(z.string()).default([]) }));
const answerSchema = z.object({ translatedText: z.array(z.string()) });
const errorSchema = z.object({ error: z.string() });
/** The server's address without a slash at its end, or undefined where none is set. */
export function serverUrl(variables) {
    return variables['LIBRETRANSLATE_URL']?.replace(/\/+$/, '') || undefined;
}
/** What to do about a missing address, a sentence. */
export const MISSING_URL = 'Set LIBRETRANSLATE_URL to the address of a LibreTranslate server.';
/** @throws ConfigurationError on bad options or without an address. */
export async function openClient(environment, concurrency) {
    const parsed = optionsSchema.safeParse(environment.options ?? {});
    if (!parsed.success) {
        throw new ConfigurationError(`engines.libretranslate: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`, {
            place: { file: 'l10n.config.json' },
        });
    }
    const options = parsed.data;
    const url = serverUrl(environment.variables);
    if (url === undefined || !URL.canParse(url))
        throw new ConfigurationError('LibreTranslate has no address.', { remedy: MISSING_URL });
    const key = readSecret(environment.variables, 'LIBRETRANSLATE_API_KEY');
    const service = {
        name: 'LibreTranslate',
        urlVariable: 'LIBRETRANSLATE_URL',
        keyVariable: 'LIBRETRANSLATE_API_KEY',
        hide: (message) => redact(message, key),
    };
    const fetch = await openFetch(environment.variables);
    let connected = false;
    const diagnose = (error) => {
        const trouble = diagnoseHttp(error, service, connected);
        // "request (n) exceeds text limit (m)", "… batch limit": the server's own limits, told in a 400.
        return error instanceof HttpFailure && error.status === 400 && /exceeds/i.test(error.message)
            ? { ...trouble, split: true }
            : trouble;
    };
    const pace = createPace({
        concurrency,
        firstWait: options.firstWait * 1000,
        longestWait: options.longestWait * 1000,
        patience: options.patience * 1000,
        attempts: 6,
    }, diagnose, environment.note);
    const request = async (path, body) => {
        const response = await fetch(`${url}${path}`, {
            method: body === undefined ? 'GET' : 'POST',
            headers: { 'content-type': 'application/json' },
            signal: AbortSignal.timeout(options.timeout * 1000),
            ...(body === undefined ? {} : { body: JSON.stringify(key === undefined ? body : { ...body, api_key: key }) }),
        });
        const text = await response.text();
        const json = parseJson(text);
        if (response.status !== 200) {
            const said = errorSchema.safeParse(json);
            const message = said.success ? said.data.error : `status ${response.status}`;
            throw new HttpFailure(response.status, message, retryAfter(response.headers.get('retry-after')));
        }
        connected = true;
        return json;
    };
    return {
        options,
        languages: (signal) => pace.run(async () => read(languagesSchema, await request('/languages')), signal),
        translate: (texts, source, target, signal, sent) => pace.run(async () => {
            sent();
            return read(answerSchema, await request('/translate', { q: texts, source, target, format: 'html' }))
                .translatedText;
        }, signal),
        diagnose,
        refusal(error) {
            if (!(error instanceof HttpFailure) && !(error instanceof TypeError) && !(error instanceof DOMException))
                return error;
            const { kind, message, advice } = diagnose(error);
            return new EngineRefusal(kind, message, { remedy: advice });
        },
    };
}
function read(schema, value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success)
        throw new HttpFailure(200, 'the answer is not what its documentation says');
    return parsed.data;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
