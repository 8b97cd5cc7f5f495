/**
 * HTTP for all engines: through the proxy that the environment names, to one origin only, within a time and a size.
 */
import { ConfigurationError } from '../../project/errors.ts';
import { percentDecoded } from '../../project/text/percent-decoded.ts';
import { HttpFailure } from './http-failure.ts';
import { withoutPasswords } from './secret.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole of it, the answer's last byte included. */
  readonly timeout: number;
  /** Bytes that the answer may have, unpacked. */
  readonly most: number;
  readonly signal?: AbortSignal;
  /** Milliseconds that the answer may still take when the signal is aborted. None: it is cut off. */
  readonly grace?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** UTF-8. */
  readonly text: string;
}

export interface Http {
  /** @throws HttpFailure for a redirect to another origin and for an answer that is too large; what `fetch` throws. */
  request(address: string, request: HttpRequest): Promise<HttpAnswer>;
  /**
   * An answer piece by piece, for files.
   * @throws as `request`; what comes after `most` bytes is an error of the iteration.
   */
  stream(
    address: string,
    request: HttpRequest,
  ): Promise<Omit<HttpAnswer, 'text'> & { body: AsyncIterable<Uint8Array> }>;
}

/** What is used of a `Response`, that of Node and that of undici. */
interface Received {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

interface Sent {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

type Send = (address: string, request: Sent) => Promise<Received>;

/** Redirects on one server: a slash at the end, a version in the path. */
const MOST_REDIRECTS = 3;

/**
 * Opens HTTP. Node 20's own `fetch` knows no proxies; Node reads further certificate authorities from NODE_EXTRA_CA_CERTS.
 * @throws ConfigurationError when a proxy's address is none.
 */
export async function openHttp(variables: Variables): Promise<Http> {
  const send = await openSend(variables);

  const receive = async (address: string, request: HttpRequest, signal: AbortSignal): Promise<Received> => {
    const { url, authorization } = withoutUser(address);
    const sent: Sent = {
      method: request.method ?? 'GET',
      headers: { ...(authorization === undefined ? {} : { authorization }), ...request.headers },
      redirect: 'manual',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    };
    let at = url;
    for (let redirects = 0; ; redirects += 1) {
      const received = await send(at.href, sent);
      const location = received.status >= 300 && received.status < 400 ? received.headers.get('location') : null;
      if (location === null) return received;
      await discard(received);
      const next = URL.canParse(location, at.href) ? new URL(location, at.href) : undefined;
      if (next === undefined || next.origin !== at.origin || redirects >= MOST_REDIRECTS) {
        const where = next === undefined ? 'nowhere' : next.origin === at.origin ? 'itself' : next.origin;
        throw new HttpFailure(received.status, `it sends to ${where}, where nothing is sent`);
      }
      at = next;
    }
  };

  const stream: Http['stream'] = async (address, request) => {
    const end = createEnd(request);
    try {
      const { status, headers, body } = await receive(address, request, end.signal);
      return { status, headers, body: limited(body, request.most, end) };
    } catch (error) {
      end.forget();
      throw error;
    }
  };

  return {
    async request(address, request) {
      const { status, headers, body } = await stream(address, request);
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      return { status, headers, text: Buffer.concat(chunks).toString('utf8') };
    },
    stream,
  };
}

interface End {
  readonly signal: AbortSignal;
  /** The request is over. */
  forget(): void;
}

/**
 * When a request ends at the latest. The timer is our own: signals of `AbortSignal.timeout` and `AbortSignal.any` can be
 * collected as garbage while an answer is read, and then it never ends.
 */
function createEnd({ timeout, signal, grace = 0 }: HttpRequest): End {
  const ended = new AbortController();
  const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  // A body that nobody reads keeps no process alive.
  const timers = [setTimeout(() => ended.abort(late), timeout).unref()];
  const interrupt = (): void => {
    if (grace > 0) timers.push(setTimeout(() => ended.abort(signal?.reason), grace).unref());
    else ended.abort(signal?.reason);
  };
  if (signal?.aborted === true) interrupt();
  else signal?.addEventListener('abort', interrupt, { once: true });
  return {
    signal: ended.signal,
    forget() {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
    },
  };
}

async function* limited(body: AsyncIterable<Uint8Array> | null, most: number, end: End): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    // Leaving the loop by an error ends the connection.
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > most) throw new HttpFailure(TOO_LARGE, `its answer is larger than ${megabytes(most)}`);
      yield chunk;
    }
  } finally {
    end.forget();
  }
}

/** In place of a status: the answer never ended within its limit. */
export const TOO_LARGE = 299;

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000_000)} MB`;
}

async function discard({ body }: Received): Promise<void> {
  if (body === null) return;
  const iterator = body[Symbol.asyncIterator]();
  await iterator.return?.();
}

/** `fetch` takes no address with a password: it goes into the header that it stands for. */
function withoutUser(address: string): { readonly url: URL; readonly authorization: string | undefined } {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return { url, authorization: undefined };
  const user = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: `Basic ${Buffer.from(user).toString('base64')}` };
}

async function openSend(variables: Variables): Promise<Send> {
  const httpsProxy = proxyOf(variables, 'HTTPS_PROXY');
  const httpProxy = proxyOf(variables, 'HTTP_PROXY');
  if (httpsProxy === undefined && httpProxy === undefined) return (address, request) => fetch(address, request);
  const { EnvHttpProxyAgent, fetch: proxied } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(httpProxy === undefined ? {} : { httpProxy }),
    // What goes over plain HTTP needs no tunnel, and many proxies give none to such ports.
    proxyTunnel: false,
    noProxy: variables['NO_PROXY'] || variables['no_proxy'] || '',
  });
  return (address, request) => proxied(address, { ...request, dispatcher });
}

/** With user and password encoded: a `%` that stands for itself is an error to others. */
function encoded(url: URL): string {
  url.username = encodeURIComponent(percentDecoded(url.username));
  url.password = encodeURIComponent(percentDecoded(url.password));
  return url.href;
}

/** As curl reads it: an address without a scheme is an HTTP proxy. */
function proxyOf(variables: Variables, name: string): string | undefined {
  const value = variables[name] || variables[name.toLowerCase()];
  if (!value) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return encoded(new URL(address));
  throw new ConfigurationError(`${name} is no address of an HTTP proxy: ${withoutPasswords(value)}.`, {
    remedy: `Write it as http://host:port, or unset ${name}.`,
  });
}
