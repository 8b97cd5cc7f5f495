import type { CheckFormat } from './check-format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** All output formats of `check` but `json`, which is the report itself. A new one is one file, and one row here. */
export const CHECK_FORMATS: readonly CheckFormat[] = [text, github, gitlab, sarif, junit];
