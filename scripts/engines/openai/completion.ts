/** What is believed of a language model's answer. */
import { z } from 'zod/mini';

/** The text that a model wrote; undefined where it refused. */
export type Completion = string | undefined;

export const completionSchema = z.object({
  choices: z
    .array(z.object({ finish_reason: z.nullish(z.string()), message: z.object({ content: z.nullish(z.string()) }) }))
    .check(z.minLength(1)),
});

const answerSchema = z.object({ translations: z.array(z.object({ id: z.string(), text: z.string() })) });

/**
 * The texts by their ids; undefined where an id is missing or stands twice. What stands around the JSON (models like to
 * fence it, or think aloud first) is cut off; nothing else is repaired.
 */
export function readCompletion(
  texts: readonly { readonly id: string }[],
  completion: Completion,
): readonly (string | undefined)[] {
  const byId = new Map<string, string | undefined>();
  for (const { id, text } of parseCompletion(completion)) byId.set(id, byId.has(id) ? undefined : text);
  return texts.map(({ id }) => byId.get(id));
}

/** An answer without the thoughts before it. */
export function withoutThoughts(completion: string): string {
  return completion.replace(/^\s*<think>[^]*?<\/think>/, '').trim();
}

function parseCompletion(completion = ''): readonly { readonly id: string; readonly text: string }[] {
  const said = withoutThoughts(completion);
  const json = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  try {
    const parsed = answerSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data.translations : [];
  } catch {
    return [];
  }
}
