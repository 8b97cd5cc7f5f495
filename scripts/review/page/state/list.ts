/** Which units the list shows, in which order: filters and searches stay as they were while a person works through them. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { UnitRow } from '../../contract.ts';
import { inOrderOfWork, needsWork, WORK_CLASSES, workClass } from '../../order.ts';
import { place } from './address.ts';
import { draftOf } from './drafts.ts';
import { allRows, language, rowId, rowOf, rowsGeneration } from './project.ts';
import { order } from './settings.ts';

/** A class of work, or one of the others. */
export const filter = signal<string>('all');
export const query = signal('');
/** Selected for a decision on several. */
export const selection = signal<ReadonlySet<string>>(new Set());

/** The file that the list is limited to: the one that an address without a unit names. */
export const scopeOf = signal<string | undefined>(undefined);

effect(() => {
  const at = place.value;
  if (at !== undefined && at.key === undefined) scopeOf.value = at.namespace;
});

export const OTHER_FILTERS = [
  { name: 'all', title: 'All' },
  { name: 'work', title: 'Needs work' },
  { name: 'unsaved', title: 'Typed, not saved' },
  { name: 'suggested', title: 'With a suggestion' },
  { name: 'noted', title: 'With a note' },
  { name: 'waived', title: 'Findings dismissed' },
] as const;

function passes(row: UnitRow, name: string, tag: string): boolean {
  if (name === 'all') return true;
  if (name === 'work') return needsWork(row);
  if (name === 'unsaved') return draftOf({ language: tag, ...row }) !== undefined;
  if (name === 'suggested') return row.suggested;
  if (name === 'noted') return row.noted;
  if (name === 'waived') return row.waived > 0;
  return WORK_CLASSES[workClass(row)]?.name === name;
}

/** Raised to put the list in order anew. */
export const listRevision = signal(0);

/** Ids of what is shown. Rows that have changed since stay where they were. */
export const shown = computed<readonly string[]>(() => {
  void rowsGeneration.value;
  void listRevision.value;
  const tag = language.value ?? '';
  const name = filter.value;
  const wanted = query.value.trim().toLocaleLowerCase();
  const scope = scopeOf.value;
  void order.value;
  return untracked(() => {
    const found: UnitRow[] = [];
    for (const row of allRows()) {
      if (scope !== undefined && row.namespace !== scope) continue;
      if (!passes(row, name, tag) || !holds(row, wanted)) continue;
      found.push(row);
    }
    return (order.value === 'work' ? inOrderOfWork(found) : found).map(rowId);
  });
});

function holds({ source, target, key }: UnitRow, wanted: string): boolean {
  if (wanted === '') return true;
  return [source, target ?? '', key].some((text) => text.toLocaleLowerCase().includes(wanted));
}

/** How many of the language's units are in each filter; of the file, where the list is limited to one. */
export const counts = computed<Readonly<Record<string, number>>>(() => {
  const found: Record<string, number> = { all: 0, work: 0, unsaved: 0, suggested: 0, noted: 0, waived: 0 };
  const tag = language.value ?? '';
  for (const row of allRows()) {
    if (scopeOf.value !== undefined && row.namespace !== scopeOf.value) continue;
    const own = WORK_CLASSES[workClass(row)]?.name ?? '';
    for (const name of [...OTHER_FILTERS.map((one) => one.name), own]) {
      if (name === own || passes(row, name, tag)) found[name] = (found[name] ?? 0) + 1;
    }
  }
  return found;
});

/** Units of the list that have been dealt with since it was put in order. */
export const outdated = computed(() => {
  if (filter.value === 'all' || filter.value === 'unsaved') return 0;
  const tag = language.value ?? '';
  return shown.value.filter((id) => {
    const row = rowOf(id);
    return row !== undefined && !passes(row, filter.value, tag);
  }).length;
});

export function toggleSelected(id: string): void {
  const next = new Set(selection.value);
  if (!next.delete(id)) next.add(id);
  selection.value = next;
}

export function selectRange(from: string, to: string): void {
  const [a, b] = [shown.value.indexOf(from), shown.value.indexOf(to)];
  if (a < 0 || b < 0) return;
  selection.value = new Set([...selection.value, ...shown.value.slice(Math.min(a, b), Math.max(a, b) + 1)]);
}
