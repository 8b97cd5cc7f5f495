/** A small HTTP server for engines that speak JSON; tests say what it answers. */
import { createServer } from 'node:http';

export interface JsonRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** `raw` is sent as it is; `cut` ends the connection in the middle. */
export type JsonAnswer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly raw: string }
  | { readonly cut: true }
  | { readonly stall: number };

export interface HttpStub {
  readonly url: string;
  readonly requests: readonly JsonRequest[];
  close(): Promise<void>;
}

/** Forms stay text. */
function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startHttpStub(answer: (request: JsonRequest, count: number) => JsonAnswer): Promise<HttpStub> {
  const requests: JsonRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const { method = '', url = '', headers } = incoming;
      const request = { method, path: url, headers, body: parseBody(text) };
      requests.push(request);
      const reply = answer(request, requests.length);
      if ('stall' in reply) return;
      response.setHeader('content-type', 'application/json');
      if ('cut' in reply) {
        response.setHeader('content-length', 1000);
        response.write('{"', () => response.destroy());
      } else if ('raw' in reply) {
        response.end(reply.raw);
      } else {
        for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
        response.statusCode = reply.status;
        response.end(JSON.stringify(reply.body));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
