/**
 * Who may ask the page's server for anything: requests that name it by an address of its own, come from its own page, and,
 * where a token is demanded, have it. What a web site elsewhere makes a browser send does not.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import { isIP } from 'node:net';

export interface Guard {
  /** Where the server listens, as given: `127.0.0.1`, `0.0.0.0`, a name. */
  readonly host: string;
  readonly port: number;
  /** undefined: none is demanded, which is for loopback alone. */
  readonly token: string | undefined;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an address is this machine's own and nobody else's. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || host === '::1';
}

/** @returns why a request is refused, for the one who sent it; undefined: it may pass. */
export function refusal(request: IncomingMessage, guard: Guard): string | undefined {
  const host = request.headers.host ?? '';
  if (!isOwnHost(host, guard)) return 'The Host of the request is not one of this server.';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'The request comes from another site.';
  const site = request.headers['sec-fetch-site'];
  const isOpening = request.method === 'GET' && pathOf(request) === '/';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpening)
    return 'The request comes from another site.';
  if (request.method === 'POST') {
    if (origin === undefined) return 'A request that changes something must say its Origin.';
    if (request.headers['content-type'] !== 'application/json') return 'A request that changes something is JSON.';
  }
  if (guard.token !== undefined && !hasToken(request, guard.token, guard.port))
    return 'The token is missing or wrong: open the address that npm run review printed.';
  return undefined;
}

function isOwnHost(host: string, { host: own, port }: Guard): boolean {
  const match = /^(.+?)(?::(\d+))?$/.exec(host.toLowerCase());
  const name = match?.[1] ?? '';
  if (Number(match?.[2] ?? 80) !== port) return false;
  if (LOOPBACK.includes(name) || name === own.toLowerCase() || name === `[${own.toLowerCase()}]`) return true;
  // Listening everywhere: any address of the machine, but no name that an outsider could point at it.
  const isEverywhere = own === '0.0.0.0' || own === '::';
  return isEverywhere && (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === hostname().toLowerCase());
}

/** The cookie's name; ports do not tell cookies apart. */
export function cookieName(port: number): string {
  return `glossa-${port}`;
}

function hasToken(request: IncomingMessage, token: string, port: number): boolean {
  const start = `${cookieName(port)}=`;
  const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  const fromCookie = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
  const fromHeader = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const fromAddress = pathOf(request) === '/' ? queryOf(request).get('token') : null;
  // In a cookie it stands encoded: it may hold any character.
  if (fromCookie !== undefined && isSame(fromCookie, encodeURIComponent(token))) return true;
  return [fromHeader, fromAddress].some((given) => typeof given === 'string' && isSame(given, token));
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The path of a request, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

export function queryOf(request: IncomingMessage): URLSearchParams {
  const url = request.url ?? '/';
  return new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
}
