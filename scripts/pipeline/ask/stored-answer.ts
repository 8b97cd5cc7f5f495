/** Engine answers as text for the local store, and back; what does not fit its request any more is no answer. */
import { z } from 'zod/mini';
import type { EngineAnswer, EngineUnit } from '../../engines/engine.ts';
import type { Inline } from '../../units/unit.ts';

/** Codes are stored by id only: their markup is the request's own. */
type StoredInline = string | number | readonly [id: number, children: readonly StoredInline[]];

const storedInline: z.ZodMiniType<StoredInline> = z.lazy(() =>
  z.union([z.string(), z.number(), z.tuple([z.number(), z.array(storedInline)])]),
);

const storedAnswer = z.object({
  segments: z.array(z.array(storedInline)),
  unknownWords: z.optional(z.array(z.string())),
});

export function encodeAnswer(answer: Extract<EngineAnswer, { ok: true }>): string {
  const { segments, unknownWords } = answer;
  return JSON.stringify({ segments: segments.map((segment) => segment.map(encode)), unknownWords });
}

function encode(item: Inline): StoredInline {
  if (item.type === 'text') return item.text;
  return item.type === 'code' ? item.id : [item.id, item.children.map(encode)];
}

/** @returns undefined for no text, text that is no answer, or an answer to something else. */
export function decodeAnswer(text: string | undefined, request: EngineUnit): EngineAnswer | undefined {
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = storedAnswer.safeParse(data);
  if (!parsed.success || parsed.data.segments.length !== request.segments.length) return undefined;
  const known = new Map<number, Inline>();
  const collect = (items: readonly Inline[]): void => {
    for (const item of items) {
      if (item.type === 'text') continue;
      known.set(item.id, item);
      if (item.type === 'pair') collect(item.children);
    }
  };
  request.segments.forEach(collect);
  let fits = true;
  const decode = (item: StoredInline): Inline => {
    if (typeof item === 'string') return { type: 'text', text: item };
    const code = known.get(typeof item === 'number' ? item : item[0]);
    if (typeof item === 'number' && code?.type === 'code') return code;
    if (typeof item !== 'number' && code?.type === 'pair') return { ...code, children: item[1].map(decode) };
    fits = false;
    return { type: 'text', text: '' };
  };
  const segments = parsed.data.segments.map((segment) => segment.map(decode));
  if (!fits) return undefined;
  const { unknownWords } = parsed.data;
  return { ok: true, segments, ...(unknownWords === undefined ? {} : { unknownWords }) };
}
