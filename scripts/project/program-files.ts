/**
 * Where the program's own files are. This file lies one folder deep in scripts/, in .build/ and in the bundle alike, so that
 * what it says holds in each.
 */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package, or the checkout: where package.json is. */
export const PROGRAM_HOME = fileURLToPath(new URL('../..', import.meta.url));

/** @param path from scripts/, `/` between folders. */
export function programFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** A module that is started as a thread, compiled or not. @param name from scripts/, without its extension. */
export function threadFile(name: string): string {
  return programFile(`${name}${extname(import.meta.url)}`);
}
