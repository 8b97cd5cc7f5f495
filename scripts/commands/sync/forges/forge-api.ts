/** A forge's HTTP API: JSON both ways, errors in one line, the token in no message and on no other server. */
import { z } from 'zod/mini';
import { HttpFailure } from '../../../engines/remote/http-failure.ts';
import { openHttp, type HttpAnswer, type HttpRequest } from '../../../engines/remote/http.ts';
import { createHider } from '../../../engines/remote/secret.ts';
import { RepositoryError } from '../../../project/errors.ts';

const problem = z.object({ message: z.optional(z.unknown()), error: z.optional(z.unknown()) });

export type Call = <Schema extends z.ZodMiniType>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  schema: Schema,
  body?: unknown,
) => Promise<z.infer<Schema>>;

export interface ForgeAccess {
  /** The API's address. */
  readonly base: string;
  /** With the token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string;
  /** What to do where the forge refuses, a sentence. */
  readonly remedy: string;
  /** The environment: proxies. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const MOST_BYTES = 20_000_000;

export function forgeApi({ base, headers, token, remedy, variables }: ForgeAccess): Call {
  const hider = createHider([token]);
  return async (method, path, schema, body) => {
    const { status, text } = await send(variables, `${base}${path}`, hider.message, {
      method,
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeout: 60_000,
      most: MOST_BYTES,
    });
    const data = jsonOf(text);
    if (status < 200 || status > 299) {
      const said = problem.safeParse(data);
      const reason = said.success ? JSON.stringify(said.data.message ?? said.data.error ?? '') : '';
      throw new RepositoryError(
        `the forge answered ${status} to ${method} ${path.split('?', 1)[0]}: ${hider.message(reason)}.`,
        { remedy },
      );
    }
    const read = schema.safeParse(data);
    if (!read.success)
      throw new RepositoryError(`the forge’s answer to ${method} ${path} is not understood.`, { remedy });
    return read.data;
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(
  variables: ForgeAccess['variables'],
  address: string,
  shown: (text: string) => string,
  request: HttpRequest,
): Promise<HttpAnswer> {
  try {
    return await (await openHttp(variables)).request(address, request);
  } catch (cause) {
    if (cause instanceof HttpFailure)
      throw new RepositoryError(`the forge cannot be used: ${shown(cause.message)}.`, { cause });
    const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : '';
    throw new RepositoryError(`the forge cannot be reached: ${shown(reason)}.`, { cause });
  }
}
