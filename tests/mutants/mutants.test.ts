import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MUTANTS } from '../../scripts/mutants/mutants.ts';
import { broken } from '../../scripts/mutants/run-mutants.ts';
import { REPOSITORY } from '../commands/temporary-project.ts';

it.each(MUTANTS)('$name: its place is there once, and so are its tests', (mutant) => {
  const text = readFileSync(join(REPOSITORY, 'scripts', mutant.file), 'utf8');
  expect(broken(text, mutant)).not.toBe(text);
  for (const test of mutant.tests) expect(existsSync(join(REPOSITORY, 'tests', test)), test).toBe(true);
});
