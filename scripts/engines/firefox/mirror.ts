/** Where models come from: Mozilla's own addresses, or a mirror on a server or in a folder. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineRefusal } from '../../project/errors.ts';
import { openHttp, type Http } from '../remote/http.ts';
import { addressSecrets, createHider, withoutPasswords } from '../remote/secret.ts';
import { readRegistry, type RemoteModel } from './registry.ts';

/** A source of models; what it throws is for `unreachable`. */
export interface Mirror {
  /** For messages; without a password. */
  readonly recordsAddress: string;
  addressOf(location: string): string;
  /** The records, as they are. */
  records(signal: AbortSignal): Promise<unknown>;
  /**
   * A file from its byte `from` on; from its beginning where the server knows no ranges.
   * @param most bytes that the file may have.
   */
  open(
    location: string,
    from: number,
    most: number,
    signal: AbortSignal,
  ): Promise<{ readonly continues: boolean; readonly body: AsyncIterable<Uint8Array> }>;
  /** What went wrong, without a password. */
  explain(cause: unknown): string;
}

const MOZILLA = {
  records: 'https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records',
  attachments: 'https://firefox-settings-attachments.cdn.mozilla.net/',
};
/** Milliseconds for the records, and for one file; what arrived of a file by then is kept for the next try. */
const RECORDS_TIME = 60_000;
const FILE_TIME = 1_800_000;
const MOST_RECORDS = 32_000_000;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Mozilla's own addresses, or those of a mirror: `records.json` and the files under their locations below one address.
 * Mozilla provides its own for Firefox; whoever fetches models often, in CI for example, should run a mirror.
 * @param address of the mirror, from `FIREFOX_MODELS_URL` or the configuration: HTTP, or a folder.
 * @param variables for proxies.
 * @param root that a folder is relative to.
 */
export function mirrorAt(address: string | undefined, variables: Variables = {}, root = '/'): Mirror {
  if (address === undefined || address === '') return server(MOZILLA.records, MOZILLA.attachments, variables);
  if (!/^https?:\/\//i.test(address))
    return folder(address.startsWith('file:') ? fileURLToPath(address) : resolve(root, address));
  const base = address.endsWith('/') ? address : `${address}/`;
  return server(`${base}records.json`, base, variables);
}

function server(records: string, attachments: string, variables: Variables): Mirror {
  const hider = createHider(addressSecrets(attachments));
  let opened: Promise<Http> | undefined;
  const http = (): Promise<Http> => (opened ??= openHttp(variables));
  return {
    recordsAddress: withoutPasswords(records),
    addressOf: (location) => withoutPasswords(attachments + location),
    async records(signal) {
      const answer = await (await http()).request(records, { timeout: RECORDS_TIME, most: MOST_RECORDS, signal });
      if (answer.status !== 200) throw new Error(`it answered ${answer.status}`);
      return JSON.parse(answer.text);
    },
    async open(location, from, most, signal) {
      const headers = from > 0 ? { range: `bytes=${from}-` } : {};
      const request = { timeout: FILE_TIME, most: most + 1, headers, signal };
      const { status, headers: got, body } = await (await http()).stream(attachments + location, request);
      const continues = status === 206 && got.get('content-range')?.startsWith(`bytes ${from}-`) === true;
      if (status !== 200 && !continues) throw new Error(`it answered ${status}`);
      return { continues, body };
    },
    explain: (cause) => hider.message(messageOf(rootOf(cause)).replace(/\.$/, '')),
  };
}

function folder(path: string): Mirror {
  const records = join(path, 'records.json');
  return {
    recordsAddress: records,
    addressOf: (location) => join(path, location),
    records: async () => JSON.parse(await readFile(records, 'utf8')),
    async open(location, from, _most, signal) {
      const file = join(path, location);
      if (!(await stat(file)).isFile()) throw new Error('it is no file');
      return { continues: from > 0, body: createReadStream(file, { start: from, signal }) };
    },
    explain: messageOf,
  };
}

/** Node says "fetch failed", and a proxy's refusal is two causes down. */
function rootOf(cause: unknown): unknown {
  return cause instanceof Error && cause.cause instanceof Error ? rootOf(cause.cause) : cause;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** @throws EngineRefusal when the registry cannot be read. */
export async function fetchRegistry(
  mirror: Mirror,
  architecture: string | undefined,
  signal: AbortSignal,
): Promise<readonly RemoteModel[]> {
  let body: unknown;
  try {
    body = await mirror.records(signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw unreachable(mirror, mirror.recordsAddress, cause);
  }
  const models = readRegistry(body, architecture);
  if (models === undefined)
    throw unreachable(mirror, mirror.recordsAddress, new Error('its answer is no list of models'));
  return models;
}

/** The error for an address that gives nothing usable. */
export function unreachable(mirror: Mirror, address: string, cause: unknown): EngineRefusal {
  return new EngineRefusal('network', `Firefox's models cannot be fetched from ${address}: ${mirror.explain(cause)}.`, {
    remedy: 'Check the network, or set FIREFOX_MODELS_URL to a mirror; what has been fetched is kept.',
  });
}
