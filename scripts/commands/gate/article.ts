/** The gate's verdict on a rendered article: it must be there, and show what its bundle says. */
import { fileHash } from '../../locales/file-hash.ts';
import type { FileChange } from '../../locales/journal.ts';
import type { Project } from '../../pipeline/see/project.ts';
import type { FileState } from '../../pipeline/see/read-project.ts';
import { isProtected } from '../../pipeline/see/target/record-lines.ts';
import { parseRendered } from '../../pipeline/see/target/read-rendered.ts';
import type { LanguageState } from '../../pipeline/see/target/see-language.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { readBytes } from '../../pipeline/see/source/sources.ts';
import { placeEdits } from '../../pipeline/write/compose-article.ts';
import { composeLanguage } from '../../pipeline/write/compose-language.ts';
import type { Fault } from './fault.ts';

/** What `render` would make of a language. */
export interface CheckedArticle {
  /** As it would leave them: what people's texts are refused for is said of them. */
  readonly units: readonly UnitState[];
  readonly fault: Fault | undefined;
}

/** @param state whose units are judged. */
export async function checkArticle(
  project: Project,
  source: FileState['source'],
  state: LanguageState,
): Promise<CheckedArticle> {
  const { parsed } = source;
  if (parsed.kind !== 'article') return { units: state.units, fault: undefined };
  // An edit that the next run records is no fault of the article.
  if (state.units.some(({ isEdited }) => isEdited))
    return { units: await placeEdits(project, source, parsed, state), fault: undefined };
  const composed = await composeLanguage(project, source, state, true);
  // What a machine's text is refused for is not said here: it is made anew.
  const units = state.units.map((unit, index) => {
    const after = unit.line !== undefined && isProtected(unit.line) ? composed.state.units[index] : undefined;
    return after ?? unit;
  });
  return { units, fault: articleFault(project, source, state, composed.changes) };
}

/** A layout of its own is no fault. */
function articleFault(
  project: Project,
  source: FileState['source'],
  state: LanguageState,
  changes: readonly FileChange[],
): Fault | undefined {
  const file = source.file.article(state.language);
  const wanted = changes.find((change) => change.file === file)?.text;
  const bytes = readBytes(project.root, file);
  if (typeof wanted !== 'string' || (bytes !== undefined && fileHash(bytes) === fileHash(wanted))) return undefined;
  const { units, bundle, recordText } = state;
  const isOld = source.disk.namespace !== source.file.namespace || hasChanged(source);
  // What is missing or stale was said of its units.
  const isSaid = units.some(
    ({ value, line, expected }) => value === undefined || line?.source !== expected.source.hash,
  );
  if ((isOld && isSaid) || (recordText === undefined && bundle.entries.size === 0 && bytes === undefined))
    return undefined;
  const message = bytes === undefined ? 'the rendered article is missing' : 'is not what source and bundle make';
  const [kind, remedy] = isOld ? (['stale', 'translate'] as const) : (['unrecorded', 'render'] as const);
  const { language } = state;
  const { namespace } = source.file;
  return { kind, severity: 'error', file, language, namespace, message: `${message}: run ${remedy}` };
}

/** Whether the source says other things than when it was seen last, or in another order. */
function hasChanged({ units, snapshot, removed }: FileState['source']): boolean {
  const seen = [...snapshot.entries].filter(([, { value }]) => typeof value === 'string');
  return (
    removed.length > 0 || units.some(({ key, value }, at) => key !== seen[at]?.[0] || value !== seen[at]?.[1].value)
  );
}

/** Where a unit's text stands when a person wrote it into the article: file and line; else undefined. */
export type EditPlaces = (unit: UnitState) => Pick<Fault, 'file' | 'line'> | undefined;

/** Finds edits that are in the article and not in the bundle. The article is parsed only where there is one. */
export async function editPlaces(
  project: Project,
  source: FileState['source'],
  state: LanguageState,
): Promise<EditPlaces> {
  const { rendered, bundle, units } = state;
  const isThere = (unit: UnitState): boolean =>
    unit.isEdited && bundle.entries.get(unit.expected.key)?.value !== unit.value;
  const { text, file } = rendered;
  if (text === undefined || !units.some(isThere)) return () => undefined;
  const parsed = await parseRendered(source.file.format, file, text, project.configuration);
  const lines = new Map(units.map((unit, index) => [unit, parsed.units[index]?.line]));
  return (unit) => {
    if (!isThere(unit)) return undefined;
    const line = lines.get(unit);
    return line === undefined ? { file } : { file, line };
  };
}
