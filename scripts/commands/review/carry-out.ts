/** Carries decisions out on a project's files: each unit only where it still is what the decision was made for. */
import { besideRuns } from '../../locales/exclusive-run.ts';
import type { FileWriter } from '../../locales/journal.ts';
import { describe } from '../../project/errors.ts';
import { createReport } from '../../project/report.ts';
import { settleSource } from '../../pipeline/plan/settle-source.ts';
import { keptMemories } from '../../pipeline/see/kept-memory.ts';
import type { FileState } from '../../pipeline/see/read-project.ts';
import type { LanguageState, UnitState } from '../../pipeline/see/see-language.ts';
import type { SourceFile } from '../../pipeline/see/sources.ts';
import { composeLanguage } from '../../pipeline/write/compose-language.ts';
import { writeGroup } from '../../pipeline/write/write-group.ts';
import type { Clash, Outcome } from '../../review/contract.ts';
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
  state: LanguageState,
  orders: readonly Order[],
  writer: FileWriter,
): Promise<CarriedOut | string> {
  const { namespace } = file.source.file;
  const { language } = state;
  const units = new Map(state.units.map((unit) => [unit.expected.key, unit]));
  const versions = new Map(state.units.map((unit) => [unit.expected.key, versionOf(unit)]));
  const clashes: Clash[] = [];
  const done: UnitState[] = [];
  const faults: CarriedOut['refused'][number][] = [];
  const before: DoneUnit[] = [];
  const report = createReport();
  if (!(await settleSource(project.layout, file, keptMemories(project), () => {}, writer, report)))
    return report.errors.map(describe).join(' ');
  for (const { key, version, change } of orders) {
    const unit = units.get(key);
    if (unit === undefined) faults.push({ namespace, key, reason: 'is not in its file any more' });
    else if (version !== undefined && version !== versions.get(key))
      clashes.push({ namespace, key, row: rowOf(namespace, unit) });
    else {
      const { line, value } = unit;
      const reason = change.verb === 'restore' ? restore(unit, change.to) : decideInto(state, unit, change);
      if (reason !== undefined) {
        faults.push({ namespace, key, reason });
        continue;
      }
      before.push({ language, namespace, key, value: value ?? null, line, version: '' });
      done.push(unit);
    }
  }
  if (done.length > 0) {
    // Without edits elsewhere the work that is left is what it was; a rejected or changed unit is the next run's.
    const isDone = state.units.every(({ work }) => work === 'none' || work === 'wait');
    const { changes } = await composeLanguage(project, file.source, state, isDone);
    if (!(await writeGroup(writer, changes, report))) return report.errors.map(describe).join(' ');
  }
  return {
    language,
    clashes,
    refused: faults,
    done: done.map((unit) => rowOf(namespace, unit)),
    before: before.map((one, index) => ({ ...one, version: done[index] === undefined ? '' : versionOf(done[index]) })),
  };
}

/** A person's text that gives way to a suggestion is kept with the source that it was made for. */
function decideInto(state: LanguageState, unit: UnitState, event: ReviewEvent): string | undefined {
  const { value, line, expected } = unit;
  const reason = decideUnit(unit, state.language, event);
  if (reason === undefined && event.verb === 'accept' && value !== undefined && line?.previous !== undefined)
    state.gone = [...state.gone, { key: expected.key, value, line }];
  return reason;
}

function restore(unit: UnitState, { value, line }: DoneUnit): undefined {
  unit.value = value ?? undefined;
  unit.line = line;
  unit.work = value === null ? 'translate' : 'none';
  unit.problems = [];
  return undefined;
}
