import type { BundleValue } from './bundle-values.ts';

/** What stands beside a message in Docusaurus' `code.json` and Chrome's `messages.json`, for the translator alone. */
const BESIDE = new Set(['description', 'placeholders', 'hash']);
/** Of these a program needs each in every language. */
const PROGRAMS = new Set(['placeholders']);

/**
 * Takes the descriptions out of `{ "message": …, "description": … }`: no reader sees them, and they stay in a translation that
 * has them. What Chrome fills in (`placeholders`) is copied, and no text.
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
  return found.flatMap((one): readonly BundleValue[] => {
    const beside = one.path.find(
      (name, depth) => BESIDE.has(String(name)) && isMessage(JSON.stringify(one.path.slice(0, depth))),
    );
    if (beside === undefined) return [one];
    if (!PROGRAMS.has(String(beside))) return [];
    return [one.type === 'string' ? { ...one, type: 'copied' } : one];
  });
}
