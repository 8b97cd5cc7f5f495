/** Units and decisions as lines of a terminal. */
import { diffWords } from 'diff';
import { oneLine } from '../project/log.ts';
import type { ReviewEntry } from './request.ts';

/** The closing line: how many units were decided, how many were not. */
export function decisions(entries: readonly ReviewEntry[], done: string): string {
  const skipped = entries.filter((entry) => entry.skipped !== undefined).length;
  const count = entries.length - skipped;
  const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
  return `${count} ${count === 1 ? 'unit' : 'units'} ${done}${rest}.`;
}

/** Whether a unit was skipped because something is wrong with it; one that only has no text yet is no failure. */
export function isInTheWay({ skipped, findings }: ReviewEntry): boolean {
  return skipped !== undefined && findings.some(({ severity }) => severity === 'error');
}

export function showEntry(entry: ReviewEntry): string {
  const { language, namespace, key, state, origin, stale } = entry;
  const marks = [state, origin ?? '', stale ? 'stale' : ''].filter((mark) => mark !== '').join(', ');
  const lines = [`${language} ${namespace} ${key} (${marks})`, `  source: ${entry.source}`];
  if (entry.previous !== undefined) {
    lines.push(`  before: ${entry.previous}`, `  change: ${wordChanges(entry.previous, entry.source, 'en')}`);
  }
  lines.push(`  target: ${entry.target ?? '—'}`);
  if (entry.suggestion !== undefined) lines.push(`  suggestion: ${entry.suggestion}`);
  for (const { severity, rule, message } of entry.findings) lines.push(`  ${severity} ${rule}: ${message}`);
  for (const { rule, reason } of entry.waived) lines.push(`  waived ${rule}: ${reason}`);
  if (entry.note !== undefined) lines.push(`  note: ${entry.note}`);
  for (const { source, accepted, deprecated } of entry.terms ?? []) {
    const not = deprecated.length === 0 ? '' : `, not ${deprecated.join(', ')}`;
    lines.push(`  term: ${source} → ${accepted.join(', ') || '—'}${not}`);
  }
  for (const { score, source, target } of entry.matches ?? []) {
    lines.push(`  match ${score} %: ${target}`);
    if (score < 100) lines.push(`    of: ${wordChanges(source, entry.source, 'en')}`);
  }
  if (entry.skipped !== undefined) lines.push(`  skipped: ${entry.skipped}`);
  return lines.map(oneLine).join('\n');
}

/** As `git diff --word-diff` writes it: `[-once-]{+twice+}`. */
function wordChanges(before: string, after: string, language: string): string {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return diffWords(before, after, { intlSegmenter })
    .map(({ added, removed, value }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
}
