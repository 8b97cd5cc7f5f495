/** Runs of n things, counted. */
export type Counts = ReadonlyMap<string, number>;

/** Every run of `order` tokens that stand together. */
export function countRuns(tokens: readonly string[], order: number): Counts {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= tokens.length; start++) {
    // No token holds a space.
    const run = order === 1 ? (tokens[start] ?? '') : tokens.slice(start, start + order).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** How many runs of one are in the other, too, each as often as the other has it. */
export function common(one: Counts, other: Counts): number {
  let sum = 0;
  for (const [run, count] of one) sum += Math.min(count, other.get(run) ?? 0);
  return sum;
}
