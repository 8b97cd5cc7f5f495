/**
 * What a run writes before any engine is asked: people's edits taken over, stale marks in every language, people's texts
 * of removed units kept, and only then the new source bundle (rule 2).
 */
import type { FileChange, Journal } from '../locales/journal.ts';
import { printRecord, recordBody, type RecordHeader } from '../locales/record.ts';
import { bundlePath, memoryPath, recordPath, renderedPath } from '../project/paths.ts';
import { valueHash } from './values.ts';
import type { FileState } from './read-project.ts';
import { isProtected } from './record-lines.ts';
import type { LanguageState, UnitState } from './see-language.ts';
import { printKeptMemory, type KeptMemories, type KeptText } from './kept-memory.ts';
import { bundleOf, recordLines } from './compose-language.ts';
import { applyKept, judgePerson } from './apply-result.ts';
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
    const memory = keepAndReturn(source.file.namespace, state, source.snapshot.entries, memories, returned);
    const group: FileChange[] = memory === undefined ? [] : [{ file: memoryPath(state.language), text: memory }];
    const lines = recordLines(state);
    // What comes out of the memory must be on disk before it is gone from there.
    const isNew = memory === undefined && state.recordText === undefined && state.bundle.entries.size === 0;
    const isMoved = source.diskNamespace !== source.file.namespace;
    if (!isNew && (isMoved || recordBody(lines) !== recordBody(state.record.lines))) {
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

/** @returns the new text of the language's memory, where it changes; null: it is empty now. */
function keepAndReturn(
  namespace: string,
  state: LanguageState,
  snapshot: ReadonlyMap<string, { readonly value: string | number | boolean | null }>,
  memories: KeptMemories,
  tell: (language: string) => void,
): string | null | undefined {
  const memory = memories.get(state.language);
  const returned = new Set<KeptText>();
  for (const unit of state.units) {
    const text = memory.texts.find((kept) => comesBack(kept, namespace, unit));
    if (text === undefined || !applyKept(unit, state.language, text)) continue;
    returned.add(text);
    tell(state.language);
  }
  const kept: KeptText[] = [];
  for (const { key, value, line } of state.gone) {
    if (line !== undefined && !isProtected(line)) continue;
    const source = line?.previous ?? snapshot.get(key)?.value;
    kept.push({
      namespace,
      key,
      source: typeof source === 'string' ? source : '',
      target: value,
      state: line?.state ?? 'reviewed',
      origin: line?.origin,
    });
  }
  if (returned.size === 0 && kept.length === 0) return undefined;
  const next = { ...memory, texts: [...memory.texts.filter((text) => !returned.has(text)), ...kept] };
  memories.set(state.language, next);
  return printKeptMemory(next);
}

function comesBack(kept: KeptText, namespace: string, { value, expected }: UnitState): boolean {
  if (value !== undefined || kept.namespace !== namespace || kept.key !== expected.key) return false;
  return valueHash(expected.source.syntax, kept.source) === expected.source.hash;
}
