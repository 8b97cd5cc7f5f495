/**
 * Stale marks in a language whose bundle or article could not be read: before the source bundle moves, its record learns
 * from which text its targets were made (rule 2).
 */
import type { FileChange } from '../../../locales/journal.ts';
import { parseRecord, refuseNewer, type RecordLine } from '../../../locales/record.ts';
import { printRecord, recordBody } from '../../../locales/record-text.ts';
import { isSameHash } from '../../../project/hash.ts';
import { madeFrom } from '../../../units/key-forms.ts';
import type { SourceState } from '../source/read-source.ts';
import { readBytes, syntaxOf } from '../source/sources.ts';
import { valueHash } from '../values.ts';

/**
 * @returns the record with its marks, or undefined where there is nothing to mark.
 * @throws SourceError when the record itself cannot be read.
 */
export function markUnread(root: string, source: SourceState, language: string): FileChange | undefined {
  const file = source.disk.record(language);
  const text = readBytes(root, file)?.toString('utf8');
  if (text === undefined) return undefined;
  const record = refuseNewer(parseRecord(text), file);
  const { lines } = record;
  const units = new Map(source.units.map((unit) => [unit.key, unit]));
  const removed = new Map(source.removed.map(({ key, value }) => [key, value]));
  const mark = (line: RecordLine): RecordLine => {
    if (line.target === undefined || line.previous !== undefined) return line;
    const unit = units.get(madeFrom(line.key, units) ?? '');
    const before = unit === undefined ? removed.get(madeFrom(line.key, removed) ?? '') : unit.before;
    if (before === undefined || isSameHash(line.source, unit?.hash)) return line;
    // A form that a person added is made from nothing, as long as the key that it is one of is there.
    const isFrom =
      line.source === ''
        ? unit === undefined
        : isSameHash(line.source, valueHash(syntaxOf(source.file, line.key), before));
    return isFrom ? { ...line, stale: true, previous: before } : line;
  };
  const marked = lines.map(mark);
  const header = { ...record.header, from: source.language };
  if (recordBody(header, marked) === recordBody(header, lines)) return undefined;
  return { file, text: printRecord(header, marked, record, undefined), seen: text };
}
