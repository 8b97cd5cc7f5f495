/**
 * Findings that a project knows and lives with: written by `check --update-baseline`, kept in git, no longer told. Gaps
 * and stale texts are never among them: they are work, and what is to be done must not get lost.
 */
import { z } from 'zod/mini';
import type { Layout } from '../../project/layout/layout.ts';
import { SourceError } from '../../project/errors.ts';
import { readBytes } from '../../pipeline/see/source/sources.ts';
import { ruleOf, type Fault } from './fault.ts';

const WORK = new Set(['missing', 'stale', 'unreviewed', 'unrecorded']);

const schema = z.array(
  z.object({
    rule: z.string(),
    file: z.string(),
    language: z.optional(z.string()),
    key: z.optional(z.string()),
    message: z.string(),
  }),
);

export interface Known {
  /** Faults that are not in the baseline. */
  readonly fresh: readonly Fault[];
  readonly known: number;
  /** Entries of the baseline that nothing fits any more. */
  readonly gone: number;
}

/** Where it lies: among the records, but none of them. */
export function baselineFile({ records }: Layout): string {
  return `${records}/baseline.json`;
}

/**
 * @param file the baseline, relative to the root.
 * @throws SourceError when the baseline is no list of findings.
 */
export function withoutKnown(root: string, file: string, faults: readonly Fault[]): Known {
  const left = new Map<string, number>();
  for (const entry of readBaseline(root, file)) {
    const name = nameOf(entry);
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  const fresh = faults.filter((fault) => {
    const name = nameOf({ ...fault, rule: ruleOf(fault) });
    const count = WORK.has(fault.kind) ? 0 : (left.get(name) ?? 0);
    if (count > 0) left.set(name, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: faults.length - fresh.length, gone };
}

/** The text of the baseline for these faults; null where there is nothing to keep. A line each, so that git merges it. */
export function baselineText(faults: readonly Fault[]): string | null {
  const lines = faults
    .filter(({ kind }) => !WORK.has(kind))
    .map((fault) => {
      const { file, language, key, message } = fault;
      return JSON.stringify({ rule: ruleOf(fault), file, language, key, message });
    })
    .toSorted();
  return lines.length === 0 ? null : `[\n${lines.join(',\n')}\n]\n`;
}

function readBaseline(root: string, file: string): z.infer<typeof schema> {
  const bytes = readBytes(root, file);
  if (bytes === undefined) return [];
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new SourceError('is no list of known findings.', {
      place: { file },
      remedy: 'Restore it from git, or write it anew with check --update-baseline.',
      cause,
    });
  }
}

/** Without line and column: a finding moves with its text. */
function nameOf({ rule, file, language, key, message }: z.infer<typeof schema>[number]): string {
  return JSON.stringify([rule, file, language, key, message]);
}
