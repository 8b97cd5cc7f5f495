/** What failures of an HTTP service mean, for the engines without a client that says it. */
import { EngineRefusal } from '../../project/errors.js';
/** An answer that is not the one that was asked for. */
export class HttpFailure extends Error {
    /** 200 where the answer itself is broken. */
    status;
    /** Milliseconds that the service asked to wait. */
    wait;
    constructor(status, message, wait) {
        super(message);
        this.status = status;
        this.wait = wait;
    }
}
/** Codes of Node for a server that is not there, or not who it should be. */
const UNREACHABLE = /^(?:ENOTFOUND|ECONNREFUSED|CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;
const LATER = 'Run the command again later.';
const LONGEST_WAIT = 60_000;
/** Whether an error, or what caused it, says that nobody is there. */
export function isUnreachable(error) {
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
        if ('code' in cause && UNREACHABLE.test(String(cause.code)))
            return true;
    }
    return false;
}
/**
 * @param error what an attempt threw: HttpFailure, or what `fetch` throws.
 * @param connected whether the service has answered before: then a lost connection may come back.
 */
export function diagnoseHttp(error, service, connected) {
    const say = (text) => `${service.name}: ${service.hide(text.replace(/\s+/g, ' ').slice(0, 200)).replace(/\.$/, '')}.`;
    if (error instanceof EngineRefusal) {
        return { kind: error.kind, message: error.message, advice: error.remedy, passing: false };
    }
    if (error instanceof HttpFailure) {
        const { status, wait } = error;
        const message = say(error.message);
        if (status === 401 || status === 403) {
            return { kind: 'key', message, advice: `Check ${service.keyVariable}.`, passing: false };
        }
        if (status === 402)
            return { kind: 'quota', message, advice: 'Check the account.', passing: false };
        if (status === 429)
            return {
                kind: 'rate',
                message,
                advice: LATER,
                passing: true,
                overload: true,
                ...(wait === undefined ? {} : { wait }),
            };
        if (status === 413)
            return { kind: 'server', message, advice: LATER, passing: false, split: true };
        if (status === 404)
            return { kind: 'unavailable', message, advice: `Check ${service.urlVariable}.`, passing: false };
        const passing = status === 200 || status === 408 || status >= 500;
        if (passing)
            return { kind: 'server', message, advice: LATER, passing, overload: status === 503 };
        return { kind: 'unsupported', message, advice: 'Check the options of the engine in l10n.config.json.', passing };
    }
    const cause = error instanceof Error && error.cause instanceof Error
        ? `${error.message} (${error.cause.message})`
        : String(error);
    return {
        kind: 'network',
        message: say(cause),
        advice: `Check ${service.urlVariable} and the connection; HTTPS_PROXY and NODE_EXTRA_CA_CERTS are honoured.`,
        passing: connected || !isUnreachable(error),
    };
}
/** Milliseconds in a `Retry-After` header, which holds seconds or a date; at most a minute. */
export function retryAfter(header) {
    if (header === null || header === undefined)
        return undefined;
    const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined;
}
