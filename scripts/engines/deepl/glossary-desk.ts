/** Hands out the glossary of a language pair; the account is looked at when the first one is asked for. */
import type { GlossaryEntries, LanguagePair } from '../engine.ts';
import { syncGlossaries } from './glossary.ts';
import type { Account } from './account.ts';
import { pairKey, wantedGlossaries } from './wanted-glossaries.ts';

export interface GlossaryDesk {
  /**
   * @param stale an id that the service no longer knows, because somebody deleted it: it is made again.
   * @returns undefined where no glossary applies.
   * @throws what `Account.call` throws.
   */
  idFor(pair: LanguagePair, signal: AbortSignal, stale?: string): Promise<string | undefined>;
}

/** @param project the project's root. */
export function createGlossaryDesk(
  account: Account,
  project: string,
  glossaries: readonly GlossaryEntries[],
): GlossaryDesk {
  const wanted = wantedGlossaries(project, glossaries);
  let ids: Promise<readonly (string | undefined)[]> | undefined;
  return {
    async idFor(pair, signal, stale) {
      const index = wanted.byPair.get(pairKey(pair));
      if (index === undefined) return undefined;
      const current = await ids?.then((known) => known[index]);
      if (ids === undefined || (stale !== undefined && current === stale)) {
        ids = syncGlossaries(account, project, wanted.glossaries, signal);
      }
      return (await ids)[index];
    },
  };
}
