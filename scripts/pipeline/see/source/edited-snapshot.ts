/** The source bundle is what the last run wrote from the source, and i18next's fallback: nobody else's words belong there. */
import { isSameHash } from '../../../project/hash.ts';
import { printScalar } from '../../../project/json-number.ts';
import { sameLiteral } from '../../../project/json-reader.ts';
import type { FileState } from '../read-project.ts';
import { valueHash } from '../values.ts';

/**
 * Keys whose value in the source bundle is not what the last run wrote there: changed, removed or added since. That the source
 * itself has changed is told from what the records say of it: they were made from a text that the bundle does not have.
 */
export function editedSnapshot({ source, languages }: FileState): readonly string[] {
  const { snapshot, snapshotText, units, literals } = source;
  const known = languages.filter(({ record }) => record.lines.length > 0);
  if (snapshot.text === snapshotText || snapshot.text === '' || known.length === 0) return [];
  const edited: string[] = [];
  const lines = new Map(known.flatMap(({ record }) => record.lines.map((line) => [line.key, line] as const)));
  const there = new Set(known.flatMap(({ bundle }) => [...bundle.entries.keys()]));
  const expected = new Set<string>(source.renamed.values());
  for (const { key, hash, syntax } of units) {
    expected.add(key);
    const line = lines.get(key);
    const value = snapshot.entries.get(key)?.value;
    const wasSeen = line !== undefined && line.stale !== true && isSameHash(line.source, hash);
    const isSame = typeof value === 'string' && valueHash(syntax, value) === hash;
    if (wasSeen && !isSame) edited.push(key);
  }
  for (const { path, value } of literals) {
    const key = path.join('.');
    expected.add(key);
    const now = printScalar(value);
    const isCopied = known.some(({ bundle }) => sameLiteral(bundle.entries.get(key)?.raw, now));
    if (isCopied && !sameLiteral(snapshot.entries.get(key)?.raw, now)) edited.push(key);
  }
  const isStrange = (key: string): boolean => !expected.has(key) && !lines.has(key) && !there.has(key);
  return [...edited, ...[...snapshot.entries.keys()].filter(isStrange)];
}
