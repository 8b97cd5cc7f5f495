import type { FilePlan } from './plan-file.ts';

/** The languages, and the hashes of the sources, that need a translation. */
export function workOf(plans: readonly FilePlan[]): {
  readonly languages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
} {
  const items = plans.flatMap(({ languages }) => languages.flatMap((one) => one.items));
  return {
    languages: new Set(items.map(({ language }) => language)),
    sources: new Set(items.map(({ unit }) => unit.expected.source.hash)),
  };
}
