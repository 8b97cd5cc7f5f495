/** What failures of an HTTP service mean. */
import { EngineRefusal } from '../../project/errors.ts';
import type { Trouble } from './pace.ts';
import type { Hider } from './secret.ts';

/** An answer that is not the one that was asked for. */
export class HttpFailure extends Error {
  /** 200 where the answer itself is broken. */
  readonly status: number;
  /** The service's own word for what is wrong, where it gives one. */
  readonly code: string;
  /** Milliseconds that the service asked to wait. */
  readonly wait: number | undefined;

  constructor(status: number, message: string, details: { readonly code?: string; readonly wait?: number } = {}) {
    super(message);
    this.status = status;
    this.code = details.code ?? '';
    this.wait = details.wait;
  }
}

/** What a service's messages need. */
export interface HttpService {
  /** For messages: `LibreTranslate`. */
  readonly title: string;
  /** The variable with its address. */
  readonly urlVariable: string;
  /** The variable with its key. */
  readonly keyVariable: string;
  readonly hider: Hider;
  /** What is special about a failure of this service. */
  readonly explain?: (failure: HttpFailure) => Partial<Trouble> | undefined;
}

/** Codes of Node for a server that is not there, or not who it should be. */
const UNREACHABLE = /^(?:ENOTFOUND|ECONNREFUSED|CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;
const LATER = 'Run the command again later.';
const LONGEST_WAIT = 60_000;
/** An answer that is broken may have been billed. */
const MOST_BROKEN = 3;

/** Whether an error, or what caused it, says that nobody is there. */
function isUnreachable(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && UNREACHABLE.test(String(cause.code))) return true;
  }
  return false;
}

/**
 * @param error what an attempt threw: HttpFailure, or what `fetch` throws.
 * @param connected whether the service has answered before: then a lost connection may come back.
 */
export function diagnoseHttp(error: unknown, service: HttpService, connected: boolean): Trouble {
  const say = (text: string): string => `${service.title}: ${service.hider.message(text).replace(/\.$/, '')}.`;
  if (error instanceof EngineRefusal) {
    return { kind: error.kind, message: error.message, advice: error.remedy, passing: false };
  }
  if (error instanceof HttpFailure) {
    const trouble = { ...verdictOn(error.status, service), message: say(error.message) };
    const wait = error.wait === undefined ? {} : { wait: error.wait };
    return { ...trouble, ...(trouble.passing ? wait : {}), ...service.explain?.(error) };
  }
  const cause =
    error instanceof Error && error.cause instanceof Error
      ? `${error.message} (${error.cause.message})`
      : String(error);
  return {
    kind: 'network',
    message: say(cause),
    advice: `Check ${service.urlVariable} and the connection; HTTPS_PROXY and NODE_EXTRA_CA_CERTS are honoured.`,
    passing: connected || !isUnreachable(error),
  };
}

function verdictOn(status: number, { keyVariable, urlVariable }: HttpService): Omit<Trouble, 'message'> {
  if (status === 401 || status === 403) return { kind: 'key', advice: `Check ${keyVariable}.`, passing: false };
  if (status === 402) return { kind: 'quota', advice: 'Check the account.', passing: false };
  if (status === 429) return { kind: 'rate', advice: LATER, passing: true, overload: true };
  if (status === 413) return { kind: 'server', advice: LATER, passing: false, split: true };
  // Too large an answer, a redirect to somebody else, a path that is not there.
  if ((status > 200 && status < 400) || status === 404)
    return { kind: 'unavailable', advice: `Check ${urlVariable}.`, passing: false };
  const passing = status === 200 || status === 408 || status >= 500;
  if (status === 200) return { kind: 'server', advice: LATER, passing, attempts: MOST_BROKEN };
  if (passing) return { kind: 'server', advice: LATER, passing, overload: status === 503 };
  return { kind: 'unsupported', advice: 'Check the options of the engine in l10n.config.json.', passing };
}

/** Milliseconds in a `Retry-After` header, which holds seconds or a date; at most a minute. */
export function retryAfter(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined;
}
