/**
 * DeepL's multilingual glossaries (v3). A glossary is never changed in place: its name carries a hash of its content, a
 * change makes a new one, and older ones go only when the new one is complete. So a run always works with all of the
 * entries that it asked for, whatever fails half way and whoever else works on another branch. The free plan holds one
 * glossary only; there the old one is renamed first, so that nobody takes it for complete, and named again at the end.
 */
import {
  createGlossary,
  deleteDictionary,
  deleteGlossary,
  listGlossaries,
  renameGlossary,
  replaceDictionary,
  type Glossary,
} from './api.ts';
import type { Account } from './account.ts';
import { namePrefix, pairKey, type WantedGlossary } from './wanted-glossaries.ts';

/** How many older glossaries stay for runs on other branches. */
const KEPT = 2;

/**
 * Makes sure that the account holds the glossaries, and removes older ones of the project.
 * @returns their ids; undefined where the account will not hold it (another glossary fills a free account, or the server
 * has no glossaries): terms must then be marked in the text.
 * @throws what `Account.call` throws.
 */
export async function syncGlossaries(
  account: Account,
  project: string,
  wanted: readonly WantedGlossary[],
  signal: AbortSignal,
): Promise<readonly (string | undefined)[]> {
  if (wanted.length === 0) return [];
  try {
    const own = await ownGlossaries(account, project, signal);
    const ids: (string | undefined)[] = [];
    const spare = new Set(own);
    for (const one of wanted) {
      const there = own.find((info) => isComplete(info, one));
      if (there !== undefined) spare.delete(there);
      const id = there?.glossary_id ?? (await makeGlossary(account, project, one, [...spare], signal));
      for (const info of spare) if (info.glossary_id === id) spare.delete(info);
      ids.push(id);
    }
    await removeGlossaries(account, [...spare].slice(KEPT), signal);
    return ids;
  } catch (error) {
    const { kind, passing, message } = account.diagnose(error);
    if ((kind !== 'unavailable' && kind !== 'unsupported') || passing) throw error;
    account.note(`${message} Terms are checked, but DeepL does not know them.`);
    return wanted.map(() => undefined);
  }
}

/** What cannot be removed now (another run may have done it) is left to the next run: nothing depends on it. */
async function removeGlossaries(account: Account, older: readonly Glossary[], signal: AbortSignal): Promise<void> {
  try {
    for (const info of older) await deleteGlossary(account, info.glossary_id, signal);
  } catch {
    signal.throwIfAborted();
  }
}

async function makeGlossary(
  account: Account,
  project: string,
  wanted: WantedGlossary,
  older: readonly Glossary[],
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const made = await createGlossary(account, wanted.name, wanted.dictionaries, signal);
    return made.glossary_id;
  } catch (error) {
    const { kind, message } = account.diagnose(error);
    const last = older[0];
    if (kind !== 'unsupported' && kind !== 'quota') throw error;
    if (last === undefined) {
      account.note(`${message} Terms are checked, but DeepL does not know them.`);
      return undefined;
    }
    return rewriteGlossary(account, project, wanted, last, signal);
  }
}

/** Only for accounts that hold one glossary: the name says that it is incomplete as long as it is. */
async function rewriteGlossary(
  account: Account,
  project: string,
  wanted: WantedGlossary,
  info: Glossary,
  signal: AbortSignal,
): Promise<string> {
  const id = info.glossary_id;
  await renameGlossary(account, id, `${namePrefix(project)}updating`, signal);
  for (const dictionary of wanted.dictionaries) await replaceDictionary(account, id, dictionary, signal);
  const stays = new Set(wanted.dictionaries.map(pairKey));
  for (const { source_lang: source, target_lang: target } of info.dictionaries) {
    if (stays.has(pairKey({ source: source.toLowerCase(), target: target.toLowerCase() }))) continue;
    await deleteDictionary(account, id, { source, target }, signal);
  }
  await renameGlossary(account, id, wanted.name, signal);
  return id;
}

/** The project's glossaries on the account, newest first. */
export async function ownGlossaries(
  account: Account,
  project: string,
  signal: AbortSignal,
): Promise<readonly Glossary[]> {
  const prefix = namePrefix(project);
  const all = await listGlossaries(account, signal);
  return all
    .filter(({ name }) => name.startsWith(prefix) && /^(?:[\da-f]{16}|updating)$/.test(name.slice(prefix.length)))
    .toSorted((a, b) => byTime(b) - byTime(a) || (a.glossary_id < b.glossary_id ? 1 : -1));
}

/** Somebody may have edited it by hand: besides the name, the number of entries must fit. */
export function isComplete(info: Glossary, wanted: WantedGlossary): boolean {
  if (info.name !== wanted.name || info.dictionaries.length !== wanted.dictionaries.length) return false;
  const counts = new Map(
    info.dictionaries.map(({ source_lang, target_lang, entry_count }) => [
      pairKey({ source: source_lang.toLowerCase(), target: target_lang.toLowerCase() }),
      entry_count,
    ]),
  );
  return wanted.dictionaries.every((dictionary) => counts.get(pairKey(dictionary)) === dictionary.entries.size);
}

/** A time that cannot be read is the oldest. */
function byTime({ creation_time: time }: Glossary): number {
  return Date.parse(time) || 0;
}
