/**
 * What a run is going to do with one source file, as data: nothing of it has happened yet. A dry run shows it, `apply`
 * carries it out.
 */
import type { FileChange } from '../../locales/journal.ts';
import { printRecord, recordBody } from '../../locales/record-text.ts';
import type { Layout } from '../../project/layout/layout.ts';
import type { KeptMemories } from '../see/kept-memory.ts';
import type { FileState } from '../see/read-project.ts';
import type { SourceState } from '../see/source/read-source.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { next } from '../see/target/unit-state.ts';
import { acceptSuggestions } from './accept-suggestions.ts';
import { bundleOf, bundleOnDisk } from './compose-bundle.ts';
import { followSplits } from './follow-splits.ts';
import { keepAndReturn } from './keep-and-return.ts';
import { recordLines } from './recorded-units.ts';
import type { Judge, WorkItem } from './work-item.ts';

export interface FilePlan {
  readonly source: SourceState;
  /**
   * What must be on disk before any engine is asked, as groups in their order: stale marks in every language, people's texts
   * of removed units kept, and only then the new source bundle (rule 2).
   */
  readonly writesFirst: readonly (readonly FileChange[])[];
  readonly languages: readonly LanguagePlan[];
}

export interface LanguagePlan {
  readonly language: string;
  /** As it stands once `writesFirst` is on disk; units that are only copied have their text already. */
  readonly state: LanguageState;
  /** Units that need a translation or a suggestion. */
  readonly items: readonly WorkItem[];
  /** How many units need neither, because their text is the source's own, came back, or was a waiting suggestion. */
  readonly copied: number;
  readonly returned: number;
  readonly accepted: number;
}

export interface PlanOptions {
  readonly layout: Layout;
  /** Whether waiting suggestions of a language take the place of the texts beside them. */
  readonly accepts: (language: string) => boolean;
  readonly judge: Judge;
}

/** @param memories what is kept of each language: texts leave and come as files are planned one after another. */
export function planFile(seenFile: FileState, memories: KeptMemories, options: PlanOptions): FilePlan {
  const { source, marks } = seenFile;
  const writesFirst: FileChange[][] = marks.map((mark) => [mark]);
  const languages: LanguagePlan[] = [];
  for (const seen of seenFile.languages) {
    const accepted = options.accepts(seen.language) ? acceptSuggestions(seen) : { state: seen, units: 0 };
    const kept = keepAndReturn(source, accepted.state, memories, options.judge);
    const split = followSplits(source, kept.state, options.judge);
    const group = firstGroup(options.layout, source, split.state, kept.memory, memories.get(seen.language).seen);
    if (group.length > 0) writesFirst.push(group);
    const copied = split.state.units.filter(({ work }) => work === 'copy').length;
    const state = copied === 0 ? split.state : { ...split.state, units: split.state.units.map(withCopy) };
    const items = state.units
      .filter(({ work }) => work === 'translate' || work === 'suggest')
      .map((unit): WorkItem => ({ source, language: seen.language, unit }));
    const returned = kept.units + split.units;
    languages.push({ language: seen.language, state, items, copied, returned, accepted: accepted.units });
  }
  const seenSnapshot = source.snapshot.text === '' ? null : source.snapshot.text;
  const isMoved = source.disk.namespace !== source.file.namespace;
  const file = source.file.snapshot(source.language);
  const snapshot: FileChange[] = [{ file, text: source.snapshotText, seen: isMoved ? null : seenSnapshot }];
  if (isMoved) snapshot.push({ file: source.disk.snapshot(source.language), text: null, seen: seenSnapshot });
  writesFirst.push(snapshot);
  return { source, writesFirst, languages };
}

function withCopy(unit: LanguageState['units'][number]): LanguageState['units'][number] {
  return unit.work === 'copy' ? next(unit, { kind: 'copied' }) : unit;
}

/** A language's files, where they change before an engine is asked; its memory with them. */
function firstGroup(
  layout: Layout,
  source: SourceState,
  state: LanguageState,
  memory: string | null | undefined,
  seenMemory: string | undefined,
): FileChange[] {
  const { language } = state;
  const group: FileChange[] =
    memory === undefined ? [] : [{ file: layout.memory(language), text: memory, seen: seenMemory ?? null }];
  const isMoved = source.disk.namespace !== source.file.namespace;
  const article = movedArticle(source, state);
  const isInPlace = memory === undefined && !isMoved && article.length === 0;
  if (isInPlace && state.recordText === undefined && state.units.every(isFresh)) return group;
  const lines = recordLines(state);
  const header = { ...state.record.header, from: source.language };
  // A text that leaves the memory stands in its bundle from the same moment on.
  if (isInPlace && recordBody(header, lines) === recordBody(header, state.record.lines)) return group;
  if (isMoved) {
    group.push({ file: source.disk.bundle(language), text: null, seen: bundleOnDisk(state) ?? null });
    group.push({ file: source.disk.record(language), text: null, seen: state.recordText ?? null });
    if (state.document?.base !== undefined) group.push({ file: source.disk.skeleton(language), text: null });
  }
  group.push(...article);
  const seen = (text: string | undefined): Pick<FileChange, 'seen'> => (isMoved ? {} : { seen: text ?? null });
  const bundle = bundleOf(source, state) ?? null;
  group.push({
    file: source.file.bundle(language),
    text: bundle,
    seen: isMoved ? null : (bundleOnDisk(state) ?? null),
  });
  const record = printRecord(header, lines, state.record, undefined);
  group.push({ file: source.file.record(language), text: record, ...seen(state.recordText) });
  return group;
}

/** Whether the source bundle may move before a record is there: who sees the files for the first time again sees the same. */
function isFresh({ line, expected }: LanguageState['units'][number]): boolean {
  return line === undefined || line.source === expected.source.hash;
}

/** The article goes where the source file now is, and those under older extensions go. */
function movedArticle({ file }: SourceState, { language, rendered }: LanguageState): FileChange[] {
  const to = file.article(language);
  const removed = rendered.outdated.map(({ file: old, text }): FileChange => ({ file: old, text: null, seen: text }));
  if (rendered.written === undefined || rendered.file === to) return removed;
  return [
    ...removed,
    { file: to, text: rendered.written, seen: null },
    { file: rendered.file, text: null, seen: rendered.written },
  ];
}
