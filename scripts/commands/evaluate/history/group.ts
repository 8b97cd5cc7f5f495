/** Efforts added up by engine, language, namespace and month, as the user asks. */
import { measure, type Measures } from '../../../evaluation/measure.ts';
import { tokenizerFor } from '../../../evaluation/tokenizers/index.ts';
import type { PlacedEffort } from './index.ts';

export const GROUPS = ['engine', 'language', 'namespace', 'month'] as const;

export type Group = (typeof GROUPS)[number];

export interface EffortRow {
  /** One value a group, in the order asked for. */
  readonly names: readonly string[];
  readonly measures: Measures;
}

/** @param tokenizer undefined: the one that sacreBLEU chooses for each language. */
export function groupEfforts(
  efforts: readonly PlacedEffort[],
  groups: readonly Group[],
  tokenizer: string | undefined,
): EffortRow[] {
  const byNames = new Map<string, { readonly names: readonly string[]; readonly own: PlacedEffort[] }>();
  for (const effort of efforts) {
    const names = groups.map((group) => effort[group]);
    const key = names.join('\0');
    const row = byNames.get(key);
    if (row === undefined) byNames.set(key, { names, own: [effort] });
    else row.own.push(effort);
  }
  const sorted = [...byNames].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, { names, own }]) => {
    const measures = measure(
      own.map(({ draft, approved, language }) => ({
        output: draft,
        reference: approved,
        tokenizer: tokenizer ?? tokenizerFor(language),
      })),
    );
    return measures === undefined ? [] : [{ names, measures }];
  });
}
