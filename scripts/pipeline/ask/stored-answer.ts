/** Engine answers as text for the local store, and back; what does not fit its request any more is no answer. */
import type { EngineAnswer, EngineUnit } from '../../engines/engine.ts';
import type { Inline } from '../../units/unit.ts';

/** Codes are stored by id only: their markup is the request's own. */
type StoredInline = string | number | readonly [id: number, children: readonly StoredInline[]];

export function encodeAnswer(answer: Extract<EngineAnswer, { ok: true }>): string {
  const { segments, unknownWords } = answer;
  return JSON.stringify({ segments: segments.map((segment) => segment.map(encode)), unknownWords });
}

function encode(item: Inline): StoredInline {
  if (item.type === 'text') return item.text;
  return item.type === 'code' ? item.id : [item.id, item.children.map(encode)];
}

/**
 * Checked by hand, not by a schema: a run of a team reads one for each of its texts.
 * @returns undefined for no text, text that is no answer, or an answer to something else.
 */
export function decodeAnswer(text: string | undefined, request: EngineUnit): EngineAnswer | undefined {
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('segments' in data)) return undefined;
  const stored = listOf(data.segments);
  if (stored?.length !== request.segments.length) return undefined;
  const segments: Inline[][] = [];
  const codes = new Map<number, Inline>();
  for (const segment of request.segments) collect(segment, codes);
  for (const one of stored) {
    const segment = decodeAll(one, codes);
    if (segment === undefined) return undefined;
    segments.push(segment);
  }
  if (!('unknownWords' in data)) return { ok: true, segments };
  const listed = listOf(data.unknownWords);
  const unknownWords = listed?.filter((word) => typeof word === 'string');
  if (unknownWords === undefined || unknownWords.length !== listed?.length) return undefined;
  return { ok: true, segments, unknownWords };
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function collect(items: readonly Inline[], codes: Map<number, Inline>): void {
  for (const item of items) {
    if (item.type === 'text') continue;
    codes.set(item.id, item);
    if (item.type === 'pair') collect(item.children, codes);
  }
}

/** @returns undefined where an item is none, or the request has no such code. */
function decodeAll(value: unknown, codes: ReadonlyMap<number, Inline>): Inline[] | undefined {
  const items = listOf(value);
  if (items === undefined) return undefined;
  const content: Inline[] = [];
  for (const item of items) {
    const decoded = decode(item, codes);
    if (decoded === undefined) return undefined;
    content.push(decoded);
  }
  return content;
}

function decode(item: unknown, codes: ReadonlyMap<number, Inline>): Inline | undefined {
  if (typeof item === 'string') return { type: 'text', text: item };
  if (typeof item === 'number') {
    const code = codes.get(item);
    return code?.type === 'code' ? code : undefined;
  }
  const [id, inner, more] = listOf(item) ?? [];
  const pair = typeof id === 'number' && more === undefined ? codes.get(id) : undefined;
  if (pair?.type !== 'pair') return undefined;
  const children = decodeAll(inner, codes);
  return children === undefined ? undefined : { ...pair, children };
}
