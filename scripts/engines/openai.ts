/** Language models behind any endpoint that speaks OpenAI's chat completions. */
import { z } from 'zod/mini';
import type { Engine } from './engine.ts';
import { completionSchema, readCompletion, type Completion } from './openai/completion.ts';
import { barePrompt, sectionPrompt, TERM, type Prompt } from './openai/prompt.ts';
import { readStyleGuide } from './openai/style-guide.ts';
import { httpEngine, type TextRequest } from './remote/http-engine.ts';
import { HttpFailure } from './remote/http-failure.ts';
import { readAnswer } from './remote/service.ts';

const ADDRESS = 'Check OPENAI_BASE_URL: the addresses of Ollama, llama.cpp and vLLM end with /v1';

/** What a section's instructions take besides the project's own. */
const PROMPT_TOKENS = 300;

const options = {
  /** Name of the model; OPENAI_MODEL where it is not set. */
  model: z.optional(z.string().check(z.minLength(1))),
  /** Tone, audience, style: added to the instructions as it is. */
  instructions: z._default(z.string(), ''),
  /** For whom the text is. */
  audience: z._default(z.string(), ''),
  /** A Markdown file of the project that says how to write. */
  styleGuide: z.optional(z.string()),
  temperature: z.optional(z.number().check(z.minimum(0), z.maximum(2))),
  /** EUR for a million tokens read and written, for the price of a dry run. */
  prices: z.optional(
    z.strictObject({ input: z.number().check(z.nonnegative()), output: z.number().check(z.nonnegative()) }),
  ),
  /** Characters of source text in one request: about a section. */
  characters: z._default(z.int().check(z.positive()), 3000),
};

export const openai: Engine = httpEngine({
  name: 'openai',
  title: 'OpenAI endpoint',
  description:
    'OpenAI or any compatible endpoint (`OPENAI_BASE_URL`), Ollama, llama.cpp, vLLM: a language model with your style',
  terms: ['prompt', 'token'],
  address: { variable: 'OPENAI_BASE_URL', standard: () => 'https://api.openai.com/v1' },
  key: { variable: 'OPENAI_API_KEY', required: 'official', header: (key) => `Bearer ${key}` },
  options,
  times: { timeout: 120, patience: 180, firstWait: 0.5, longestWait: 10 },
  tags: { term: TERM },
  repeats: true,
  explain: ({ code, status }) => {
    if (code === 'insufficient_quota') return { kind: 'quota', advice: 'Check the account.', passing: false };
    if (status === 404) return { advice: `${code === 'model_not_found' ? 'Check the name of the model' : ADDRESS}.` };
    return code === 'context_length_exceeded' ? { split: true, passing: false } : undefined;
  },
  missing({ model, styleGuide }, environment) {
    readStyleGuide(styleGuide, environment.root);
    const named = model ?? environment.variables['OPENAI_MODEL'];
    return named ? undefined : 'No model is named. Set "engines.openai.model" in l10n.config.json or OPENAI_MODEL.';
  },
  fingerprint({ styleGuide }, environment) {
    return `${environment.variables['OPENAI_MODEL'] ?? ''} ${readStyleGuide(styleGuide, environment.root)}`.trim();
  },
  estimate(options, { characters, requests }, environment) {
    const { prices } = options;
    // About four characters a token in English, three in most other languages.
    const own = instructionsOf({ options, environment }).join('\n').length;
    const input = Math.ceil((1.3 * characters) / 4 + requests * (PROMPT_TOKENS + own / 4));
    const output = Math.ceil((1.3 * characters) / 3);
    const price = prices === undefined ? undefined : (input * prices.input + output * prices.output) / 1e6;
    return { tokens: input + output, price };
  },
  limits: ({ characters }) => ({ texts: Infinity, characters, articles: true }),
  async translate(request) {
    if (request.tagged) {
      const { texts } = request;
      const completion = await completeInForm(request, sectionPrompt(request, instructionsOf(request)));
      return readCompletion(texts, completion);
    }
    const bare = request.texts.map(async (text) =>
      complete(request, barePrompt(text.text, request, instructionsOf(request))),
    );
    return Promise.all(bare);
  },
});

type Request = TextRequest<z.output<z.ZodMiniObject<typeof options>>>;

function instructionsOf({
  options: { audience, instructions, styleGuide },
  environment,
}: Pick<Request, 'options' | 'environment'>): readonly string[] {
  return [
    audience === '' ? '' : `The readers: ${audience}`,
    readStyleGuide(styleGuide, environment.root),
    instructions,
  ].filter((line) => line !== '');
}

/** Endpoints that take no schema for the answer's form, by the project's use of them. */
const formless = new WeakSet<Request['environment']>();

/** Servers that know no JSON schemas refuse the request; the form stands in its words, too. */
async function completeInForm(request: Request, { schema, ...prompt }: Prompt): Promise<Completion> {
  const { environment } = request;
  if (schema === undefined || formless.has(environment)) return complete(request, prompt);
  try {
    return await complete(request, { ...prompt, schema });
  } catch (error) {
    if (!(error instanceof HttpFailure) || !isAboutForm(error)) throw error;
    if (!formless.has(environment))
      environment.note('The OpenAI endpoint takes no JSON schema for its answers: asked without one.');
    formless.add(environment);
    return complete(request, prompt);
  }
}

function isAboutForm({ status, message }: HttpFailure): boolean {
  return (status === 400 || status === 422 || status === 501) && /response_format|json_schema|schema/i.test(message);
}

/** @returns what the model wrote; undefined where it refused to answer. */
function complete(
  { options: { model, temperature }, environment, call }: Request,
  prompt: Prompt,
): Promise<Completion> {
  const { system, user, schema } = prompt;
  const body = {
    model: model ?? environment.variables['OPENAI_MODEL'] ?? '',
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    ...(schema === undefined
      ? {}
      : { response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema } } }),
    ...(temperature === undefined ? {} : { temperature }),
  };
  const headers = { 'content-type': 'application/json' };
  return call({ path: '/chat/completions', method: 'POST', headers, body: JSON.stringify(body) }, (json) => {
    const [choice] = readAnswer(completionSchema, json).choices;
    if (choice?.finish_reason === 'length')
      throw new HttpFailure(200, 'the answer was cut off', { code: 'context_length_exceeded' });
    return choice?.message.content ?? undefined;
  });
}
