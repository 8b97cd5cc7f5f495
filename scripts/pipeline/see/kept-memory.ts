/** `locales/.memory/<language>.jsonl`: people's translations whose unit has left the source. */
import { z } from 'zod/mini';
import type { Project } from './project.ts';
import { readBytes } from './source/sources.ts';

/** A line with a field of a later version says something that is not understood: it is kept as it is. */
const keptSchema = z.strictObject({
  namespace: z.string(),
  key: z.string(),
  source: z.string(),
  target: z.string(),
  state: z.enum(['initial', 'translated', 'reviewed', 'final']),
  /** Of a plural or context form that the source did not have: the key whose text its source is. */
  of: z.optional(z.string()),
  /** Who wrote the target, where it is no person: an approved draft, or text that came with an import. */
  origin: z.optional(z.string()),
});

export type KeptText = z.infer<typeof keptSchema>;

export interface KeptMemory {
  readonly texts: readonly KeptText[];
  /** Lines that say nothing that can be read; they are kept as they are. */
  readonly unread: readonly string[];
  /** The file as it was read; undefined where there was none. */
  readonly seen?: string | undefined;
}

export function readKeptMemory({ root, layout }: Project, language: string): KeptMemory {
  const seen = readBytes(root, layout.memory(language))?.toString('utf8');
  const texts: KeptText[] = [];
  const unread: string[] = [];
  for (const line of (seen ?? '').split('\n')) {
    if (line.trim() === '') continue;
    const parsed = keptSchema.safeParse(parse(line));
    if (parsed.success) texts.push(parsed.data);
    else unread.push(line);
  }
  return { texts, unread, seen };
}

/**
 * Sorted and without repetition, so that two branches that keep the same text write the same line.
 * @returns null where nothing is kept: then there is no such file.
 */
export function printKeptMemory(memory: KeptMemory): string | null {
  const lines = memory.texts.map(({ namespace, key, source, target, state, of, origin }) =>
    JSON.stringify({ namespace, key, source, target, state, of, origin: origin === 'person' ? undefined : origin }),
  );
  const all = new Set([...memory.unread, ...lines.toSorted((a, b) => (a < b ? -1 : 1))]);
  return all.size === 0 ? null : [...all].map((line) => `${line}\n`).join('');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The memories of a run, by language: each is read when it is first asked for. */
export interface KeptMemories {
  get(language: string): KeptMemory;
  set(language: string, memory: KeptMemory): void;
}

export function keptMemories(project: Project): KeptMemories {
  const loaded = new Map<string, KeptMemory>();
  return {
    get(language) {
      const memory = loaded.get(language) ?? readKeptMemory(project, language);
      loaded.set(language, memory);
      return memory;
    },
    set(language, memory) {
      loaded.set(language, memory);
    },
  };
}
