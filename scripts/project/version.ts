import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { PROGRAM_HOME } from './program-files.ts';

/** The version, from package.json alone. */
export function version(): string {
  const text = readFileSync(join(PROGRAM_HOME, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
