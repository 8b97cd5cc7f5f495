/**
 * What a run writes before any engine is asked: people's edits taken over, stale marks in every language, people's texts
 * of removed units kept, and only then the new source bundle (rule 2).
 */
import type { FileChange, FileWriter } from '../../locales/journal.ts';
import { printRecord, recordBody } from '../../locales/record-text.ts';
import type { Layout } from '../../project/layout/layout.ts';
import type { FileState } from '../see/read-project.ts';
import type { SourceState } from '../see/read-source.ts';
import type { LanguageState } from '../see/see-language.ts';
import { followSplits } from './follow-splits.ts';
import { keepAndReturn } from './keep-and-return.ts';
import type { KeptMemories } from '../see/kept-memory.ts';
import { bundleOf } from '../write/compose-bundle.ts';
import { bundleOnDisk, recordLines } from '../write/compose-language.ts';
import { judgePerson } from '../judge/apply-result.ts';
import type { Report } from '../../project/report.ts';
import { writeGroup } from '../write/write-group.ts';

/**
 * Judges what people edited, and writes what must be on disk before anything else happens to a file.
 * @param returned is told of each person's text that came back with its unit.
 * @returns whether all could be written; what could not is in the report.
 */
export async function settleSource(
  layout: Layout,
  file: FileState,
  memories: KeptMemories,
  returned: (language: string) => void,
  writer: FileWriter,
  report: Report,
): Promise<boolean> {
  for (const { language, units } of file.languages) {
    for (const unit of units) if (unit.judge) judgePerson(unit, language);
  }
  for (const group of settledGroups(layout, file, memories, returned)) {
    if (!(await writeGroup(writer, group, report))) return false;
    // An article that went with its old extension was listed as left over when the run began.
    const removed = new Set(group.filter(({ text }) => text === null).map((change) => change.file));
    report.orphans.splice(0, Infinity, ...report.orphans.filter((orphan) => !removed.has(orphan)));
  }
  return true;
}

/** The changes to be written first, as groups; a group is one file's files of one language. */
function settledGroups(
  layout: Layout,
  { source, languages, marks }: FileState,
  memories: KeptMemories,
  returned: (language: string) => void,
): FileChange[][] {
  const groups: FileChange[][] = marks.map((mark) => [mark]);
  for (const state of languages) {
    const memory = keepAndReturn(source, state, memories, returned);
    followSplits(source, state, returned);
    const memoryFile = layout.memory(state.language);
    const group: FileChange[] =
      memory === undefined ? [] : [{ file: memoryFile, text: memory, seen: memories.get(state.language).seen ?? null }];
    const lines = recordLines(state);
    const header = { ...state.record.header, from: source.language };
    const isNew = state.recordText === undefined && state.bundle.entries.size === 0;
    const isMoved = source.disk.namespace !== source.file.namespace;
    const article = movedArticle(source, state);
    const isChanged =
      isMoved || article.length > 0 || recordBody(header, lines) !== recordBody(header, state.record.lines);
    // A text that leaves the memory stands in its bundle from the same moment on.
    if (memory !== undefined || (!isNew && isChanged)) {
      if (isMoved) {
        group.push({ file: source.disk.bundle(state.language), text: null, seen: bundleOnDisk(state) ?? null });
        group.push({ file: source.disk.record(state.language), text: null, seen: state.recordText ?? null });
        if (state.document?.base !== undefined) group.push({ file: source.disk.skeleton(state.language), text: null });
      }
      group.push(...article);
      const seen = (text: string | undefined): Pick<FileChange, 'seen'> => (isMoved ? {} : { seen: text ?? null });
      group.push({
        file: source.file.bundle(state.language),
        text: bundleOf(source, state) ?? null,
        ...seen(bundleOnDisk(state)),
      });
      group.push({
        file: source.file.record(state.language),
        text: printRecord(header, lines, state.record, undefined),
        ...seen(state.recordText),
      });
    }
    if (group.length > 0) groups.push(group);
  }
  const seenSnapshot = source.snapshot.text === '' ? null : source.snapshot.text;
  const isMoved = source.disk.namespace !== source.file.namespace;
  const snapshot: FileChange[] = [
    {
      file: source.file.snapshot(source.language),
      text: source.snapshotText,
      ...(isMoved ? {} : { seen: seenSnapshot }),
    },
  ];
  if (isMoved) snapshot.push({ file: source.disk.snapshot(source.language), text: null, seen: seenSnapshot });
  groups.push(snapshot);
  return groups;
}

/** The article goes where the source file now is, and those under older extensions go. */
function movedArticle({ file }: SourceState, { language, rendered }: LanguageState): FileChange[] {
  const to = file.article(language);
  const removed = rendered.outdated.map((outdated): FileChange => ({ file: outdated, text: null }));
  if (rendered.text === undefined || rendered.file === to) return removed;
  return [...removed, { file: to, text: rendered.text }, { file: rendered.file, text: null, seen: rendered.text }];
}
