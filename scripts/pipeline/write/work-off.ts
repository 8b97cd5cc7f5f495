/** The plan carried out: what is left is recalled, asked for and judged, and each file and language written when it is whole. */
import type { Project } from '../see/project.ts';
import { next, type UnitState } from '../see/target/unit-state.ts';
import type { FilePlan, LanguagePlan } from '../plan/plan-file.ts';
import { countUnits, recordLines } from '../plan/recorded-units.ts';
import type { Result, WorkItem } from '../plan/work-item.ts';
import type { Recall } from '../recall/recall.ts';
import type { Translator } from '../ask/translator.ts';
import { eventOf } from '../judge/event-of.ts';
import { judgedSeen } from '../judge/judge-seen.ts';
import { problemsOf } from '../judge/problems.ts';
import type { Tell } from '../../project/report/run-event.ts';
import type { SourceState } from '../see/source/read-source.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import type { RecordLine } from '../../locales/record.ts';
import type { Job } from '../job.ts';
import { composeLanguage } from './compose-language.ts';
import { writeGroup } from './write-group.ts';

/** A language of a file on its way: its units as they are now. */
export interface Underway {
  readonly source: SourceState;
  readonly own: LanguagePlan;
  readonly isAsked: boolean;
  /** Given up once they are written: a large project has many. */
  units: UnitState[];
  left: number;
  isDone: boolean;
}

/** What was planned, as far as it could be done without asking anybody. */
export interface Begun {
  /** The languages that wait for an answer. */
  readonly open: readonly Underway[];
  /** Ends when the others are on disk. */
  readonly written: Promise<unknown>;
}

/** Judges and tells what was planned, and writes each file and language that waits for nobody's answer. */
export function begin(plans: readonly FilePlan[], job: Job): Begun {
  const { options, isAsked } = job;
  const open: Underway[] = [];
  const finishing: Promise<void>[] = [];
  for (const { source, languages } of plans) {
    for (const own of languages) {
      const asked = isAsked(source.file, own.language);
      if (asked) tellPlanned(job, source, own);
      const units = [...judgedSeen(own.state.units)];
      if (options.dryRun && asked) tellCounts(job, source, { ...own.state, units });
      const on: Underway = { source, own, isAsked: asked, units, left: own.items.length, isDone: true };
      const isAdoption = options.adopt === true;
      // Nothing is there to be taken over.
      if (isAdoption && own.state.bundle.text === '' && own.state.rendered.text === undefined) continue;
      if (own.items.length > 0 && asked && !isAdoption) {
        open.push(on);
        continue;
      }
      on.isDone = own.items.length === 0;
      finishing.push(finish(on, job));
    }
  }
  return { open, written: Promise.all(finishing) };
}

/**
 * Translates what is still open, and writes each file and language the moment it is complete.
 * @returns when all is translated; `written` ends when the last file is on disk, so that nobody need wait for the disk before
 *   going on.
 */
export async function workOff(
  begun: Begun,
  job: Job,
  recall: Recall,
  translator: Translator,
): Promise<{ readonly written: Promise<unknown> }> {
  const { project } = job;
  const waiting = new Map<WorkItem, { readonly on: Underway; readonly at: number }>();
  const finishing: Promise<unknown>[] = [begun.written];
  for (const on of begun.open) {
    const places = new Map(on.own.state.units.map((unit, index) => [unit, index]));
    for (const item of on.own.items) waiting.set(item, { on, at: places.get(item.unit) ?? -1 });
  }
  const settle = (item: WorkItem, result: Result): void => {
    const place = waiting.get(item);
    if (place === undefined) return;
    const { on, at } = place;
    waiting.delete(item);
    tellResult(job, item, result);
    const unit = on.units[at];
    if (unit !== undefined) on.units[at] = next(unit, eventOf(unit, result, project.enginesPrint(item.language)));
    if (!result.done && result.why !== 'waits') on.isDone = false;
    on.left -= 1;
    if (on.left === 0) finishing.push(finish(on, job));
  };
  try {
    const left: WorkItem[] = [];
    for (const item of waiting.keys()) {
      const known = recall(item);
      if (known === undefined) left.push(item);
      else settle(item, known);
    }
    await translator.translate(left, settle);
  } catch (error) {
    await Promise.allSettled(finishing);
    throw error;
  }
  return { written: Promise.all(finishing) };
}

/** A dry run writes nothing. */
function finish(on: Underway, job: Job): Promise<void> {
  if (job.options.dryRun) return Promise.resolve();
  const done = write(on, job);
  // Whoever waits for it hears of a failure; until then nobody does.
  done.catch(() => undefined);
  return done;
}

function tellPlanned(
  { tell }: Job,
  source: SourceState,
  { language, copied, returned, accepted, state }: LanguagePlan,
): void {
  if (copied > 0) tell({ kind: 'recalled', language, match: 'source', units: copied });
  if (returned > 0) tell({ kind: 'recalled', language, match: 'kept', units: returned });
  if (accepted > 0) tell({ kind: 'accepted', language, units: accepted });
  tellEdits(tell, state, source.file.bundle(language));
}

/** People's edits that this run records, by the file that they were made in. */
function tellEdits(tell: Tell, { units, extra, bundle, rendered }: LanguageState, file: string): void {
  const edited = units.filter(({ isEdited }) => isEdited);
  const forms = extra.filter(({ isEdited }) => isEdited).length;
  const inUnits = edited.filter(({ expected, value }) => bundle.entries.get(expected.key)?.value === value).length;
  if (inUnits + forms > 0) tell({ kind: 'taken-over', file, units: inUnits + forms });
  if (edited.length > inUnits) tell({ kind: 'taken-over', file: rendered.file, units: edited.length - inUnits });
}

function tellResult({ tell }: Job, { language, source, unit }: WorkItem, result: Result): void {
  if (result.done && result.match === undefined) tell({ kind: 'made', language, units: 1 });
  else if (result.done) tell({ kind: 'recalled', language, match: result.match ?? '', units: 1 });
  else {
    const { reason, why } = result;
    const { key } = unit.expected;
    tell({ kind: 'failed', file: source.file.path, key, language, reason, isRefusal: why === 'refusal' });
  }
}

/** @param state the language as it is now. @param lines of its record. */
function tellCounts(
  { tell }: Job,
  source: SourceState,
  state: Parameters<typeof countUnits>[0] & { readonly language: string },
  lines: readonly RecordLine[] = recordLines(state),
): void {
  const { language } = state;
  tell({
    kind: 'counted',
    language,
    counts: countUnits(state, lines),
    problems: problemsOf(source.file, language, lines),
  });
}

async function write(on: Underway, job: Job): Promise<void> {
  const { project, tools, tell } = job;
  const { source, own } = on;
  const state = { ...own.state, units: on.units };
  on.units = [];
  const isDone = on.isDone && (await isSound(project));
  if (!isDone && isBare(state)) {
    if (on.isAsked) tellCounts(job, source, state);
    return;
  }
  const { changes, state: written, lines, stale } = await composeLanguage(project, source, state, isDone);
  const { file } = source;
  for (const line of stale) {
    const message = `changed where ${file.article(own.language)} has been changed by hand: what stands there stays`;
    tell({ kind: 'warning', warning: { file: file.path, line, message } });
  }
  if (!(await writeGroup(tools.files, changes, tell))) {
    tell({ kind: 'failed', file: file.path, language: own.language, reason: 'its files cannot be written' });
  }
  if (on.isAsked) tellCounts(job, source, written, lines);
}

/** True where nothing is on disk and nothing came of the run: an engine that is not there, a limit, an interruption. */
function isBare({ bundle, recordText, rendered, units, extra }: LanguageState): boolean {
  const isAbsent = bundle.text === '' && recordText === undefined && rendered.text === undefined;
  const hasNothing = (unit: UnitState): boolean =>
    unit.value === undefined && unit.problems.length === 0 && (unit.line?.findings ?? []).length === 0;
  return isAbsent && extra.length === 0 && units.every(hasNothing);
}

/** A bad termbase row is an error of every run until it is mended: no record then says that nothing is to do. */
async function isSound(project: Project): Promise<boolean> {
  const { errors } = await project.termbase();
  return errors.length === 0;
}
