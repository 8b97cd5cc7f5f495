/**
 * An HTTP server that behaves as DeepL's API documents (v2 translate and usage, v3 glossaries), for tests and
 * measurements. It can be told to fail in every way that a service fails.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { GlossaryShelf } from './deepl-stub/glossaries.ts';
import { accent, translatePlain, translateXml } from './deepl-stub/translate.ts';

/** What to do with a translation request instead of answering it. */
export type Fault =
  /** Answer with this status; nothing is translated or billed. */
  | { readonly status: number; readonly message?: string }
  /** Close the connection in the middle of the answer's body. */
  | { readonly cut: true }
  /** Answer only after this many milliseconds. */
  | { readonly stall: number }
  /** Send the first half of the JSON as if it were all. */
  | { readonly truncate: true }
  /** Change the list of translated texts, for example their order or number. */
  | { readonly answer: (texts: readonly string[]) => readonly string[] };

export interface StubRequest {
  readonly method: string;
  /** Path with the query. */
  readonly path: string;
  readonly bytes: number;
  /** The form's fields in their order. */
  readonly fields: readonly (readonly [string, string])[];
  readonly texts: readonly string[];
  readonly status: number;
}

export interface StubOptions {
  readonly key?: string;
  /** Milliseconds that each translation takes. */
  readonly latency?: number;
  /** Characters of the billing period. */
  readonly quota?: number;
  readonly transform?: (text: string, target: string) => string;
  /** Asked before each request is answered, with a count that starts at 1; undefined: answer it. */
  readonly fault?: (count: number, fields: URLSearchParams, method: string, path: string) => Fault | undefined;
  /** Glossaries that the account may hold: 1 on the free plan. */
  readonly mostGlossaries?: number;
}

export interface DeeplStub {
  readonly url: string;
  readonly requests: readonly StubRequest[];
  readonly glossaries: GlossaryShelf;
  /** Characters billed so far. */
  billed(): number;
  /** Most translation requests that were in flight at the same time. */
  mostInFlight(): number;
  close(): Promise<void>;
}

const MOST_TEXTS = 50;
const MOST_BYTES = 128 * 1024;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Starts a stub on a free port of 127.0.0.1. */
export async function startDeeplStub(options: StubOptions = {}): Promise<DeeplStub> {
  const { key = 'stub-key', latency = 0, quota = 1_000_000_000, transform = accent, mostGlossaries = 1000 } = options;
  const requests: StubRequest[] = [];
  const glossaries = new GlossaryShelf(mostGlossaries);
  let billed = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  let count = 0;

  const translate = (form: URLSearchParams, bytes: number): Answer => {
    const texts = form.getAll('text');
    if (bytes > MOST_BYTES) return { status: 413, body: { message: 'Request Entity Too Large' } };
    if (texts.length === 0) return refused("Parameter 'text' not specified.");
    if (texts.length > MOST_TEXTS) return refused('Too many texts in request.');
    const target = form.get('target_lang') ?? '';
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,4})?$/i.test(target)) return refused("Value for 'target_lang' not supported.");
    const id = form.get('glossary_id');
    const source = form.get('source_lang') ?? '';
    const entries = id === null ? new Map<string, string>() : glossaries.entriesFor(id, source, target);
    if (typeof entries === 'string') return refused(entries);
    if (form.get('context')?.includes('\u0000')) return refused('Bad context');
    const ignored = new Set((form.get('ignore_tags') ?? '').split(','));
    const settings = { ignored, entries, transform: (words: string) => transform(words, target) };
    const translateOne = form.has('tag_handling') ? translateXml : translatePlain;
    const translations = texts.map((text) => translateOne(text, settings));
    const characters = translations.reduce((sum, { characters: added }) => sum + added, 0);
    if (billed + characters > quota)
      return { status: 456, body: { message: 'Quota for this billing period has been exceeded.' } };
    billed += characters;
    return {
      status: 200,
      body: {
        translations: translations.map(({ text, characters: billedCharacters }) => ({
          detected_source_language: source.toUpperCase() || 'EN',
          text,
          billed_characters: billedCharacters,
        })),
      },
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const bytes = Buffer.concat(chunks);
    const isJson = request.headers['content-type']?.startsWith('application/json') === true;
    const form = isJson ? fieldsOf(JSON.parse(bytes.toString('utf8'))) : new URLSearchParams(bytes.toString('utf8'));
    const { method = 'GET', url = '/' } = request;
    const { pathname, searchParams } = new URL(url, 'http://stub');
    const translating = pathname === '/v2/translate';
    const fault = options.fault?.((count += 1), form, method, pathname);
    inFlight += translating ? 1 : 0;
    mostInFlight = Math.max(mostInFlight, inFlight);
    if (translating) await sleep(latency + (fault && 'stall' in fault ? fault.stall : 0));
    inFlight -= translating ? 1 : 0;
    let answer: Answer;
    if (request.headers.authorization !== `DeepL-Auth-Key ${key}`)
      answer = { status: 403, body: { message: 'Forbidden' } };
    else if (fault && 'status' in fault)
      answer = { status: fault.status, body: { message: fault.message ?? 'Told to fail' } };
    else if (translating) answer = translate(form, bytes.length);
    else if (pathname === '/v2/usage')
      answer = { status: 200, body: { character_count: billed, character_limit: quota } };
    else answer = glossaries.handle(method, pathname, method === 'GET' || method === 'DELETE' ? searchParams : form);
    requests.push({
      method,
      path: url,
      bytes: bytes.length,
      fields: [...form],
      // A text alone has an empty one beside it.
      texts: form.getAll('text').filter((text) => text !== ''),
      status: answer.status,
    });
    reply(response, answer, fault);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    glossaries,
    billed: () => billed,
    mostInFlight: () => mostInFlight,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A JSON body as a form has it: `dictionaries[0].source_lang`. */
function fieldsOf(json: unknown, name = '', form = new URLSearchParams()): URLSearchParams {
  if (Array.isArray(json)) json.forEach((one, index) => fieldsOf(one, `${name}[${index}]`, form));
  else if (typeof json === 'object' && json !== null)
    for (const [key, value] of Object.entries(json)) fieldsOf(value, name === '' ? key : `${name}.${key}`, form);
  else form.append(name, String(json));
  return form;
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function refused(message: string): Answer {
  return { status: 400, body: { message } };
}

function reply(response: ServerResponse, { status, body }: Answer, fault: Fault | undefined): void {
  let json = JSON.stringify(fault && 'answer' in fault ? withTexts(body, fault.answer) : body);
  if (fault && 'truncate' in fault) json = json.slice(0, json.length / 2);
  const bytes = Buffer.from(status === 204 ? '' : json);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  if (fault && 'cut' in fault) {
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  } else {
    response.end(bytes);
  }
}

function withTexts(body: unknown, change: (texts: readonly string[]) => readonly string[]): unknown {
  if (typeof body !== 'object' || body === null || !('translations' in body) || !Array.isArray(body.translations))
    return body;
  const texts = body.translations.map((translation: { readonly text: string }) => translation.text);
  return {
    translations: change(texts).map((text) => ({
      detected_source_language: 'EN',
      text,
      billed_characters: text.length,
    })),
  };
}
