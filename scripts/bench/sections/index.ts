import type { Figure } from '../figure.ts';
import type { Workbench } from '../workbench.ts';
import { adopt } from './adopt.ts';
import { apertium } from './apertium.ts';
import { cold, records } from './cold.ts';
import { deeplEngine } from './deepl.ts';
import { gate } from './gate.ts';
import { growth } from './growth.ts';
import { kills } from './kills.ts';
import { nothingToDo } from './nothing-to-do.ts';
import { firefox, fuzzy } from './programs.ts';
import { smallChanges } from './small-changes.ts';
import { TEAM_SECTIONS } from './team.ts';
import { terms } from './terms.ts';
import { formats, throughput } from './throughput.ts';

export type Section = (workbench: Workbench) => Promise<Figure[]>;

/** The bench's sections by the name that `--only` takes. */
export const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['noop', nothingToDo],
  ['gate', gate],
  ['edit', smallChanges],
  ['adopt', adopt],
  ['records', records],
  ['cold', cold],
  ['deepl', deeplEngine],
  ['formats', formats],
  ['throughput', throughput],
  ['terms', terms],
  ['fuzzy', fuzzy],
  ['growth', growth],
  ['kills', kills],
  ['firefox', firefox],
  ['apertium', apertium],
  ...TEAM_SECTIONS,
]);

/** @returns the sections of a name, or all whose names begin with it: `team` is `team-bytes` and the others. */
export function sectionsOf(name: string): string[] {
  return SECTIONS.has(name) ? [name] : [...SECTIONS.keys()].filter((one) => one.startsWith(`${name}-`));
}

/** What runs unasked: all but what takes minutes or needs programs that may not be there. */
export const DEFAULT_SECTIONS: readonly string[] = [
  'noop',
  'gate',
  'edit',
  'records',
  'cold',
  'deepl',
  'formats',
  'terms',
  'fuzzy',
];
