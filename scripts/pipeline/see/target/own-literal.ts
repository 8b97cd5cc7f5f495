/** Values that are no text (numbers, booleans, null) in a target bundle: copied from the source, or a person's. */
import type { ParsedLiteral } from '../../../formats/format.ts';
import type { Bundle, BundleEntry } from '../../../locales/bundle.ts';
import type { RecordLine } from '../../../locales/record.ts';
import { shortHash } from '../../../project/hash.ts';
import { printScalar } from '../../../project/json-number.ts';
import { plainLiteral, sameLiteral } from '../../../project/json-reader.ts';
import type { SourceState } from '../source/read-source.ts';
import type { AddedForm } from './added-form.ts';

/** Keys of values that are copied from the source, and are not what it says. */
export interface CopiedLiterals {
  /** The bundle does not have them. */
  readonly missing: readonly string[];
  /** Of these, the ones that it had: the source has them since before the last run. */
  readonly gone: readonly string[];
  /** The source had them before. */
  readonly outdated: readonly string[];
}

/**
 * What a person has in the place of a value of the source: since before the first run, or since the last one.
 * @param line that the record has of the key.
 * @param isFirst no run has seen the bundle.
 * @returns undefined for a copy, also of what the source had before, and for a text whose unit became such a value.
 */
export function ownLiteral(
  literal: ParsedLiteral,
  entry: BundleEntry,
  { snapshot }: Pick<SourceState, 'snapshot'>,
  line: RecordLine | undefined,
  isFirst: boolean,
): AddedForm | undefined {
  const { path, value } = entry;
  const key = path.join('.');
  const raw = rawOf(entry);
  const now = printScalar(literal.value);
  const seenBefore = snapshot.entries.get(key);
  const before = seenBefore && rawOf(seenBefore);
  const wasText = seenBefore !== undefined && seenBefore.raw === undefined && typeof literal.value !== 'string';
  if (sameLiteral(raw, now) || (wasText && entry.raw === undefined)) return undefined;
  const target = literalHash(raw);
  const isRecorded = line?.target === target || line?.target === shortHash(raw);
  if (!isRecorded && !isFirst && line === undefined && sameLiteral(raw, before)) return undefined;
  const seen = isRecorded && line.source !== '' ? line.source : literalHash(isFirst ? now : (before ?? now));
  const stale = seen !== literalHash(now);
  const own: RecordLine = { key, source: seen, state: 'reviewed', origin: 'person', ...(isRecorded ? line : {}) };
  return {
    entry: { path, value, raw },
    line: { ...own, source: seen, target, stale },
    unit: undefined,
    isEdited: !isRecorded && !isFirst,
  };
}

/** @param own keys of the values that are a person's. */
export function copiedLiterals(
  { literals, snapshot }: Pick<SourceState, 'literals' | 'snapshot'>,
  bundle: Bundle,
  own: ReadonlySet<string>,
): CopiedLiterals {
  const missing: string[] = [];
  const outdated: string[] = [];
  for (const { path, value } of literals) {
    const key = path.join('.');
    const entry = bundle.entries.get(key);
    if (entry === undefined) missing.push(key);
    else if (!own.has(key) && entry.raw !== undefined && !sameLiteral(entry.raw, printScalar(value)))
      outdated.push(key);
  }
  return { missing, gone: missing.filter((key) => snapshot.entries.has(key)), outdated };
}

/** Of a value however it is written. */
export function literalHash(raw: string): string {
  return shortHash(plainLiteral(raw));
}

function rawOf({ value, raw = JSON.stringify(value) }: BundleEntry): string {
  return raw;
}
