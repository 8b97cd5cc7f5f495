/** The markers of a merge that nobody has settled: two texts with them are no source, and nobody's translation. */
import type { ParsedFile, Span } from '../../../formats/format.ts';
import { SourceError } from '../../../project/errors.ts';

/** A merge of git in a value, with or without the base between the two. */
const CONFLICT = /^<{7}(?: .*)?$[^]*^={7}$[^]*^>{7}(?: .*)?$/m;
const BEGIN = /^<{7}(?: .*)?$/gm;
/** What follows, line by line. */
const REST = /^={7}\r?$[^]*^>{7}(?: .*)?$/m;

export function hasConflict(value: string): boolean {
  return value.includes('<<<<<<<') && CONFLICT.test(value.replaceAll('\r\n', '\n'));
}

/**
 * Refuses a file that has such markers where words stand: in code, which may be about merges, they are text.
 * @throws SourceError with the line
 */
export function refuseConflicts(text: string, parsed: ParsedFile): void {
  if (!text.includes('<<<<<<<')) return;
  const line =
    parsed.kind === 'bundle'
      ? parsed.units.find(({ value }) => hasConflict(value))?.line
      : conflictLine(text, parsed.spans);
  if (line === undefined) return;
  throw new SourceError('holds merge conflict markers.', {
    place: { line },
    remedy: 'Settle the merge there; the file was left as it is.',
  });
}

function conflictLine(text: string, spans: readonly Span[]): number | undefined {
  for (const { index } of text.matchAll(BEGIN)) {
    if (!spans.some(({ start, end }) => start <= index && index < end)) continue;
    if (REST.test(text.slice(index))) return text.slice(0, index).split('\n').length;
  }
  return undefined;
}
