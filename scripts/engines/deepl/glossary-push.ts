/** `npm run glossary -- push`: shows what would change on the account, and changes it. */
import type { EngineEnvironment, GlossaryEntries, LanguagePair } from '../engine.ts';
import { isComplete, ownGlossaries, syncGlossaries } from './glossary.ts';
import { readEntries } from './api.ts';
import { openAccount, type Account } from './account.ts';
import { pairKey, wantedGlossaries, type Dictionary } from './wanted-glossaries.ts';

/** Difference of one dictionary, as source forms. */
export interface DictionaryChange extends LanguagePair {
  readonly entries: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface GlossaryPlan {
  /** One glossary each; more than one only where variants of one language differ. */
  readonly glossaries: readonly {
    readonly name: string;
    readonly upToDate: boolean;
    readonly dictionaries: readonly DictionaryChange[];
  }[];
  /** Pairs that DeepL has no glossaries for: there terms are marked in the text. */
  readonly without: readonly LanguagePair[];
  /** Entries that DeepL would refuse: control characters, outer space, more than 1024 bytes. */
  readonly unusable: readonly { readonly pair: LanguagePair; readonly source: string }[];
}

/**
 * What a push would change, compared with the project's newest glossary on the account. Changes nothing.
 * @throws EngineRefusal when DeepL does not answer or refuses the key.
 */
export async function planGlossary(
  environment: EngineEnvironment,
  glossaries: readonly GlossaryEntries[],
  signal: AbortSignal,
): Promise<GlossaryPlan> {
  const account = await openAccount(environment, { concurrency: 1 });
  return refusing(account, () => plan(account, environment.root, glossaries, signal));
}

/**
 * Brings the account up to date.
 * @returns what was changed.
 * @throws EngineRefusal as `planGlossary`; the account then still holds the old glossary whole.
 */
export async function pushGlossary(
  environment: EngineEnvironment,
  glossaries: readonly GlossaryEntries[],
  signal: AbortSignal,
): Promise<GlossaryPlan> {
  const account = await openAccount(environment, { concurrency: 1 });
  return refusing(account, async () => {
    const planned = await plan(account, environment.root, glossaries, signal);
    const wanted = wantedGlossaries(environment.root, glossaries);
    await syncGlossaries(account, environment.root, wanted.glossaries, signal);
    return planned;
  });
}

async function plan(
  account: Account,
  project: string,
  glossaries: readonly GlossaryEntries[],
  signal: AbortSignal,
): Promise<GlossaryPlan> {
  const { glossaries: wanted, without, unusable } = wantedGlossaries(project, glossaries);
  const own = await ownGlossaries(account, project, signal);
  const previous = own[0];
  const planned = [];
  for (const { name, dictionaries } of wanted) {
    const there = own.find((info) => isComplete(info, { name, dictionaries }));
    const changes: DictionaryChange[] = [];
    for (const dictionary of dictionaries) {
      const has = previous?.dictionaries.some(
        (info) => pairKey({ source: info.source_lang, target: info.target_lang }) === pairKey(dictionary),
      );
      const old =
        there !== undefined
          ? dictionary.entries
          : previous !== undefined && has === true
            ? await readEntries(account, previous.glossary_id, dictionary, signal)
            : new Map<string, string>();
      changes.push(compare(old, dictionary));
    }
    planned.push({ name, upToDate: there !== undefined, dictionaries: changes });
  }
  return { glossaries: planned, without, unusable };
}

function compare(old: ReadonlyMap<string, string>, { source, target, entries }: Dictionary): DictionaryChange {
  const forms = [...entries.keys()];
  return {
    source,
    target,
    entries: entries.size,
    added: forms.filter((form) => !old.has(form)),
    changed: forms.filter((form) => old.has(form) && old.get(form) !== entries.get(form)),
    removed: [...old.keys()].filter((form) => !entries.has(form)),
  };
}

async function refusing<Result>(account: Account, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw account.refusal(error);
  }
}
