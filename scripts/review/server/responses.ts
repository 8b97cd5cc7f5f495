/** Answers of the page's server: what a browser may do with them is said with each. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequest } from './bad-request.ts';

/** Nothing but the server's own files, and no text ever becomes markup: the browser itself refuses it. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** An article: nothing runs in it, nothing is loaded but the stylesheet and the project's own images. */
const ARTICLE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export type Kind = 'page' | 'article' | 'data';

const POLICIES: Readonly<Record<Kind, string>> = { page: PAGE_POLICY, article: ARTICLE_POLICY, data: DATA_POLICY };

export function headers(kind: Kind, type: string): Record<string, string> {
  return { ...COMMON, 'content-security-policy': POLICIES[kind], 'content-type': type };
}

export function send(response: ServerResponse, kind: Kind, type: string, body: string | Buffer): void {
  response.writeHead(200, headers(kind, type)).end(body);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, headers('data', 'application/json; charset=utf-8')).end(JSON.stringify(value ?? null));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, headers('data', 'text/plain; charset=utf-8')).end(`${text}\n`);
}

const MOST_BYTES = 32 * 2 ** 20;

/** @throws BadRequest when the body is too long, or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > MOST_BYTES) throw new BadRequest('The request is too long.');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch (cause) {
    throw new BadRequest('The request is no JSON.', { cause });
  }
}
