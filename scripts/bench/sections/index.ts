import type { Figure } from '../figure.ts';
import type { Workbench } from '../workbench.ts';
import { apertium } from './apertium.ts';
import { cold, records } from './cold.ts';
import { deeplEngine } from './deepl.ts';
import { gate } from './gate.ts';
import { growth } from './growth.ts';
import { kills } from './kills.ts';
import { nothingToDo } from './nothing-to-do.ts';
import { firefox, fuzzy } from './programs.ts';
import { smallChanges } from './small-changes.ts';
import { team } from './team.ts';
import { teamFaults } from './team-faults.ts';
import { terms } from './terms.ts';
import { formats, throughput } from './throughput.ts';

export type Section = (workbench: Workbench) => Promise<Figure[]>;

/** The bench's sections by the name that `--only` takes. */
export const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['noop', nothingToDo],
  ['gate', gate],
  ['edit', smallChanges],
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
  ['team', team],
  ['team-faults', teamFaults],
]);

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
