/** What a bundle and an edited article hold beside the units of their source: forms that people added, and units that are gone. */
import type { Bundle, BundleEntry } from '../../../locales/bundle.ts';
import type { RecordLine } from '../../../locales/record.ts';
import { sameLiteral } from '../../../project/json-reader.ts';
import { formOf, formPath } from '../../../units/key-forms.ts';
import type { BundlePath } from '../../../units/unit.ts';
import { addedForm, type AddedForm } from './added-form.ts';
import { showsSource } from './edits.ts';
import { copiedLiterals, ownLiteral, type CopiedLiterals } from './own-literal.ts';
import type { SourceState, SourceUnit } from '../source/read-source.ts';
import { isProtected } from './record-lines.ts';
import { syntaxOf } from '../source/sources.ts';
import { valueHash } from '../values.ts';

/** A target whose unit left the source. */
export interface GoneTarget {
  readonly key: string;
  readonly value: string;
  /** Undefined where a person wrote the value since the last run. */
  readonly line: RecordLine | undefined;
}

export interface LeftOver {
  readonly extra: readonly AddedForm[];
  readonly gone: readonly GoneTarget[];
  /** Keys of the bundle that neither the source nor a record knows: they stay where they are, and are told. */
  readonly orphans: readonly string[];
  readonly literals: CopiedLiterals;
}

interface TargetsOnDisk {
  readonly bundle: Bundle;
  readonly lines: ReadonlyMap<string, RecordLine>;
  /** Values of the rendered article by key, where it was edited. */
  readonly article: ReadonlyMap<string, string>;
  /** Keys that nobody knows go. */
  readonly prune: boolean;
}

/**
 * @param wanted the keys that the language's units have on disk.
 * @param taken the keys that they have now.
 */
export function leftOver(
  source: SourceState,
  wanted: ReadonlySet<string | undefined>,
  taken: ReadonlySet<string>,
  disk: TargetsOnDisk,
): LeftOver {
  const { bundle, lines, article, prune } = disk;
  const placeNow = placesOfForms(source);
  const literals = new Map(source.literals.map((literal) => [literal.path.join('.'), literal]));
  const unfree = new Set([...taken, ...literals.keys()]);
  const owned = new Set<string>();
  const extra: AddedForm[] = [];
  const gone: GoneTarget[] = [];
  const orphans: string[] = [];
  for (const key of new Set([...bundle.entries.keys(), ...article.keys()])) {
    if (wanted.has(key)) continue;
    const entry = bundle.entries.get(key);
    const line = lines.get(key);
    const literal = literals.get(key);
    const own = entry && literal && ownLiteral(literal, entry, source, line, lines.size === 0);
    if (own !== undefined) {
      extra.push(own);
      owned.add(key);
      continue;
    }
    // A text that programs read, as Chrome's placeholders: the bundle has what the source has.
    if (typeof literal?.value === 'string') continue;
    const hash = (value: string): string => valueHash(syntaxOf(source.file, key), value);
    const stored = typeof entry?.value === 'string' ? entry.value : undefined;
    const storedHash = stored === undefined ? undefined : hash(stored);
    // A machine's form of a category or context that the source no longer has is no person's.
    const isTheirs = storedHash !== line?.target || (line !== undefined && isProtected(line));
    const place = entry !== undefined && isTheirs ? placeNow(key, entry) : undefined;
    const keyNow = place?.path.join('.');
    if (stored !== undefined && place !== undefined && keyNow !== undefined && !unfree.has(keyNow)) {
      unfree.add(keyNow);
      extra.push(addedForm(keyNow, { path: place.path, value: stored }, place.unit, line, storedHash));
      continue;
    }
    const isLeft = describes(key, wanted) || (!prune && entry !== undefined && !wasCopied(key, entry, source));
    if (isLeft && entry !== undefined && line === undefined) {
      orphans.push(key);
      continue;
    }
    if (stored !== undefined) gone.push({ key, value: stored, line: storedHash === line?.target ? line : undefined });
    const edited = article.get(key);
    if (edited === undefined) continue;
    const editedHash = hash(edited);
    // Where the bundle has lost a person's text, the article may still have it.
    if (stored === undefined && editedHash === line?.target) gone.push({ key, value: edited, line });
    const isKnown = editedHash === line?.target || editedHash === storedHash;
    if (!isKnown && !showsSource(line, stored, editedHash)) gone.push({ key, value: edited, line: undefined });
  }
  return { extra, gone, orphans, literals: copiedLiterals(source, bundle, owned) };
}

/** What a target says to translators beside a message, as Docusaurus writes it: it stays, and is nothing to tell. */
export function describes(key: string, messages: Pick<ReadonlySet<string | undefined>, 'has'>): boolean {
  const [, message] = /^(.*\.)(?:description|hash)$/s.exec(key) ?? [];
  return message !== undefined && messages.has(`${message}message`);
}

/** A number or the like that came from the source: it goes, or changes, with the source's. */
function wasCopied(key: string, { raw }: BundleEntry, { snapshot, literals }: SourceState): boolean {
  if (raw === undefined) return false;
  return literals.some(({ path }) => path.join('.') === key) || sameLiteral(raw, snapshot.entries.get(key)?.raw);
}

/**
 * Where the form that a key names stands now: beside the key that it is a form of, also after that was renamed.
 * @returns undefined for a key that is no form of anything that the source has.
 */
function placesOfForms(
  source: SourceState,
): (key: string, entry: BundleEntry) => { readonly path: BundlePath; readonly unit: SourceUnit } | undefined {
  const units = new Map(source.units.map((unit) => [unit.key, unit]));
  const moved = new Map([...source.renamed].map(([to, from]) => [from, to]));
  const before = { has: (key: string) => moved.has(key) || source.snapshot.entries.has(key) };
  return (key, { path }) => {
    const form = formOf(key, before);
    const unit = units.get((form && moved.get(form.of)) ?? '');
    if (form !== undefined && unit !== undefined) {
      const there = formPath(form, unit);
      return there && { path: there, unit };
    }
    const of = units.get(formOf(key, units)?.of ?? '');
    return of && { path, unit: of };
  };
}
