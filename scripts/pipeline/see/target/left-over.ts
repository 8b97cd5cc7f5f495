/** What a bundle and an edited article hold beside the units of their source: forms that people added, and units that are gone. */
import type { Bundle, BundleEntry } from '../../../locales/bundle.ts';
import type { ParsedLiteral } from '../../../formats/format.ts';
import type { RecordLine } from '../../../locales/record.ts';
import { shortHash } from '../../../project/hash.ts';
import { printScalar } from '../../../project/json-number.ts';
import { sameLiteral } from '../../../project/json-reader.ts';
import { formOf, formPath } from '../../../units/key-forms.ts';
import type { BundlePath } from '../../../units/unit.ts';
import { showsSource } from './edits.ts';
import type { SourceState } from '../source/read-source.ts';
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

/** A value that no source unit asks for and that stays: a plural or context form that a person added. */
export interface AddedForm {
  readonly entry: BundleEntry;
  readonly line: RecordLine;
}

export interface LeftOver {
  readonly extra: readonly AddedForm[];
  readonly gone: readonly GoneTarget[];
  /** Keys of the bundle that neither the source nor a record knows: they stay where they are, and are told. */
  readonly orphans: readonly string[];
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
  const pathNow = placesOfForms(source);
  const literals = new Map(source.literals.map((literal) => [literal.path.join('.'), literal]));
  const unfree = new Set([...taken, ...literals.keys()]);
  const extra: AddedForm[] = [];
  const gone: GoneTarget[] = [];
  const orphans: string[] = [];
  for (const key of new Set([...bundle.entries.keys(), ...article.keys()])) {
    if (wanted.has(key)) continue;
    const entry = bundle.entries.get(key);
    const line = lines.get(key);
    const own =
      entry === undefined ? undefined : ownLiteral(literals.get(key), entry, lines.size === 0 || line !== undefined);
    if (own !== undefined) {
      extra.push(own);
      continue;
    }
    const hash = (value: string): string => valueHash(syntaxOf(source.file, key), value);
    const stored = typeof entry?.value === 'string' ? entry.value : undefined;
    const storedHash = stored === undefined ? undefined : hash(stored);
    // A machine's form of a category or context that the source no longer has is no person's.
    const isTheirs = storedHash !== line?.target || (line !== undefined && isProtected(line));
    const path = entry !== undefined && isTheirs ? pathNow(key, entry) : undefined;
    const keyNow = path?.join('.');
    if (stored !== undefined && path !== undefined && keyNow !== undefined && !unfree.has(keyNow)) {
      unfree.add(keyNow);
      const kept = line?.target === storedHash ? line : undefined;
      const known = kept ?? { source: '', state: 'translated', origin: 'person', target: storedHash };
      extra.push({ entry: { path, value: stored }, line: { ...known, key: keyNow } });
      continue;
    }
    if (!prune && entry !== undefined && line === undefined && !wasCopied(key, entry, source)) {
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
  return { extra, gone, orphans };
}

/** What a person has in the place of a number that the source has, since before the first run; it is recorded as theirs. */
function ownLiteral(literal: ParsedLiteral | undefined, entry: BundleEntry, isTheirs: boolean): AddedForm | undefined {
  const { path, value, raw = JSON.stringify(value) } = entry;
  const key = path.join('.');
  if (!isTheirs || literal === undefined || sameLiteral(raw, printScalar(literal.value))) return undefined;
  const line: RecordLine = { key, source: '', state: 'reviewed', origin: 'person', target: shortHash(raw) };
  return { entry: { path, value, raw }, line };
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
function placesOfForms(source: SourceState): (key: string, entry: BundleEntry) => BundlePath | undefined {
  const units = new Map(source.units.map((unit) => [unit.key, unit]));
  const moved = new Map([...source.renamed].map(([to, from]) => [from, to]));
  const before = { has: (key: string) => moved.has(key) || source.snapshot.entries.has(key) };
  return (key, { path }) => {
    const form = formOf(key, before);
    const unit = units.get((form && moved.get(form.of)) ?? '');
    if (form !== undefined && unit !== undefined) return formPath(form, unit);
    return formOf(key, units) === undefined ? undefined : path;
  };
}
