/**
 * The order of work: what is known to need a person comes first. Nothing here guesses how good a text is. Length, rare words
 * and unknown words were measured to say next to nothing about it, so they have no part.
 */
import type { UnitRow } from './contract.ts';

export interface WorkClass {
  readonly name: string;
  /** Shown beside the list. */
  readonly title: string;
  readonly holds: (row: UnitRow) => boolean;
}

const isApproved = ({ state }: UnitRow): boolean => state === 'reviewed' || state === 'final';
const isPersons = (row: UnitRow): boolean => isApproved(row) || row.origin === 'person';

/** The first class that holds counts; within a class units stand in the order of the document. */
export const WORK_CLASSES: readonly WorkClass[] = [
  { name: 'error', title: 'Errors', holds: ({ errors, target }) => errors > 0 && target !== null },
  { name: 'stale', title: 'Source changed', holds: (row) => row.stale && isPersons(row) },
  { name: 'missing', title: 'Missing', holds: ({ target }) => target === null },
  { name: 'warning', title: 'Warnings', holds: (row) => row.warnings > 0 && !isApproved(row) },
  { name: 'edited', title: 'Edited by a person', holds: (row) => row.origin === 'person' && !isApproved(row) },
  {
    name: 'draft',
    title: 'Machine drafts',
    holds: (row) => !isApproved(row) && !['memory', 'source'].includes(row.origin),
  },
  { name: 'memory', title: 'Exact from memory', holds: (row) => !isApproved(row) },
  { name: 'approved', title: 'Approved', holds: () => true },
];

/** The place of a unit's class, 0 first. */
export function workClass(row: UnitRow): number {
  return WORK_CLASSES.findIndex(({ holds }) => holds(row));
}

/** Whether a unit waits for a person. */
export function needsWork(row: UnitRow): boolean {
  return workClass(row) < WORK_CLASSES.length - 1;
}

/** Rows in the order of work; equal classes keep the order that they came in. */
export function inOrderOfWork(rows: readonly UnitRow[]): UnitRow[] {
  const classes = new Map(rows.map((row) => [row, workClass(row)]));
  return rows.toSorted((a, b) => (classes.get(a) ?? 0) - (classes.get(b) ?? 0));
}
