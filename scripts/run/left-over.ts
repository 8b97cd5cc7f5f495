/** What a bundle and an edited article hold beside the units of their source: forms that people added, and units that are gone. */
import type { Bundle, BundleEntry } from '../locales/bundle.ts';
import type { RecordLine } from '../locales/record.ts';
import { isContextSibling, isPluralSibling } from '../units/plurals.ts';
import { showsSource } from './edits.ts';
import type { SourceState } from './read-source.ts';
import { isProtected } from './record-lines.ts';
import { syntaxOf } from './sources.ts';
import { valueHash } from './values.ts';

/** A target whose unit left the source. */
export interface GoneTarget {
  readonly key: string;
  readonly value: string;
  /** Undefined where a person wrote the value since the last run. */
  readonly line: RecordLine | undefined;
}

export interface LeftOver {
  /** Values that no source unit asks for and that stay: plural and context forms that a person added. */
  readonly extra: readonly { readonly entry: BundleEntry; readonly line: RecordLine }[];
  readonly gone: readonly GoneTarget[];
}

interface TargetsOnDisk {
  readonly bundle: Bundle;
  readonly lines: ReadonlyMap<string, RecordLine>;
  /** The bundle is byte for byte what the record belongs to. */
  readonly trusted: boolean;
  /** Values of the rendered article by key, where it was edited. */
  readonly article: ReadonlyMap<string, string>;
}

/** @param wanted the keys that units of the source have on disk. */
export function leftOver(source: SourceState, wanted: ReadonlySet<string | undefined>, disk: TargetsOnDisk): LeftOver {
  const { bundle, lines, trusted, article } = disk;
  const sourceKeys = new Set(source.units.map(({ key }) => key));
  const literals = new Set(source.parsed.literals.map(({ path }) => path.join('.')));
  const extra: { entry: BundleEntry; line: RecordLine }[] = [];
  const gone: GoneTarget[] = [];
  for (const key of new Set([...bundle.entries.keys(), ...article.keys()])) {
    if (wanted.has(key)) continue;
    const entry = bundle.entries.get(key);
    const line = lines.get(key);
    const hash = (value: string): string => valueHash(syntaxOf(source.file, key), value);
    const stored = typeof entry?.value === 'string' ? entry.value : undefined;
    const storedHash = stored === undefined ? undefined : trusted && line?.target ? line.target : hash(stored);
    // A machine's form of a category or context that the source no longer has is no person's.
    const isTheirs = storedHash !== line?.target || (line !== undefined && isProtected(line));
    if (entry !== undefined && storedHash !== undefined && isTheirs && isForm(key, sourceKeys) && !literals.has(key)) {
      const kept = line?.target === storedHash ? line : undefined;
      extra.push({ entry, line: kept ?? { key, source: '', state: 'reviewed', origin: 'person', target: storedHash } });
      continue;
    }
    if (stored !== undefined) gone.push({ key, value: stored, line: storedHash === line?.target ? line : undefined });
    const edited = article.get(key);
    if (edited === undefined) continue;
    const editedHash = hash(edited);
    const isKnown = editedHash === line?.target || editedHash === storedHash;
    if (!isKnown && !showsSource(line, line?.source, editedHash)) gone.push({ key, value: edited, line: undefined });
  }
  return { extra, gone };
}

function isForm(key: string, sourceKeys: ReadonlySet<string>): boolean {
  return isPluralSibling(key, sourceKeys) || isContextSibling(key, sourceKeys);
}
