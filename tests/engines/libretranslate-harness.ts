/** LibreTranslate as its API documentation describes it: HTML texts in, HTML texts out, errors as `{ "error": … }`. */
import { z } from 'zod';
import { accent, translateXml } from '../../scripts/bench/deepl-stub/translate.ts';
import { startHttpStub, type HttpStub, type JsonAnswer } from './http-stub.ts';

export interface LibreSettings {
  readonly key?: string;
  /** Characters that the server takes in one request. */
  readonly limit?: number;
  /** What to do instead of answering a translation; the count is of translations. */
  readonly fault?: (count: number) => JsonAnswer | undefined;
  readonly change?: (texts: readonly string[]) => readonly string[];
}

const LANGUAGES = [{ code: 'en', name: 'English', targets: ['es', 'it', 'pb', 'zt', 'fr'] }];
const bodySchema = z.object({
  q: z.array(z.string().min(1)),
  source: z.literal('en'),
  target: z.enum(['es', 'it', 'pb', 'zt', 'fr']),
  format: z.enum(['html', 'text']),
  api_key: z.string().optional(),
});

export function startLibreStub({
  key,
  limit = Infinity,
  fault,
  change = (texts) => texts,
}: LibreSettings = {}): Promise<HttpStub> {
  let count = 0;
  return startHttpStub(({ method, path, body }) => {
    if (`${method} ${path}` === 'GET /languages') return { status: 200, body: LANGUAGES };
    if (`${method} ${path}` !== 'POST /translate') return refuse(404, 'Not Found');
    const told = fault?.((count += 1));
    if (told !== undefined) return told;
    const read = bodySchema.safeParse(body);
    if (!read.success) return refuse(400, `Invalid request: ${read.error.message}`);
    if (key !== undefined && read.data.api_key !== key) return refuse(403, 'Invalid API key');
    const characters = read.data.q.join('').length;
    if (characters > limit)
      return refuse(400, `Invalid request: request (${characters}) exceeds text limit (${limit})`);
    const settings = { ignored: new Set(['code']), entries: new Map<string, string>(), transform: accent };
    const translatedText = change(
      read.data.q.map((text) => (read.data.format === 'html' ? translateXml(text, settings).text : accent(text))),
    );
    return { status: 200, body: { translatedText } };
  });
}

export function refuse(status: number, error: string): JsonAnswer {
  return { status, body: { error } };
}
