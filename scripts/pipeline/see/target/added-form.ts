/** What a person has added to a bundle beside the translations of units. */
import type { BundleEntry } from '../../../locales/bundle.ts';
import type { RecordLine } from '../../../locales/record.ts';
import { isSameHash } from '../../../project/hash.ts';
import type { SourceUnit } from '../source/read-source.ts';
import { valueHash } from '../values.ts';

/** A value that no source unit asks for and that stays: a plural or context form that a person added. */
export interface AddedForm {
  readonly entry: BundleEntry;
  /** For the source of the unit that it is a form of; stale where that has changed since. */
  readonly line: RecordLine;
  /** Undefined for what a person has in the place of a number. */
  readonly unit: SourceUnit | undefined;
  /** No run has seen it. */
  readonly isEdited: boolean;
}

/** @param line that the record has of it; another text than it tells is new, and written for the source seen last. */
export function addedForm(
  key: string,
  entry: BundleEntry,
  unit: SourceUnit,
  line: RecordLine | undefined,
  target: string | undefined,
): AddedForm {
  const before = unit.before === undefined ? unit.hash : valueHash(unit.syntax, unit.before);
  const kept = line !== undefined && line.target === target ? line : undefined;
  const { source = before, state = 'translated', origin = 'person' } = kept ?? {};
  const seen = source === '' ? unit.hash : source;
  const stale = !isSameHash(seen, unit.hash);
  const previous = stale ? (kept?.previous ?? (isSameHash(seen, before) ? unit.before : undefined)) : undefined;
  return {
    entry,
    line: { ...kept, key, source: seen, state, origin, target, stale, previous },
    unit,
    isEdited: kept === undefined,
  };
}
