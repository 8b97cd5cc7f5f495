/** A merge of three ordered maps, entry by entry: what one side changed counts; what both changed is settled by a rule. */

/** A thing as both sides found it, and as each has it now. */
export interface Sides<Thing> {
  readonly base: Thing;
  /** The bot's branch. */
  readonly ours: Thing;
  /** The branch that people work on. */
  readonly theirs: Thing;
}

export type Side = 'ours' | 'theirs';

/**
 * @param print what two values are compared by.
 * @param settle the values for a key that both sides changed differently; one of them may lack it.
 * @returns in the order of ours; what only theirs has stands behind what precedes it there.
 */
export function mergeMaps<Value>(
  { base, ours, theirs }: Sides<ReadonlyMap<string, Value>>,
  print: (value: Value) => string,
  settle: (key: string) => readonly Value[],
): Map<string, readonly Value[]> {
  const said = (map: ReadonlyMap<string, Value>, key: string): string | undefined => {
    const value = map.get(key);
    return value === undefined ? undefined : print(value);
  };
  const merged = (key: string): readonly Value[] => {
    const [before, own, other] = [said(base, key), said(ours, key), said(theirs, key)];
    if (own === other || other === before) return present(ours.get(key));
    if (own === before) return present(theirs.get(key));
    return settle(key);
  };
  const entries = order([...ours.keys()], [...theirs.keys()]).map((key) => [key, merged(key)] as const);
  return new Map(entries.filter(([, values]) => values.length > 0));
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}

function order(ours: readonly string[], theirs: readonly string[]): string[] {
  const known = new Set(ours);
  const behind = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const key of theirs) {
    if (known.has(key)) last = key;
    else behind.set(last, [...(behind.get(last) ?? []), key]);
  }
  return [...(behind.get(undefined) ?? []), ...ours.flatMap((key) => [key, ...(behind.get(key) ?? [])])];
}
