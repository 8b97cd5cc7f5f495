/** Breaks a copy of the repository in one place after the other, and runs the tests that must notice. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Mutant } from './mutants.ts';

/** What the copy needs: code, tests, and what they read. */
const COPIED = [
  'scripts',
  'tests',
  'source',
  'glossary',
  'locales',
  'package.json',
  'tsconfig.json',
  'l10n.config.json',
];

export interface Verdict {
  readonly mutant: Mutant;
  readonly isNoticed: boolean;
}

/**
 * @param repository its working tree is copied and never touched.
 * @param tell is called with each verdict.
 * @returns the verdicts, in order.
 */
export async function runMutants(
  repository: string,
  mutants: readonly Mutant[],
  tell: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const copy = mkdtempSync(join(tmpdir(), 'glossa-mutants-'));
  try {
    for (const name of COPIED) cpSync(join(repository, name), join(copy, name), { recursive: true });
    for (const name of ['node_modules', '.gitattributes', '.github', 'README.md', '.prettierrc.json'])
      symlinkSync(join(repository, name), join(copy, name));
    const verdicts: Verdict[] = [];
    for (const mutant of mutants) {
      const path = join(copy, 'scripts', mutant.file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, broken(text, mutant));
      const verdict = { mutant, isNoticed: !(await passes(copy, mutant.tests)) };
      writeFileSync(path, text);
      tell(verdict);
      verdicts.push(verdict);
    }
    return verdicts;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The text with the mutant in it. @throws Error where the place is not there exactly once. */
export function broken(text: string, { file, from, to }: Mutant): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`scripts/${file} has "${from}" ${parts.length - 1} times, not once`);
  return parts.join(to);
}

async function passes(folder: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--config', 'tests/vitest.config.ts', '--bail', '1', ...tests.map((test) => `tests/${test}`)];
  try {
    await promisify(execFile)(process.execPath, [vitest, ...args], { cwd: folder, maxBuffer: 1 << 26 });
    return true;
  } catch {
    return false;
  }
}
