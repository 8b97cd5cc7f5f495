/**
 * What a run writes before any engine is asked: people's edits taken over, stale marks in every language, people's texts
 * of removed units kept, and only then the new source bundle (rule 2).
 */
import type { FileChange, Journal } from '../locales/journal.ts';
import { printRecord, recordBody, type RecordHeader } from '../locales/record.ts';
import { bundlePath, memoryPath, recordPath, renderedPath } from '../project/paths.ts';
import type { FileState } from './read-project.ts';
import type { LanguageState } from './see-language.ts';
import { keepAndReturn } from './keep-and-return.ts';
import type { KeptMemories } from './kept-memory.ts';
import { bundleOf, recordLines } from './compose-language.ts';
import { judgePerson } from './apply-result.ts';
import type { Report } from './report.ts';
import { writeGroup } from './write-group.ts';

/**
 * Judges what people edited, and writes what must be on disk before anything else happens to a file.
 * @param returned is told of each person's text that came back with its unit.
 * @returns whether all could be written; what could not is in the report.
 */
export async function settleSource(
  file: FileState,
  memories: KeptMemories,
  returned: (language: string) => void,
  journal: Journal,
  report: Report,
): Promise<boolean> {
  for (const { language, units } of file.languages) {
    for (const unit of units) if (unit.judge) judgePerson(unit, language);
  }
  for (const group of settledGroups(file, memories, returned)) {
    if (!(await writeGroup(journal, group, report))) return false;
  }
  return true;
}

/** The changes to be written first, as groups; a group is one file's files of one language. */
function settledGroups(
  { source, languages, marks }: FileState,
  memories: KeptMemories,
  returned: (language: string) => void,
): FileChange[][] {
  const groups: FileChange[][] = marks.map((mark) => [mark]);
  for (const state of languages) {
    const memory = keepAndReturn(source, state, memories, returned);
    const group: FileChange[] = memory === undefined ? [] : [{ file: memoryPath(state.language), text: memory }];
    const lines = recordLines(state);
    const isNew = state.recordText === undefined && state.bundle.entries.size === 0;
    const isMoved = source.diskNamespace !== source.file.namespace;
    const isChanged = isMoved || recordBody(lines) !== recordBody(state.record.lines);
    // A text that leaves the memory stands in its bundle from the same moment on.
    if (memory !== undefined || (!isNew && isChanged)) {
      const namespace = source.file.namespace;
      const old = state.record.header;
      // What this run finds by hash it must find again if it is cut off here; the structure is settled only at its end.
      const header: RecordHeader | undefined = old && { ...old, bundle: '', outline: '', body: '' };
      if (isMoved) group.push(...movedFiles(source.diskNamespace, namespace, source.file.extension, state));
      group.push({ file: bundlePath(state.language, namespace), text: bundleOf(source, state) ?? null });
      group.push({ file: recordPath(state.language, namespace), text: printRecord(header, recordBody(lines)) });
    }
    if (group.length > 0) groups.push(group);
  }
  const snapshot: FileChange[] = [
    { file: bundlePath(source.language, source.file.namespace), text: source.snapshotText },
  ];
  if (source.diskNamespace !== source.file.namespace) {
    snapshot.push({ file: bundlePath(source.language, source.diskNamespace), text: null });
  }
  groups.push(snapshot);
  return groups;
}

function movedFiles(from: string, to: string, extension: string, state: LanguageState): FileChange[] {
  const { language, renderedText } = state;
  const changes: FileChange[] = [
    { file: bundlePath(language, from), text: null },
    { file: recordPath(language, from), text: null },
  ];
  if (renderedText !== undefined) {
    changes.push(
      { file: renderedPath(language, to, extension), text: renderedText },
      { file: renderedPath(language, from, extension), text: null },
    );
  }
  return changes;
}
