/** What an adoption found, as numbers and as lines. */
import { formatFor } from '../../formats/index.ts';
import { describe } from '../../project/errors.ts';
import { oneLine } from '../../project/log.ts';
import { asCalled } from '../../project/program.ts';
import type { Report } from '../../project/report/report.ts';
import { table } from '../../project/table.ts';

export interface AdoptedLanguage {
  files: number;
  /** Texts of people that are taken over. */
  people: number;
  missing: number;
  blank: number;
  equal: number;
  /** Of the people's: those whose source has changed since, as git tells. */
  stale: number;
  orphanKeys: number;
  pages: number;
  /** Pages that are left alone, because too little of them can be joined with their source. */
  pagesLeft: number;
}

export interface Adoption {
  readonly languages: Readonly<Record<string, AdoptedLanguage>>;
  /** Error findings on people's texts, by rule. */
  readonly findings: Readonly<Record<string, number>>;
  /** Translations that change by the adoption itself: none, unless a file is damaged. */
  readonly changed: readonly string[];
  readonly orphans: readonly string[];
  readonly orphanKeys: Report['orphanKeys'];
  readonly files: Report['firstSight'];
  readonly left: readonly { readonly file: string; readonly line?: number | undefined; readonly message: string }[];
  readonly warnings: Report['warnings'];
}

export function adoptionOf(report: Report, changed: readonly string[]): Adoption {
  const languages: Record<string, AdoptedLanguage> = {};
  const of = (language: string): AdoptedLanguage =>
    (languages[language] ??= {
      files: 0,
      people: 0,
      missing: 0,
      blank: 0,
      equal: 0,
      stale: 0,
      orphanKeys: 0,
      pages: 0,
      pagesLeft: 0,
    });
  for (const { file, language, people, missing, blank, equal, stale } of report.firstSight) {
    const sum = of(language);
    sum.files += 1;
    sum.people += people;
    sum.missing += missing;
    sum.blank += blank.length;
    sum.equal += equal.length;
    sum.stale += stale;
    if (formatFor(file)?.kind === 'article') sum.pages += 1;
  }
  for (const { language, keys } of report.orphanKeys) of(language).orphanKeys += keys.length;
  const findings: Record<string, number> = {};
  for (const { check } of report.problems) findings[check] = (findings[check] ?? 0) + 1;
  const left = report.errors.map((error) => ({
    ...error.place,
    file: error.place.file ?? '',
    message: describe(error),
  }));
  return {
    languages: Object.fromEntries(Object.entries(languages).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    findings,
    changed,
    orphans: report.orphans,
    orphanKeys: report.orphanKeys,
    files: report.firstSight,
    left,
    warnings: report.warnings,
  };
}

const SHOWN = 20;

/** @param isDry whether it would happen, or has. */
export function adoptionLines(adoption: Adoption, isDry: boolean): string[] {
  const { languages, findings, changed, orphans, orphanKeys, left, warnings } = adoption;
  const rows = Object.entries(languages).map(([language, own]) => [
    language,
    own.files,
    own.people,
    own.stale,
    own.missing,
    own.blank,
    own.equal,
    own.orphanKeys,
    own.pages,
  ]);
  const heads = ['language', 'files', "people's", 'stale', 'missing', 'blank', 'equal', 'orphan keys', 'pages'];
  const found = Object.entries(findings).map(([rule, count]) => `${count} ${rule}`);
  const lines = [
    ...warnings.map(({ file, line, message }) => `warning: ${file}:${line}: ${message}`),
    ...left.map(({ message }) => `left alone: ${message}`),
    ...orphanKeys.map(
      ({ file, keys }) => `${file}: ${keys.length} keys without a source stay: ${keys.slice(0, 5).join(', ')}`,
    ),
    ...orphans.map((name) => `no source file for ${name}: it stays.`),
  ];
  const more = lines.length - SHOWN;
  return [
    ...lines.slice(0, SHOWN).map(oneLine),
    ...(more > 0 ? [`… and ${more} more; --json lists all.`] : []),
    ...(rows.length === 0 ? [] : [table(heads, rows)]),
    ...(found.length === 0 ? [] : [`Errors in people's texts: ${found.join(', ')}. ${asCalled('See npm run check.')}`]),
    rows.length === 0
      ? 'There are no translations to take over.'
      : `${changed.length} of the files ${isDry ? 'would change' : 'changed'}.${isDry ? ' Nothing was written.' : ''}`,
  ];
}
