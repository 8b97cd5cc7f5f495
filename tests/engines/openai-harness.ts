/** An endpoint that speaks OpenAI's chat completions with structured output, and a model that puts accents on vowels. */
import { z } from 'zod';
import { accent, translateXml } from '../../scripts/bench/deepl-stub/translate.ts';
import { startHttpStub, type HttpStub, type JsonAnswer } from './http-stub.ts';

export type Translation = { readonly id: string; readonly text: string };

export interface OpenaiSettings {
  readonly key?: string;
  readonly fault?: (count: number) => JsonAnswer | undefined;
  /** It takes no schema for the answer's form. */
  readonly isFormless?: boolean;
  readonly change?: (translations: readonly Translation[]) => readonly unknown[];
  /** What the model writes around its JSON, and whether its answer is cut off. */
  readonly wrap?: (json: string) => string;
  readonly finish?: (texts: number) => string;
}

const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
  response_format: z
    .object({ type: z.literal('json_schema'), json_schema: z.looseObject({ strict: z.literal(true) }) })
    .optional(),
});
export const askSchema = z.object({
  terms: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
  texts: z.array(z.object({ id: z.string(), text: z.string(), context: z.string().optional() })),
});

export function startOpenaiStub(settings: OpenaiSettings = {}): Promise<HttpStub> {
  const {
    key,
    fault,
    isFormless = false,
    change = (all) => all,
    wrap = (json) => json,
    finish = () => 'stop',
  } = settings;
  return startHttpStub(({ method, path, headers, body }, count) => {
    if (`${method} ${path}` !== 'POST /v1/chat/completions') return fail(404, 'Not found', 'not_found');
    if (key !== undefined && headers['authorization'] !== `Bearer ${key}`)
      return fail(401, 'Incorrect API key provided', 'invalid_api_key');
    const told = fault?.(count);
    if (told !== undefined) return told;
    const read = bodySchema.safeParse(body);
    if (!read.success) return fail(400, read.error.message, 'invalid_request_error');
    if (isFormless && read.data.response_format !== undefined)
      return fail(400, 'This response_format type is unavailable now', 'invalid_request_error');
    const isForm = isFormless && read.data.messages[1].content.startsWith('{');
    if (read.data.response_format === undefined && !isForm) {
      const [bare] = change([{ id: '', text: accent(read.data.messages[1].content) }]);
      return completion('stop', z.object({ text: z.string() }).parse(bare).text);
    }
    const { texts, terms } = askSchema.parse(JSON.parse(read.data.messages[1].content));
    const entries = new Map(terms.map(({ from, to }) => [from, to]));
    const translations = texts.map(({ id, text }) => ({
      id,
      text: translateXml(text, { ignored: new Set(['t']), entries, transform: accent }).text,
    }));
    const content = wrap(JSON.stringify({ translations: change(translations) }));
    return completion(finish(texts.length), content);
  });
}

function completion(finish: string, content: string): JsonAnswer {
  const choice = { index: 0, finish_reason: finish, message: { role: 'assistant', content } };
  return { status: 200, body: { choices: [choice] } };
}

export function fail(status: number, message: string, code: string, headers: Record<string, string> = {}): JsonAnswer {
  return { status, body: { error: { message, code, type: code } }, headers };
}
