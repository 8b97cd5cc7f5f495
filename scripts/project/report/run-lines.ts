/** What a run says at its end on a terminal: what failed, what is wrong, what it did to files, the table, one sentence. */
import { describe } from '../errors.ts';
import { firstSightLines, mendedLine, orphanLine } from './first-sight-lines.ts';
import { oneLine } from '../log.ts';
import { exitCode, sortedByFile, type Failure, type Problem, type Report } from './report.ts';
import { table } from '../table.ts';

/** What was asked for, as far as the words depend on it. */
export interface Asked {
  readonly dryRun: boolean;
  readonly redo: boolean | string;
  /** Without warnings. */
  readonly quiet?: boolean;
}

/** Errors of files, engines and configuration, each once. */
export function errorLines({ errors }: Report): string[] {
  return [...new Set(errors.map((error) => `error: ${describe(error)}`))];
}

export function reportLines(report: Report, { dryRun, redo, quiet = false }: Asked): string[] {
  const { orphans, languages } = report;
  const { warnings, problems } = sortedByFile(report);
  const lines = [
    ...(quiet
      ? []
      : shown(grouped(warnings.map(({ file, line, message }) => ({ file, line, message }))).map(warningLine))),
    ...shown(failureLines(report)),
    ...openLines(problems),
  ];
  for (const namespace of orphans) {
    lines.push(`no source file for ${namespace}: restore it, or remove its translations with translate --prune.`);
  }
  lines.push(
    ...shown(report.mended.map(mendedLine)),
    ...shown(report.orphanKeys.map(orphanLine)),
    ...firstSightLines(report.firstSight),
  );
  lines.push(...fileLines(report, dryRun));
  if (languages.size > 0) lines.push(...reportTable(report).split('\n'), ...engineLines(report));
  if (redo !== false && report.failed.some(({ reason }) => reason === 'interrupted'))
    lines.push('Interrupted: texts that were not made anew are still there as they were.');
  lines.push(...approvedLines(problems), summary(report, dryRun));
  return lines.map(oneLine);
}

/** What is wrong with texts, and what checks say of those that people approved. */
export function problemLines(report: Report): string[] {
  const { problems } = sortedByFile(report);
  return [...openLines(problems), ...approvedLines(problems)].map(oneLine);
}

function openLines(problems: readonly Problem[]): string[] {
  return shown(problems.filter(({ approved }) => !approved).map(problemLine));
}

/** What checks say of texts that people approved: by kind, since `check` tells them one by one. */
function approvedLines(problems: readonly Problem[]): string[] {
  const counts = new Map<string, number>();
  for (const { approved, check } of problems) if (approved) counts.set(check, (counts.get(check) ?? 0) + 1);
  if (counts.size === 0) return [];
  const kinds = [...counts].map(([check, count]) => `${count} ${check}`).join(', ');
  return [`Errors in texts that people approved: ${kinds}. Nothing of them was changed; see npm run check.`];
}

/** As `check` shows a fault. */
export function problemLine({ file, key, language, check, message, remedy }: Problem): string {
  const text = remedy === '' ? message : `${message.replace(/[.\s]+$/, '')}. ${remedy}`;
  return `error ${check}: ${file}: [${language}] ${key}: ${text}`;
}

/** `1 unit`, `2 units`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface Warning {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly count?: number;
}

/** One of a kind a file, at the place of the first. */
function grouped(warnings: readonly Warning[]): Warning[] {
  const groups = new Map<string, Warning>();
  for (const warning of warnings) {
    const name = `${warning.file}\n${warning.message}`;
    const found = groups.get(name);
    groups.set(name, { ...(found ?? warning), count: (found?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

function warningLine({ file, line, message, count = 1 }: Warning): string {
  return `warning: ${file}:${line}: ${message}${count === 1 ? '' : ` (${count} times)`}`;
}

/** One line a reason and language: what one error says, it says once. */
function failureLines({ failed, errors }: Report): string[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failed) {
    const name = `${failure.language ?? ''}\n${failure.reason}`;
    groups.set(name, [...(groups.get(name) ?? []), failure]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { file, key = '', language = '', reason } = first;
    const said = errors.find(
      (error) => error.place.language === language && `${error.message} ${error.remedy}`.includes(reason),
    );
    // What the configuration lacks for a language is one line: its error.
    if (said?.exitCode === 2) return [];
    const why = said === undefined ? reason : 'see the error';
    if (group.length === 1) return [`not translated: ${file} [${language}] ${key}: ${why}`];
    const files = new Set(group.map((one) => one.file)).size;
    const where = files === 1 ? file : `${files} files`;
    return [`not translated: [${language}] ${counted(group.length, 'unit')} of ${where}: ${why}`];
  });
}

/** What was taken over, moved and deleted: nothing of it is silent. */
function fileLines({ edits, moved, removed }: Report, dryRun: boolean): string[] {
  const would = dryRun ? 'would be ' : '';
  return [
    ...shown(edits.map(({ file, count }) => `${would}taken over: ${counted(count, 'edit')} of ${file}`)),
    ...shown(moved.map(({ from, to }) => `${would}moved: translations of ${from}, now of ${to}`)),
    ...shown(removed.map((file) => `${would}deleted: ${file}`)),
  ];
}

/** The first of many lines of one sort. */
function shown(lines: readonly string[]): string[] {
  if (lines.length <= SHOWN) return [...lines];
  return [...lines.slice(0, SHOWN), `… and ${lines.length - SHOWN} more; --json lists all.`];
}

const SHOWN = 20;

function summary(report: Report, dryRun: boolean): string {
  const sums = [...report.languages.values()];
  const made = sums.reduce((sum, { machine, memory }) => sum + machine + memory, 0);
  const accepted = sums.reduce((sum, one) => sum + one.accepted, 0);
  const taken = accepted === 0 ? '' : `${counted(accepted, 'suggestion')} accepted, `;
  const { failed, problems, written, requests, characters, edits, moved, removed } = report;
  if (dryRun) {
    return `Dry run: ${taken}${counted(made, 'unit')}, ${counted(characters, 'character')}, about ${counted(requests, 'request')}${tokens(report)}${price(report)}. Nothing was sent or written.`;
  }
  if (made === 0 && accepted === 0 && report.errors.length > 0)
    return `Nothing was translated: ${counted(new Set(errorLines(report)).size, 'error')}, see above.`;
  const open = problems.filter(({ approved }) => !approved).length;
  const wanted = open === 0 ? '' : ` Texts that need a person: ${open}, see above.`;
  if (made === 0 && accepted === 0 && written === 0 && failed.length === 0) {
    return exitCode(report, false) === 0
      ? 'Nothing to do: every unit is up to date.'
      : `Nothing was translated.${wanted === '' ? ' What is wrong: npm run check.' : wanted}`;
  }
  const edited = edits.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    `${counted(made, 'unit')} made`,
    ...(edited === 0 ? [] : [`${counted(edited, 'edit')} taken over`]),
    ...(moved.length === 0 ? [] : [`translations of ${counted(moved.length, 'file')} moved`]),
    ...(removed.length === 0 ? [] : [`${counted(removed.length, 'file')} deleted`]),
    `${counted(Math.max(written - removed.length, 0), 'file')} written`,
    counted(requests, 'request'),
    counted(characters, 'character'),
    ...(report.billed === undefined ? [] : [`${report.billed} billed`]),
  ];
  return `${taken}${parts.join(', ')}.${wanted}`;
}

/** What a language model would read and write. */
function tokens({ tokens: count }: Report): string {
  return count === 0 ? '' : `, about ${counted(count, 'token')}`;
}

/** What a dry run would cost, of the languages whose engine has a price. */
function price({ languages }: Report): string {
  const priced = [...languages].flatMap(([language, { engine, price: own }]) =>
    own === undefined ? [] : [{ language, engine, own }],
  );
  if (priced.length === 0) return '';
  const sum = priced.reduce((all, { own }) => all + own, 0).toFixed(2);
  const each = priced.map(({ language, own }) => `${language} ${own.toFixed(2)}`).join(', ');
  const engines = [...new Set(priced.map(({ engine }) => engine.split(', ', 1)[0]))].join(', ');
  return `, about ${sum} EUR at the list price of ${engines} (${each})`;
}

/** At most 80 columns wide: short heads, and nothing for what happened nowhere. */
function reportTable({ languages }: Report): string {
  const all = [...languages.values()];
  const columns = COLUMNS.filter(([name, , isAlways]) => isAlways || all.some((one) => one[name] > 0));
  const rows = [...languages].map(([language, counts]) => [language, ...columns.map(([name]) => counts[name])]);
  const head = ['language', ...columns.map(([, own]) => own)];
  const wide = table(head, rows);
  return wide.indexOf('\n') <= WIDTH ? wide : table(head, rows, ' ');
}

/** Of a terminal, in columns. */
const WIDTH = 80;

/** Counts, their heads, and whether a column of nothing but 0 is shown. */
const COLUMNS = [
  ['units', 'units', true],
  ['unchanged', 'same', true],
  ['accepted', 'taken', false],
  ['memory', 'memory', false],
  ['machine', 'machine', true],
  ['failed', 'failed', false],
  ['human', 'people', false],
  ['stale', 'stale', false],
  ['findings', 'findings', true],
  ['characters', 'sent', true],
] as const;

/** Which engine made the texts, and where to look at what was found in them. */
function engineLines({ languages }: Report): string[] {
  const served = new Map<string, string[]>();
  for (const [language, { engine }] of languages) {
    if (engine !== '') served.set(engine, [...(served.get(engine) ?? []), language]);
  }
  const all = [...languages.values()];
  const engines = [...served].map(([engine, own]) =>
    own.length === languages.size ? engine : `${own.join(', ')}: ${engine}`,
  );
  const findings = all.reduce((sum, one) => sum + one.findings, 0);
  return [
    ...(engines.length === 0 ? [] : [`Engine: ${engines.join('; ')}.`]),
    ...(findings === 0 ? [] : [`${counted(findings, 'finding')}: see npm run check.`]),
  ];
}
