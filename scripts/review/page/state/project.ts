/** The project and the units of the language that is shown. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { Address, ProjectInfo, UnitRow } from '../../contract.ts';
import { announceFailure } from './announce.ts';
import { place } from './address.ts';
import { get } from './api.ts';
import { lastLanguage } from './settings.ts';

export const project = signal<ProjectInfo | undefined>(undefined);

/** Rows by id, in the document's order; changed in place. */
const rows = new Map<string, UnitRow>();
/** Raised with every change of a row. */
export const rowsRevision = signal(0);
/** Raised when the set of rows is another one: the list is put in order anew. */
export const rowsGeneration = signal(0);
export const loadedLanguage = signal<string | undefined>(undefined);
export const isLoading = signal(true);

export const language = computed(() => {
  const known = project.value?.languages.map(({ tag }) => tag);
  const last = lastLanguage.value;
  if (place.value !== undefined) return place.value.language;
  return last !== undefined && known?.includes(last) !== false ? last : known?.[0];
});

effect(() => {
  if (project.value !== undefined && language.value !== undefined)
    localStorage.setItem('glossa.language', language.value);
});
export const languageInfo = computed(() => project.value?.languages.find(({ tag }) => tag === language.value));

export function rowId({ namespace, key }: Pick<Address, 'namespace' | 'key'>): string {
  return `${namespace}\n${key}`;
}

export function rowOf(id: string): UnitRow | undefined {
  void rowsRevision.value;
  return rows.get(id);
}

export function allRows(): IterableIterator<UnitRow> {
  void rowsRevision.value;
  return rows.values();
}

export async function loadProject(): Promise<void> {
  try {
    project.value = await get('project');
  } catch (error) {
    announceFailure(error);
  }
}

/** Reads the units of a language. */
export async function loadRows(tag: string): Promise<void> {
  isLoading.value = true;
  try {
    const loaded = await get('units', { language: tag });
    if (language.value !== tag) return;
    batch(() => {
      rows.clear();
      for (const row of loaded) rows.set(rowId(row), row);
      loadedLanguage.value = tag;
      rowsRevision.value++;
      rowsGeneration.value++;
    });
  } catch (error) {
    announceFailure(error);
  } finally {
    isLoading.value = false;
  }
}

/** Takes over rows that a decision, or somebody else, has changed. */
export function takeRows(tag: string, changed: readonly UnitRow[]): void {
  if (loadedLanguage.value !== tag) return;
  let isNew = false;
  for (const row of changed) {
    isNew ||= !rows.has(rowId(row));
    rows.set(rowId(row), row);
  }
  batch(() => {
    rowsRevision.value++;
    if (isNew) rowsGeneration.value++;
  });
}

/** Reads files again that have changed on disk. */
export async function refreshRows(namespaces: readonly string[]): Promise<void> {
  const tag = loadedLanguage.value;
  if (tag === undefined) return;
  try {
    const [info, ...lists] = await Promise.all([
      get('project'),
      ...namespaces.map((namespace) => get('units', { language: tag, namespace })),
    ]);
    const left = new Set(lists.flat().map(rowId));
    const gone = [...rows.values()].filter((row) => namespaces.includes(row.namespace) && !left.has(rowId(row)));
    batch(() => {
      project.value = info;
      for (const row of gone) rows.delete(rowId(row));
      takeRows(tag, lists.flat());
      if (gone.length > 0) rowsGeneration.value++;
    });
  } catch (error) {
    announceFailure(error);
  }
}
