/** Gets Apertium's packages where something that is to run needs them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { obtainPackages } from '../project/debian.ts';
import { findInstallation, missingFor, modeFileOf, releaseName } from './apertium/installation.ts';
import { packagesFor, routeBetween, type Leg } from './apertium/routes.ts';
import type { EngineEnvironment } from './engine.ts';

const ALTERNATIVES =
  'Without it, set DEEPL_AUTH_KEY and use the engine "deepl", or fetch a neural model (npm run models -- add) and use ' +
  '"firefox", or install Apertium by hand (https://wiki.apertium.org/wiki/Installation; on Debian and Ubuntu: ';

/**
 * Sees to it that Apertium can serve some languages: does nothing where it can, else gets Debian's packages, with a line
 * for each step. Never fails: what could not be had is told with what the user can do, and `apertium.unavailable` says it
 * again. Not for `check`, `status`, `render`: the callers are set-up before the tests, and `translate` when it has work.
 *
 * @param source BCP 47 tag of the source language.
 * @param targets BCP 47 tags of the languages to translate into; those without a route are passed over.
 * @param environment `GLOSSA_SETUP=0` in it switches this off.
 * @returns the mode files that serve the languages; empty when some are missing.
 */
export async function obtainApertium(
  source: string,
  targets: readonly string[],
  environment: Pick<EngineEnvironment, 'variables' | 'sharedCache' | 'note'>,
): Promise<readonly string[]> {
  const legs = [...new Set(targets.flatMap((target) => routeBetween(source, target) ?? []))];
  let files = await modeFiles(legs, environment);
  if (files.length === legs.length) return files;
  if (environment.variables['GLOSSA_SETUP'] === '0') return [];

  const { note, sharedCache, variables } = environment;
  const packages = packagesFor(source, targets);
  const release = releaseName(await readFile('/etc/os-release', 'utf8').catch(() => ''), process.arch);
  let failure: string | undefined;
  try {
    failure = await obtainPackages(packages, { variables, note, unpacked: join(sharedCache, 'apertium', release) });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  files = await modeFiles(legs, environment);
  if (files.length < legs.length) {
    note(`Apertium could not be set up: ${failure ?? 'something is missing in its packages.'}`);
    note(`${ALTERNATIVES}sudo apt-get install ${packages.join(' ')}). GLOSSA_SETUP=0 keeps set-up from trying again.`);
    return [];
  }
  return files;
}

/** The mode files of the legs that can run. */
async function modeFiles(
  legs: readonly Leg[],
  environment: Pick<EngineEnvironment, 'variables' | 'sharedCache'>,
): Promise<readonly string[]> {
  const installation = await findInstallation(environment);
  const files: string[] = [];
  for (const leg of legs) {
    const file = modeFileOf(leg, installation);
    if (file !== undefined && (await missingFor(leg, installation)).length === 0) files.push(file);
  }
  return files;
}
