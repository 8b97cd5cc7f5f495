/** A forge's HTTP API: JSON both ways, errors in one line, the token in no message. */
import { z } from 'zod/mini';
import { RepositoryError } from '../../../project/errors.ts';

const problem = z.object({ message: z.optional(z.unknown()), error: z.optional(z.unknown()) });

export type Call = <Schema extends z.ZodMiniType>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  schema: Schema,
  body?: unknown,
) => Promise<z.infer<Schema>>;

/**
 * @param base the API's address.
 * @param headers with the token.
 * @param remedy what to do where the forge refuses, a sentence.
 */
export function forgeApi(base: string, headers: Readonly<Record<string, string>>, remedy: string): Call {
  return async (method, path, schema, body) => {
    const response = await send(`${base}${path}`, {
      method,
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const data: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      const said = problem.safeParse(data);
      const reason = said.success ? JSON.stringify(said.data.message ?? said.data.error ?? '') : '';
      throw new RepositoryError(
        `the forge answered ${response.status} to ${method} ${path.split('?', 1)[0]}: ${reason}.`,
        { remedy },
      );
    }
    const read = schema.safeParse(data);
    if (!read.success)
      throw new RepositoryError(`the forge’s answer to ${method} ${path} is not understood.`, { remedy });
    return read.data;
  };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : '';
    throw new RepositoryError(`the forge cannot be reached: ${reason}.`, { cause });
  }
}
