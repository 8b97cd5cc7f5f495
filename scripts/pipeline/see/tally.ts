/** What a sealed record adds up to: read without parsing the lines of units with which nothing is wrong. */
import { parseLine, type RecordLine } from '../../locales/record.ts';
import type { Severity } from '../../checks/check.ts';
import type { Counts } from '../../project/report/report.ts';
import { isApproval, isProtected } from './target/record-lines.ts';

export interface Tally {
  readonly counts: Counts;
  /** Units with a target. */
  readonly translated: number;
  /** Uses of terms that the targets owe, and how many they have. */
  readonly terms: { readonly required: number; readonly found: number };
  /** Whether all lines are of texts that are there, of the source as it is, beside which nothing waits. */
  readonly isWhole: boolean;
  /** Lines that say more than that all is well: with findings, stale, or without a target. Parsed at each call. */
  readonly noted: () => readonly RecordLine[];
  /** Lines with findings that a person has dismissed. */
  readonly waived: readonly RecordLine[];
}

const UNIT = '\n{"key":';

/** The pieces of a line, which stand in this order. */
const KEY = String.raw`\n\{"key":"[^"\\]*(?:\\.[^"\\]*)*"`;
const TEXTS = String.raw`"source":"[\w-]+","target":"[\w-]+"(?:,"terms":"[\w-]+")?`;
const USES = String.raw`(?:,"uses":\[(\d+),(\d+)\])?`;
const FINDINGS = String.raw`(?:,"findings":\[(\{"rule":.+?)\])?`;
const END = String.raw`(?:,"seal":"[\w-]+")?\},?\n`;

/**
 * The line of a target of the source as it is: state, origin, uses of terms, and findings with what follows them.
 * One expression, because a run with nothing to do spends its time here.
 */
const LINE = new RegExp(
  `${KEY},"state":"(translated|reviewed|final)","origin":"([^"\\\\]*)",${TEXTS}${USES}${FINDINGS}${END}`,
  'y',
);

/** Most lines: a machine's target with which all is well. To try this one first makes a record a third cheaper. */
const PLAIN = new RegExp(`${KEY},"state":"translated","origin":"(?!person")[^"\\\\]*",${TEXTS}${END}`, 'y');

/** One of a line's findings, and what is none. */
const FINDING = /\{"rule":"([\w-]+)","severity":"(error|warning)"/g;
const MORE = /"(?:previous|suggestion|suggested|asked|waived|note)":/;

/** @param text of a record as `printRecord` writes it. Text in it stands in quotes, so that what is looked for is no text. */
export function tallyRecord(text: string): Tally {
  const noted: string[] = [];
  const waived: RecordLine[] = [];
  const counts = { units: 0, human: 0, stale: 0, errors: 0, warnings: 0 };
  const terms = { required: 0, found: 0 };
  let translated = 0;
  let isWhole = true;
  for (let at = text.indexOf(UNIT); at >= 0; at = text.indexOf(UNIT, at + 1)) {
    counts.units++;
    PLAIN.lastIndex = at;
    if (PLAIN.test(text)) {
      translated++;
      continue;
    }
    LINE.lastIndex = at;
    const found = LINE.exec(text);
    const findings = found?.[5];
    if (found !== null && (findings === undefined || !MORE.test(findings))) {
      translated++;
      if (found[1] !== 'translated' || found[2] === 'person') counts.human++;
      terms.required += Number(found[3] ?? 0);
      terms.found += Number(found[4] ?? 0);
      if (findings === undefined) continue;
      noted.push(lineAt(text, at));
      FINDING.lastIndex = 0;
      for (let one = FINDING.exec(findings); one !== null; one = FINDING.exec(findings))
        addFinding(counts, one[1] ?? '', one[2] === 'error' ? 'error' : 'warning');
      continue;
    }
    const line = parseLine(lineAt(text, at));
    if (line === undefined) continue;
    if (line.target !== undefined) translated++;
    if (line.target !== undefined && isProtected(line)) counts.human++;
    if (line.stale === true) counts.stale++;
    if (line.waived !== undefined) waived.push(line);
    terms.required += line.uses?.[0] ?? 0;
    terms.found += line.uses?.[1] ?? 0;
    for (const { rule, severity } of line.findings ?? []) addFinding(counts, rule, severity);
    const isOpen = !hasOnlyFindings(line);
    if (isOpen) isWhole = false;
    if (isOpen || line.findings !== undefined) noted.push(lineAt(text, at));
  }
  return { counts, translated, terms, isWhole, noted: () => noted.flatMap((line) => parseLine(line) ?? []), waived };
}

function lineAt(text: string, at: number): string {
  return text.slice(at + 1, text.indexOf('\n', at + 1));
}

function addFinding(counts: { errors: number; warnings: number }, rule: string, severity: Severity): void {
  if (isApproval({ rule, severity })) return;
  if (severity === 'error') counts.errors++;
  else counts.warnings++;
}

function hasOnlyFindings({ state, target, stale, previous, suggestion, asked }: RecordLine): boolean {
  const others = [previous, suggestion, asked];
  return state !== 'initial' && target !== undefined && stale !== true && others.every((one) => one === undefined);
}
