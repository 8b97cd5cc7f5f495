/**
 * DeepL's multilingual glossaries (v3). A glossary is never changed in place: its name carries a hash of its content, a
 * change makes a new one, and older ones go only when the new one is complete. So a run always works with all of the
 * entries that it asked for, whatever fails half way and whoever else works on another branch. The free plan holds one
 * glossary only; there the old one is renamed first, so that nobody takes it for complete, and named again at the end.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { MultilingualGlossaryDictionaryEntries, MultilingualGlossaryInfo } from 'deepl-node';
import type { GlossaryEntries, LanguagePair } from '../engine.ts';
import { glossaryPair } from './languages.ts';
import type { Service } from './service.ts';

/** One dictionary; codes are base codes. */
export interface Dictionary {
  readonly source: string;
  readonly target: string;
  readonly entries: ReadonlyMap<string, string>;
}

/** A glossary as it must be on the account. */
export interface WantedGlossary {
  readonly name: string;
  readonly dictionaries: readonly Dictionary[];
}

/** Which glossary serves which pair. */
export interface Wanted {
  readonly glossaries: readonly WantedGlossary[];
  /** Index into `glossaries`, by `pairKey`. */
  readonly byPair: ReadonlyMap<string, number>;
  /** Pairs that DeepL has no glossaries for. */
  readonly without: readonly LanguagePair[];
  /** Entries that DeepL would refuse. */
  readonly unusable: readonly { readonly pair: LanguagePair; readonly source: string }[];
}

/** How many older glossaries stay for runs on other branches. */
const KEPT = 2;
const LONGEST_TERM = 1024;

export function pairKey({ source, target }: LanguagePair): string {
  return `${source}>${target}`;
}

/**
 * What the account must hold. DeepL's dictionaries know base languages only, so pt-BR and pt-PT with different entries
 * need two glossaries.
 * @param project its folder's name becomes part of the glossary's name.
 */
export function wantedGlossaries(project: string, glossaries: readonly GlossaryEntries[]): Wanted {
  const sets: Map<string, Dictionary>[] = [];
  const byPair = new Map<string, number>();
  const without: LanguagePair[] = [];
  const unusable: { pair: LanguagePair; source: string }[] = [];
  for (const { source, target, entries } of glossaries) {
    const pair = glossaryPair(source, target);
    if (entries.size === 0) continue;
    if (pair === undefined) {
      without.push({ source, target });
      continue;
    }
    const usable = new Map<string, string>();
    for (const [from, to] of entries) {
      if (isUsable(from) && isUsable(to)) usable.set(from, to);
      else unusable.push({ pair: { source, target }, source: from });
    }
    if (usable.size === 0) continue;
    const dictionary: Dictionary = { ...pair, entries: usable };
    const key = pairKey(pair);
    const same = JSON.stringify(content(dictionary));
    let index = sets.findIndex((set) => {
      const there = set.get(key);
      return there === undefined || JSON.stringify(content(there)) === same;
    });
    if (index === -1) index = sets.push(new Map()) - 1;
    sets[index]?.set(key, dictionary);
    byPair.set(pairKey({ source, target }), index);
  }
  const prefix = namePrefix(project);
  const named = sets.map((set) => {
    const dictionaries = [...set.values()];
    const hash = createHash('sha256')
      .update(JSON.stringify(dictionaries.map(content).sort(byText)))
      .digest('hex');
    return { name: `${prefix}${hash.slice(0, 16)}`, dictionaries };
  });
  return { glossaries: named, byPair, without, unusable };
}

/**
 * Makes sure that the account holds the glossaries, and removes older ones of the project.
 * @returns their ids; undefined where the account will not hold it (another glossary fills a free account, or the server
 * has no glossaries): terms must then be marked in the text.
 * @throws what `Service.call` throws.
 */
export async function syncGlossaries(
  service: Service,
  project: string,
  wanted: readonly WantedGlossary[],
  signal: AbortSignal,
): Promise<readonly (string | undefined)[]> {
  if (wanted.length === 0) return [];
  try {
    const own = await ownGlossaries(service, project, signal);
    const ids: (string | undefined)[] = [];
    const kept = new Set<MultilingualGlossaryInfo>();
    for (const one of wanted) {
      const there = own.find((info) => isComplete(info, one));
      if (there !== undefined) kept.add(there);
      ids.push(
        there?.glossaryId ??
          (await makeGlossary(
            service,
            project,
            one,
            own.filter((info) => !kept.has(info)),
            signal,
          )),
      );
    }
    const older = own.filter((info) => !kept.has(info) && !ids.includes(info.glossaryId));
    for (const info of older.slice(KEPT)) {
      await service.call((client) => client.deleteMultilingualGlossary(info), signal);
    }
    return ids;
  } catch (error) {
    const { kind, remedy, message } = service.diagnose(error);
    if ((kind !== 'unavailable' && kind !== 'unsupported') || remedy === 'wait') throw error;
    service.note(`${message} Terms are checked, but DeepL does not know them.`);
    return wanted.map(() => undefined);
  }
}

async function makeGlossary(
  service: Service,
  project: string,
  wanted: WantedGlossary,
  older: readonly MultilingualGlossaryInfo[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const dictionaries = wanted.dictionaries.map((dictionary) => clientDictionary(service, dictionary));
  try {
    const made = await service.call((client) => client.createMultilingualGlossary(wanted.name, dictionaries), signal);
    return made.glossaryId;
  } catch (error) {
    const { kind, message } = service.diagnose(error);
    const last = older[0];
    if (kind !== 'unsupported' && kind !== 'quota') throw error;
    if (last === undefined) {
      service.note(`${message} Terms are checked, but DeepL does not know them.`);
      return undefined;
    }
    return rewriteGlossary(service, project, wanted, last, signal);
  }
}

/** Only for accounts that hold one glossary: the name says that it is incomplete as long as it is. */
async function rewriteGlossary(
  service: Service,
  project: string,
  wanted: WantedGlossary,
  info: MultilingualGlossaryInfo,
  signal: AbortSignal,
): Promise<string> {
  const id = info.glossaryId;
  const rename = (name: string): Promise<unknown> =>
    service.call((client) => client.updateMultilingualGlossaryName(id, name), signal);
  await rename(`${namePrefix(project)}updating`);
  for (const dictionary of wanted.dictionaries) {
    const entries = clientDictionary(service, dictionary);
    await service.call((client) => client.replaceMultilingualGlossaryDictionary(id, entries), signal);
  }
  const stays = new Set(wanted.dictionaries.map(pairKey));
  for (const { sourceLangCode: source, targetLangCode: target } of info.dictionaries) {
    if (stays.has(pairKey({ source: source.toLowerCase(), target: target.toLowerCase() }))) continue;
    await service.call((client) => client.deleteMultilingualGlossaryDictionary(id, source, target), signal);
  }
  await rename(wanted.name);
  return id;
}

/** The project's glossaries on the account, newest first. */
export async function ownGlossaries(
  service: Service,
  project: string,
  signal: AbortSignal,
): Promise<readonly MultilingualGlossaryInfo[]> {
  const prefix = namePrefix(project);
  const all = await service.call((client) => client.listMultilingualGlossaries(), signal);
  return all
    .filter(({ name }) => name.startsWith(prefix) && /^(?:[\da-f]{16}|updating)$/.test(name.slice(prefix.length)))
    .sort((a, b) => b.creationTime.getTime() - a.creationTime.getTime() || (a.glossaryId < b.glossaryId ? 1 : -1));
}

/** Somebody may have edited it by hand: besides the name, the number of entries must fit. */
export function isComplete(info: MultilingualGlossaryInfo, wanted: WantedGlossary): boolean {
  if (info.name !== wanted.name || info.dictionaries.length !== wanted.dictionaries.length) return false;
  const counts = new Map(
    info.dictionaries.map(({ sourceLangCode, targetLangCode, entryCount }) => [
      pairKey({ source: sourceLangCode.toLowerCase(), target: targetLangCode.toLowerCase() }),
      entryCount,
    ]),
  );
  return wanted.dictionaries.every((dictionary) => counts.get(pairKey(dictionary)) === dictionary.entries.size);
}

function clientDictionary(
  service: Service,
  { source, target, entries }: Dictionary,
): MultilingualGlossaryDictionaryEntries {
  return {
    sourceLangCode: source,
    targetLangCode: target,
    entries: new service.deepl.GlossaryEntries({ entries: Object.fromEntries(entries) }),
  };
}

/** DeepL refuses control characters, outer space and long terms; the client's own table cannot hold `__proto__`. */
function isUsable(term: string): boolean {
  return (
    term !== '' &&
    term === term.trim() &&
    term !== '__proto__' &&
    !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(term) &&
    Buffer.byteLength(term) <= LONGEST_TERM
  );
}

function namePrefix(project: string): string {
  const name = basename(project)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return `glossa-${name.slice(0, 80)}-`;
}

function content({
  source,
  target,
  entries,
}: Dictionary): readonly [string, string, readonly (readonly [string, string])[]] {
  return [source, target, [...entries].sort(([a], [b]) => (a < b ? -1 : 1))];
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
