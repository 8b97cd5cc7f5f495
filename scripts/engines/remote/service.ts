/** One remote service: its address, its key, its options, the pace of its requests and the meaning of its failures. */
import { z } from 'zod/mini';
import { ConfigurationError, EngineRefusal } from '../../project/errors.ts';
import type { EngineEnvironment, OpenOptions } from '../engine.ts';
import { openHttp, type HttpRequest } from './http.ts';
import { diagnoseHttp, HttpFailure, retryAfter, type HttpService } from './http-failure.ts';
import { createPace, type Trouble } from './pace.ts';
import { addressSecrets, createHider, readSecret, withoutPasswords, type Hider } from './secret.ts';

/** Seconds; every remote engine has these options. */
export interface Times {
  /** Until a request without a whole answer counts as lost. */
  readonly timeout: number;
  /** Without any answer, after which the engine gives up. */
  readonly patience: number;
  /** Of the first wait after a refusal, and of the longest. */
  readonly firstWait: number;
  readonly longestWait: number;
}

/** Where a service is and how it is asked. */
export interface ServiceDefinition {
  /** As in `engines.<name>`. */
  readonly name: string;
  /** For messages: `LibreTranslate`. */
  readonly title: string;
  readonly address: {
    readonly variable: string;
    /** Absent: the variable must be set. */
    readonly standard?: (key: string | undefined) => string;
  };
  readonly key: {
    readonly variable: string;
    /** `official`: only where the address is the service's own. */
    readonly required: 'always' | 'official' | 'never';
    /** How a request shows it; absent: the engine puts it where it belongs. */
    readonly header?: (key: string) => string;
  };
  readonly explain?: NonNullable<HttpService['explain']>;
}

/** A request whose answer is JSON. */
export interface JsonRequest extends Pick<HttpRequest, 'method' | 'headers' | 'body'> {
  /** Below the service's address, with a slash. */
  readonly path: string;
  /** Called for each attempt. */
  readonly sent?: () => void;
  /** True where nothing hangs on the answer: it is asked for once, outside the pace. */
  readonly once?: boolean;
}

export interface Service {
  readonly title: string;
  /** Where it is asked, for messages. */
  readonly origin: string;
  readonly key: string | undefined;
  readonly hider: Hider;
  /** One line for the user. */
  readonly note: (line: string) => void;
  /**
   * Sends a request when its turn comes, and again while its trouble is passing, until `read` takes the answer.
   * @param read throws HttpFailure for an answer that is not what the service documents.
   * @throws HttpFailure, what `fetch` throws, EngineRefusal when patience ends, the signal's reason.
   */
  call<Result>(request: JsonRequest, read: (json: unknown) => Result, signal: AbortSignal): Promise<Result>;
  diagnose(error: unknown): Trouble;
  /** Any error as what the user is to see. */
  refusal(error: unknown): unknown;
}

/** Attempts of one request that runs into time-outs, server errors or broken answers while others succeed. */
const ATTEMPTS = 10;
/** Bytes of an answer: a request is far below a megabyte, and a translation is no twenty times as long as its source. */
const MOST_BYTES = 16_000_000;

/** Milliseconds that answers have after Ctrl-C: they may be paid for already. */
const GRACE = 5_000;

/** The schema of the times, for an engine's options. */
export function timesSchema(defaults: Times) {
  return {
    timeout: z._default(z.number().check(z.positive(), z.maximum(3_600)), defaults.timeout),
    patience: z._default(z.number().check(z.nonnegative()), defaults.patience),
    firstWait: z._default(z.number().check(z.positive()), defaults.firstWait),
    longestWait: z._default(z.number().check(z.positive()), defaults.longestWait),
  };
}

/** What the environment lacks to reach a service, with what helps; undefined: nothing. */
export function lackOf({ title, address, key }: ServiceDefinition, { variables }: EngineEnvironment) {
  const set = variables[address.variable];
  if (address.standard === undefined && !set)
    return `${title} has no address. Set ${address.variable} to the address of a server.`;
  if (set && !isAddress(set)) return `${address.variable} is no address: ${withoutPasswords(set)}.`;
  const isNeeded = key.required === 'always' || (key.required === 'official' && !set);
  if (isNeeded && readSecret(variables, key.variable) === undefined)
    return `${title} needs a key. Set ${key.variable}, or ${key.variable}_FILE to a file that holds the key.`;
  return undefined;
}

function isAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/**
 * Opens a service; nothing is sent yet.
 * @throws ConfigurationError for a bad address or proxy, EngineRefusal without a key.
 */
export async function openService(
  definition: ServiceDefinition,
  environment: EngineEnvironment,
  times: Times,
  { concurrency, turn = (request) => request() }: Pick<OpenOptions, 'concurrency' | 'turn'>,
): Promise<Service> {
  const { title, address, key: keyed, explain } = definition;
  const { variables } = environment;
  const key = readSecret(variables, keyed.variable);
  const set = variables[address.variable] || undefined;
  const base = (set ?? address.standard?.(key) ?? '').replace(/\/+$/, '');
  if (!isAddress(base)) throw new ConfigurationError(lackOf(definition, environment) ?? `${title} has no address.`);
  const proxies = ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap((name) => [variables[name], variables[name.toLowerCase()]]);
  const hider = createHider([key, ...[base, ...proxies].flatMap(addressSecrets)]);
  const http = await openHttp(variables);
  const service: HttpService = {
    title,
    urlVariable: address.variable,
    keyVariable: keyed.variable,
    hider,
    ...(explain === undefined ? {} : { explain }),
  };
  let connected = false;
  const diagnose = (error: unknown): Trouble => diagnoseHttp(error, service, connected);
  const pace = createPace(
    {
      concurrency,
      firstWait: times.firstWait * 1000,
      longestWait: times.longestWait * 1000,
      patience: times.patience * 1000,
      attempts: ATTEMPTS,
    },
    diagnose,
    environment.note,
  );
  const authorization = key === undefined ? undefined : keyed.header?.(key);

  const attempt = async (request: JsonRequest, signal: AbortSignal): Promise<unknown> => {
    const { path, headers, method, body, sent } = request;
    sent?.();
    const answer = await http.request(base + path, {
      ...(method === undefined ? {} : { method }),
      ...(body === undefined ? {} : { body }),
      headers: {
        accept: 'application/json',
        'user-agent': 'glossa',
        ...headers,
        ...(authorization === undefined ? {} : { authorization }),
      },
      timeout: times.timeout * 1000,
      most: MOST_BYTES,
      signal,
      grace: GRACE,
    });
    const json = answer.text === '' ? undefined : parseJson(answer.text);
    if (answer.status < 200 || answer.status > 299)
      throw failureOf(answer.status, json, answer.headers.get('retry-after'));
    return json;
  };

  return {
    title,
    origin: new URL(base).origin,
    key,
    hider,
    note: environment.note,
    call(request, read, signal) {
      const ask = async () => {
        const result = read(await attempt(request, signal));
        connected = true;
        return result;
      };
      return request.once === true ? ask() : turn(() => pace.run(ask, signal));
    },
    diagnose,
    refusal(error) {
      if (!(error instanceof HttpFailure) && !(error instanceof TypeError) && !(error instanceof DOMException))
        return error;
      const { kind, message, advice } = diagnose(error);
      return new EngineRefusal(kind, message, { remedy: advice });
    },
  };
}

/** Reads an answer. @throws HttpFailure when it is not what the service documents. */
export function readAnswer<Schema extends z.ZodMiniType>(schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (at ${issue.path.join('.')})`;
  throw new HttpFailure(200, `the answer is not what its documentation says${where}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const said = z.union([
  z.object({ error: z.object({ message: z.string(), code: z.nullish(z.string()) }) }),
  z.object({ error: z.string() }),
  z.object({ message: z.string(), detail: z.nullish(z.string()) }),
]);

/** Services say what is wrong as `{ error: { message, code } }`, `{ error }` or `{ message, detail }`. */
function failureOf(status: number, json: unknown, wait: string | null): HttpFailure {
  const read = said.safeParse(json).data;
  const { message, code } =
    read === undefined
      ? { message: '', code: undefined }
      : 'message' in read
        ? { message: `${read.message}${read.detail ? `, ${read.detail}` : ''}`, code: undefined }
        : typeof read.error === 'string'
          ? { message: read.error, code: undefined }
          : read.error;
  const later = retryAfter(wait);
  return new HttpFailure(status, message === '' ? `status ${status}` : `${message} (status ${status})`, {
    ...(code ? { code } : {}),
    ...(later === undefined ? {} : { wait: later }),
  });
}
