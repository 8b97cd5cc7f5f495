import { apertium } from './apertium.js';
import { cold, records } from './cold.js';
import { deeplEngine } from './deepl.js';
import { kills } from './kills.js';
import { nothingToDo } from './nothing-to-do.js';
import { firefox, fuzzy } from './programs.js';
import { smallChanges } from './small-changes.js';
import { terms } from './terms.js';
import { formats, throughput } from './throughput.js';
/** The bench's sections by the name that `--only` takes. */
export const SECTIONS = new Map([
    ['noop', nothingToDo],
    ['edit', smallChanges],
    ['records', records],
    ['cold', cold],
    ['deepl', deeplEngine],
    ['formats', formats],
    ['throughput', throughput],
    ['terms', terms],
    ['fuzzy', fuzzy],
    ['kills', kills],
    ['firefox', firefox],
    ['apertium', apertium],
]);
/** What runs unasked: all but what takes minutes or needs programs that may not be there. */
export const DEFAULT_SECTIONS = [
    'noop',
    'edit',
    'records',
    'cold',
    'deepl',
    'formats',
    'terms',
    'fuzzy',
];
