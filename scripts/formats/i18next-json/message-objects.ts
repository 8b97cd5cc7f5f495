import type { BundleValue } from './bundle-values.ts';

/** What stands beside a message in Docusaurus' `code.json` and Chrome's `messages.json`, for the translator alone. */
const BESIDE = new Set(['description', 'placeholders', 'hash']);

/**
 * Takes the descriptions out of `{ "message": …, "description": … }`: no reader sees them. They stay in a translation that has
 * them.
 */
export function withoutDescriptions(found: readonly BundleValue[]): readonly BundleValue[] {
  const members = new Map<string, Set<string>>();
  for (const { path } of found) {
    for (let depth = 0; depth < path.length; depth += 1) {
      const parent = JSON.stringify(path.slice(0, depth));
      const names = members.get(parent) ?? new Set<string>();
      members.set(parent, names.add(String(path[depth])));
    }
  }
  const isMessage = (parent: string): boolean => {
    const names = members.get(parent) ?? new Set<string>();
    return names.has('message') && names.size > 1 && [...names].every((name) => name === 'message' || BESIDE.has(name));
  };
  return found.filter(({ path }) =>
    path.every((name, depth) => !BESIDE.has(String(name)) || !isMessage(JSON.stringify(path.slice(0, depth)))),
  );
}
