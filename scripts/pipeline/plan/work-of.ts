import type { WorkItem } from './work-item.ts';

/** The languages, and the hashes of the sources, that need a translation. */
export function workOf(items: readonly WorkItem[]): {
  readonly languages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
} {
  return {
    languages: new Set(items.map(({ language }) => language)),
    sources: new Set(items.map(({ unit }) => unit.expected.source.hash)),
  };
}
