/** The work that is left: copied, translated, and each file and language written the moment it is complete. */
import type { FileWriter } from '../../locales/journal.ts';
import { applyResult, copySource } from '../judge/apply-result.ts';
import { composeLanguage, countUnits, recordLines } from './compose-language.ts';
import { problemsOf } from '../judge/problems.ts';
import type { Project } from '../see/project.ts';
import type { FileState } from '../see/read-project.ts';
import { addCounts, countMemory, type Counts, type Report } from '../../project/report.ts';
import type { LanguageState } from '../see/see-language.ts';
import type { Job } from '../job.ts';
import type { Translator } from '../ask/translator.ts';
import type { WorkItem } from '../plan/work-item.ts';
import { writeGroup } from './write-group.ts';

/**
 * Translates what the states still need, and writes each file and language the moment it is complete.
 * @returns when all is translated; `written` ends when the last file is on disk, so that nobody need wait for the disk before
 *   going on.
 */
export async function workOff(
  states: readonly FileState[],
  { project, options, isAsked, tools, report }: Job,
  translator: Translator,
): Promise<{ readonly written: Promise<unknown> }> {
  const work: WorkItem[] = [];
  const waiting = new Map<LanguageState, { readonly file: FileState; left: number; isDone: boolean }>();
  const finishing: Promise<void>[] = [];
  const finish = (file: FileState, state: LanguageState, isDone: boolean): void => {
    const done = write(file, state, isDone);
    // Whoever waits for it hears of a failure; until then nobody does.
    done.catch(() => undefined);
    finishing.push(done);
  };
  const write = async (file: FileState, state: LanguageState, isDone: boolean): Promise<void> => {
    const counts = await writeLanguage(project, file, state, isDone, tools.files, report);
    if (isAsked(file.source.file, state.language)) countState(report, state, file, counts);
    // What is written is not needed again, and a large project has much of it.
    for (const unit of state.units) [unit.value, unit.line] = [undefined, undefined];
  };
  for (const file of states) {
    for (const state of file.languages) {
      const isOurs = isAsked(file.source.file, state.language);
      if (options.dryRun && isOurs) countState(report, state, file, countUnits(state));
      const open = state.units.filter(({ work: needed }) => needed !== 'none' && needed !== 'wait');
      for (const unit of open) {
        if (unit.work !== 'copy') continue;
        if (!options.dryRun) copySource(unit);
        if (isOurs) countMemory(report, state.language, 'source');
      }
      const items = open
        .filter(({ work: needed }) => needed !== 'copy')
        .map((unit): WorkItem => ({ source: file.source, state, language: state.language, unit }));
      // Nothing is there to be taken over.
      if (options.adopt === true && state.bundle.text === '' && state.rendered.text === undefined) continue;
      if (items.length === 0 || !isOurs || options.adopt === true) {
        if (!options.dryRun) finish(file, state, items.length === 0);
        continue;
      }
      waiting.set(state, { file, left: items.length, isDone: true });
      // Not spread, here and elsewhere: the stack holds some 120,000 arguments.
      for (const item of items) work.push(item);
    }
  }
  try {
    await translator.translate(work, (item, result) => {
      applyResult(item.unit, item.language, result, project.enginesPrint(item.language));
      const rest = waiting.get(item.state);
      if (rest === undefined) return;
      if (!result.done && result.why !== 'waits') rest.isDone = false;
      rest.left -= 1;
      if (rest.left === 0 && !options.dryRun) finish(rest.file, item.state, rest.isDone);
    });
  } catch (error) {
    await Promise.allSettled(finishing);
    throw error;
  }
  return { written: Promise.all(finishing) };
}

function countState(report: Report, state: LanguageState, { source }: FileState, counts: Counts): void {
  addCounts(report, state.language, counts);
  report.problems.push(...problemsOf(source.file, state.language, recordLines(state)));
}

async function writeLanguage(
  project: Project,
  file: FileState,
  state: LanguageState,
  isDone: boolean,
  writer: FileWriter,
  report: Report,
): Promise<Counts> {
  // A bad termbase row is an error of every run until it is mended: no record then says that nothing is to do.
  const { errors } = await project.termbase();
  const { changes, counts, stale } = await composeLanguage(project, file.source, state, isDone && errors.length === 0);
  const own = file.source.file.article(state.language);
  for (const line of stale) {
    const message = `changed where ${own} has been changed by hand: what stands there stays`;
    report.warnings.push({ file: file.source.file.path, line, message });
  }
  if (!(await writeGroup(writer, changes, report))) {
    const { path } = file.source.file;
    report.failed.push({ file: path, language: state.language, reason: 'its files cannot be written' });
  }
  return counts;
}
