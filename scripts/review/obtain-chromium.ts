/** Gets Chromium for the page's tests: Debian's, as Apertium is got. The page itself needs no browser of ours. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { obtainPackages } from '../project/debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

type Variables = Readonly<Record<string, string | undefined>>;

/** The program's path, or undefined. */
export function findChromium(variables: Variables): string | undefined {
  return (variables['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Sees to it that the page's tests can run. Never fails: what could not be had is said with what the user can do.
 * @param environment `GLOSSA_SETUP=0` in its variables switches this off.
 */
export async function obtainChromium(environment: {
  readonly variables: Variables;
  readonly note: (line: string) => void;
}): Promise<void> {
  const { variables, note } = environment;
  if (findChromium(variables) !== undefined || variables['GLOSSA_SETUP'] === '0') return;
  let failure: string | undefined;
  try {
    // It would not start from a folder of its own.
    failure = await obtainPackages(['chromium'], { variables, note, unpacked: undefined });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  if (findChromium(variables) !== undefined) return;
  note(`Chromium could not be set up: ${failure ?? 'it is not in the path.'}`);
  note('The tests of the review page are left out without it. On Debian and Ubuntu: sudo apt-get install chromium');
}
