/** Which account of an engine's maker a machine uses, without telling its key. */
import { exactHash } from '../../project/hash.ts';

/**
 * @param engine its variables begin with its name: DEEPL_AUTH_KEY, DEEPL_SERVER_URL.
 * @returns a short hash of their values; empty where none is set.
 */
export function accountOf(engine: string, variables: Readonly<Record<string, string | undefined>>): string {
  const own = Object.entries(variables)
    .filter(([name, value]) => name.startsWith(`${engine.toUpperCase()}_`) && (value ?? '') !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return own.length === 0 ? '' : exactHash(JSON.stringify(own)).slice(0, 8);
}
