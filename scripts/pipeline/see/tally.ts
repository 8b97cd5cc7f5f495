/** What a sealed record adds up to: read without parsing the lines of units with which nothing is wrong. */
import { parseLine, type RecordLine } from '../../locales/record.ts';
import type { Counts } from '../../project/report/report.ts';
import { isApproval, isProtected } from './target/record-lines.ts';

export interface Tally {
  readonly counts: Counts;
  /** Units with a target. */
  readonly translated: number;
  /** Uses of terms that the targets owe, and how many they have. */
  readonly terms: { readonly required: number; readonly found: number };
  /** Lines that say more than that all is well: with findings, stale, or without a target. */
  readonly noted: readonly RecordLine[];
  /** Lines with findings that a person has dismissed. */
  readonly waived: readonly RecordLine[];
}

/** @param text of a record as `printRecord` writes it. Text in it stands in quotes, so that what is looked for is no text. */
export function tallyRecord(text: string): Tally {
  const noted: RecordLine[] = [];
  const waived: RecordLine[] = [];
  const counts = { units: 0, human: 0, stale: 0, errors: 0, warnings: 0 };
  const terms = { required: 0, found: 0 };
  let translated = 0;
  for (const line of text.split('\n')) {
    if (!line.startsWith('{"key":')) continue;
    counts.units++;
    const uses = /,"uses":\[(\d+),(\d+)\]/.exec(line);
    terms.required += Number(uses?.[1] ?? 0);
    terms.found += Number(uses?.[2] ?? 0);
    const dismissed = line.includes('"waived":') ? parseLine(line) : undefined;
    if (dismissed !== undefined) waived.push(dismissed);
    if (!NOTED.test(line)) {
      translated++;
      if (PROTECTED.test(line)) counts.human++;
      continue;
    }
    const parsed = parseLine(line);
    if (parsed === undefined) continue;
    noted.push(parsed);
    if (parsed.target !== undefined) translated++;
    if (parsed.target !== undefined && isProtected(parsed)) counts.human++;
    if (parsed.stale === true) counts.stale++;
    for (const finding of parsed.findings ?? []) {
      if (!isApproval(finding)) counts[finding.severity === 'error' ? 'errors' : 'warnings']++;
    }
  }
  return { counts, translated, terms, noted, waived };
}

const NOTED = /"(?:findings|stale|previous|suggestion|asked)":|"state":"initial"/;
const PROTECTED = /"state":"(?:reviewed|final)"|"origin":"person"/;
