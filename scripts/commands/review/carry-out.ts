/** Carries decisions out on a project's files: each unit only where it still is what the decision was made for. */
import { besideRuns } from '../../locales/exclusive-run.ts';
import type { FileWriter } from '../../locales/journal.ts';
import { describe } from '../../project/errors.ts';
import { createReport, fold } from '../../project/report/fold-report.ts';
import type { RunEvent } from '../../project/report/run-event.ts';
import { judgedSeen } from '../../pipeline/judge/judge-seen.ts';
import { JUDGE } from '../../pipeline/judge/judge-target.ts';
import { planFile } from '../../pipeline/plan/plan-file.ts';
import { keptMemories } from '../../pipeline/see/kept-memory.ts';
import type { FileState } from '../../pipeline/see/read-project.ts';
import type { LanguageState } from '../../pipeline/see/target/see-language.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import type { SourceFile } from '../../pipeline/see/source/sources.ts';
import { composeLanguage } from '../../pipeline/write/compose-language.ts';
import { writeGroup } from '../../pipeline/write/write-group.ts';
import type { Clash, Outcome } from '../../review/contract.ts';
import { decideForm, versionOfForm } from './added-forms.ts';
import { decideUnit, type ReviewEvent } from './event.ts';
import type { OpenedProject } from './open-project.ts';
import { rowOf, versionOf } from './show-unit.ts';
import type { DoneUnit } from './undo-log.ts';

/** What is to become of a unit: an event, or (undoing) its state as it once was. */
export type Change = ReviewEvent | { readonly verb: 'restore'; readonly to: DoneUnit };

export interface Order {
  readonly namespace: string;
  readonly key: string;
  /** undefined: whatever is there. */
  readonly version: string | undefined;
  readonly change: Change;
}

export interface CarriedOut extends Omit<Outcome, 'title'> {
  /** As they were before. */
  readonly before: readonly DoneUnit[];
}

const MEANWHILE = 'was changed meanwhile, and left as it is';

/** A file that somebody changes again and again is given up after so many times. */
const TRIES = 40;

/**
 * @param orders in any order; those of one file are written together.
 * @throws ConfigurationError while the project cannot be written at all.
 */
export async function carryOut(
  opened: OpenedProject,
  language: string,
  orders: readonly Order[],
  note: (line: string) => void,
): Promise<CarriedOut> {
  const parts: CarriedOut[] = [];
  const byFile = new Map<string, Order[]>();
  for (const order of orders) {
    const same = byFile.get(order.namespace);
    if (same === undefined) byFile.set(order.namespace, [order]);
    else same.push(order);
  }
  await besideRuns(opened.project, note, async (journal) => {
    for (const [namespace, own] of byFile) {
      const file = opened.files.find((one) => one.namespace === namespace);
      if (file === undefined) parts.push(refused(own, language, 'its file is gone'));
      else parts.push(await ofFile(opened, file, language, own, journal));
    }
  });
  return {
    language,
    done: parts.flatMap(({ done }) => done),
    clashes: parts.flatMap(({ clashes }) => clashes),
    refused: parts.flatMap((part) => part.refused),
    before: parts.flatMap(({ before }) => before),
  };
}

function refused(orders: readonly Order[], language: string, reason: string): CarriedOut {
  const all = orders.map(({ namespace, key }) => ({ namespace, key, reason }));
  return { language, done: [], clashes: [], refused: all, before: [] };
}

async function ofFile(
  opened: OpenedProject,
  file: SourceFile,
  language: string,
  orders: readonly Order[],
  writer: FileWriter,
): Promise<CarriedOut> {
  let reason = '';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reading = await opened.read(file, language);
    const state =
      reading.kind === 'read' ? reading.state.languages.find((one) => one.language === language) : undefined;
    if (reading.kind !== 'read' || state === undefined) {
      const [error] = reading.errors;
      return refused(orders, language, error === undefined ? `is not translated into ${language}` : describe(error));
    }
    const tried = await attemptOn(opened, reading.state, state, orders, writer);
    if (typeof tried !== 'string') return tried;
    // Somebody wrote the files in between: what they hold now is looked at, and nothing of it is overwritten.
    reason = tried;
  }
  return refused(orders, language, reason);
}

/** @returns why the files could not be written. */
async function attemptOn(
  { project }: OpenedProject,
  file: FileState,
  seen: LanguageState,
  orders: readonly Order[],
  writer: FileWriter,
): Promise<CarriedOut | string> {
  const { namespace } = file.source.file;
  const { language } = seen;
  const report = createReport();
  const tell = (event: RunEvent): void => fold(report, event);
  const plan = planFile({ ...file, languages: file.languages }, keptMemories(project), {
    layout: project.layout,
    accepts: () => false,
    judge: JUDGE,
  });
  for (const group of plan.writesFirst)
    if (!(await writeGroup(writer, group, tell))) return report.errors.map(describe).join(' ');
  const planned = plan.languages.find((one) => one.language === language)?.state ?? seen;
  const units = new Map(judgedSeen(planned.units).map((unit) => [unit.expected.key, unit]));
  const versions = new Map([...units].map(([key, unit]) => [key, versionOf(unit)]));
  const forms = new Map(planned.extra.map((form) => [form.line.key, form]));
  const clashes: Clash[] = [];
  const done: string[] = [];
  const faults: CarriedOut['refused'][number][] = [];
  const before: DoneUnit[] = [];
  for (const { key, version, change } of orders) {
    const unit = units.get(key);
    const form = forms.get(key);
    if (unit === undefined && form !== undefined) {
      const decided =
        version === undefined || version === versionOfForm(form) ? decideForm(form, change, file.source) : MEANWHILE;
      if (typeof decided === 'string') faults.push({ namespace, key, reason: decided });
      else {
        forms.set(key, decided);
        done.push(key);
      }
    } else if (unit === undefined) faults.push({ namespace, key, reason: 'is not in its file any more' });
    else if (version !== undefined && version !== versions.get(key))
      clashes.push({ namespace, key, row: rowOf(namespace, unit) });
    else {
      const { line, value } = unit;
      const decided = change.verb === 'restore' ? restored(unit, change.to) : decideUnit(unit, change);
      if (typeof decided === 'string') {
        faults.push({ namespace, key, reason: decided });
        continue;
      }
      before.push({ language, namespace, key, value: value ?? null, line, version: '' });
      units.set(key, decided);
      done.push(key);
    }
  }
  let written: ReadonlyMap<string, UnitState> = units;
  if (done.length > 0) {
    const all = planned.units.map((unit) => units.get(unit.expected.key) ?? unit);
    // Without edits elsewhere the work that is left is what it was; a rejected or changed unit is the next run's.
    const isDone = all.every(({ work }) => work === 'none' || work === 'wait');
    const composed = await composeLanguage(
      project,
      file.source,
      { ...planned, units: all, extra: [...forms.values()] },
      isDone,
    );
    if (!(await writeGroup(writer, composed.changes, tell))) return report.errors.map(describe).join(' ');
    written = new Map(composed.state.units.map((unit) => [unit.expected.key, unit]));
  }
  return {
    language,
    clashes,
    refused: faults,
    done: done.flatMap((key) => rowsOf(namespace, written.get(key))),
    before: before.map((one) => ({ ...one, version: versionOfKey(written.get(one.key)) })),
  };
}

function rowsOf(namespace: string, unit: UnitState | undefined): Outcome['done'] {
  return unit === undefined ? [] : [rowOf(namespace, unit)];
}

function versionOfKey(unit: UnitState | undefined): string {
  return unit === undefined ? '' : versionOf(unit);
}

function restored(unit: UnitState, { value, line }: DoneUnit): UnitState {
  return { ...unit, value: value ?? undefined, line, work: value === null ? 'translate' : 'none', problems: [] };
}
