/** `review`: a person's decisions, written into the review records. */
import type { FileWriter } from '../locales/journal.ts';
import type { RecordLine } from '../locales/record.ts';
import type { ReviewEntry, ReviewRequest } from '../review/request.ts';
import { valueHash } from '../pipeline/see/values.ts';
import { composeLanguage } from '../pipeline/write/compose-language.ts';
import { messageOf, said } from '../checks/index.ts';
import { editConflict, language as languageRule } from '../checks/pipeline-rules.ts';
import { approvalOf, approvedLanguage } from '../pipeline/see/language-approvals.ts';
import { judgePerson } from '../pipeline/judge/apply-result.ts';
import { keptMemories } from '../pipeline/see/kept-memory.ts';
import { findOrphans } from '../pipeline/see/orphans.ts';
import { findRenames } from '../pipeline/see/renames.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile, type FileState } from '../pipeline/see/read-project.ts';
import { isProtected, withoutFailures } from '../pipeline/see/record-lines.ts';
import { createReport, type Report } from '../project/report.ts';
import type { LanguageState, UnitState } from '../pipeline/see/see-language.ts';
import { settleSource } from '../pipeline/plan/settle-source.ts';
import { findSources } from '../pipeline/see/find-sources.ts';
import type { SourceFile } from '../pipeline/see/sources.ts';
import { writeGroup } from '../pipeline/write/write-group.ts';

/** Carries out a request; units that it names are returned as they were before, with the reason where one was skipped. */
export async function reviewProject(
  project: Project,
  request: ReviewRequest,
  languages: readonly string[] | undefined,
  writer: FileWriter,
): Promise<{ readonly entries: readonly ReviewEntry[]; readonly report: Report }> {
  const report = createReport();
  const { errors } = await project.termbase();
  const sources = await findSources(project);
  report.errors.push(...errors, ...sources.errors);
  const lookup = await termLookup(project);
  const renames = await findRenames(project, sources.files, findOrphans(project, sources.files));
  const memories = keptMemories(project);
  const options = {
    redo: false,
    lookup: async () => lookup,
    formerNamespace: ({ namespace }: SourceFile) => renames.former.get(namespace),
    kept: () => [],
  };
  const entries: ReviewEntry[] = [];
  for (const file of sources.files) {
    const reading = await readFile(project, file, options);
    report.errors.push(...reading.errors);
    if (reading.kind === 'failed') continue;
    const named = reading.state.languages
      .filter(({ language }) => languages?.includes(language) ?? true)
      .map((state) => ({ state, units: namedUnits(state, file.namespace, request) }))
      .filter(({ units }) => units.length > 0);
    if (request.action === 'list') {
      for (const { units } of named) for (const { entry } of units) entries.push(entry);
      continue;
    }
    const isSettled =
      named.length > 0 && (await settleSource(project.layout, reading.state, memories, () => {}, writer, report));
    for (const { state, units } of named) {
      const reasons = units.map(({ unit }) => decide(unit, state, request));
      const isWritten = isSettled && (await write(project, reading.state, state, writer, report));
      for (const [index, { entry }] of units.entries()) {
        const skipped = isWritten ? reasons[index] : 'its files cannot be written';
        entries.push(skipped === undefined ? entry : { ...entry, skipped });
      }
    }
  }
  return { entries, report };
}

function namedUnits(state: LanguageState, namespace: string, { matches }: ReviewRequest) {
  return state.units
    .map((unit) => ({ unit, entry: entryOf(state, namespace, unit) }))
    .filter(({ entry }) => matches(entry));
}

async function write(
  project: Project,
  { source }: FileState,
  state: LanguageState,
  writer: FileWriter,
  report: Report,
): Promise<boolean> {
  // Without edits elsewhere the work that is left is what it was; a rejected or changed unit is the next run's.
  const isDone = state.units.every(({ work }) => work === 'none');
  const { changes } = await composeLanguage(project, source, state, isDone);
  return writeGroup(writer, changes, report);
}

function entryOf({ language }: LanguageState, namespace: string, unit: UnitState): ReviewEntry {
  const { expected, line, value, problems } = unit;
  const known = (line?.findings ?? []).filter(({ rule }) => problems.every((problem) => problem.rule !== rule));
  return {
    language,
    namespace,
    key: expected.key,
    state: line?.state ?? 'initial',
    origin: line?.origin,
    source: expected.source.value,
    target: value,
    stale: line?.target !== undefined && line.source !== expected.source.hash,
    previous: line?.previous,
    suggestion: line?.suggestion,
    findings: [...known, ...problems].map(said),
  };
}

/**
 * Approve: the target is right for the source as it is now. Reject: a machine's draft goes and is made anew by the next
 * run; of a person's text only the suggestion beside it goes, or, where the text is gone already, the claim to it.
 * @returns why nothing could be decided.
 */
function decide(unit: UnitState, { language }: LanguageState, { action, state }: ReviewRequest): string | undefined {
  const { line, value, expected, problems } = unit;
  // Two edits that contradict each other are settled in the files, where both can be read.
  const conflict = problems.find(({ rule }) => rule === editConflict.name);
  if (conflict !== undefined) return messageOf(conflict);
  if (line === undefined) return NO_TEXT;
  const settled: RecordLine = {
    ...line,
    findings: withoutFailures(line.findings),
    previous: undefined,
    suggestion: undefined,
    suggested: undefined,
    terms: unit.terms.hash(language),
  };
  if (action === 'approve') {
    if (value === undefined) {
      const isDoubted = line.findings?.some(({ rule }) => rule === languageRule.name) ?? false;
      if (!isDoubted) return problems[0] === undefined ? NO_TEXT : messageOf(problems[0]);
      unit.line = { ...line, source: expected.source.hash, findings: [approvedLanguage(expected.source.language)] };
      return undefined;
    }
    const target = valueHash(expected.source.syntax, value);
    unit.line = { ...settled, source: expected.source.hash, state, target };
    unit.work = 'none';
    judgePerson(unit, language);
    return undefined;
  }
  const isDraft = !isProtected(line);
  if (isDraft || value === undefined) {
    unit.value = undefined;
    unit.problems = [];
    const findings = value === undefined ? [] : approvalOf(line, expected.source.hash);
    unit.line = { key: line.key, source: expected.source.hash, state: 'initial', findings };
    unit.work = 'translate';
    return value === undefined && line.target === undefined ? NO_TEXT : undefined;
  }
  // The person's text stays and now belongs to the new source: they have seen the change and keep their words.
  unit.line = { ...settled, source: expected.source.hash };
  unit.work = 'none';
  return undefined;
}

const NO_TEXT = 'has no translation yet';
