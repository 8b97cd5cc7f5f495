/**
 * Finds Apertium on this machine: Debian's packages in their place, or the same packages unpacked by set-up into
 * Glossa's cache, or both together.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { EngineEnvironment } from '../engine.ts';
import type { Leg } from './routes.ts';

export interface Installation {
  /** Folders like `/usr`, with `bin` and `share/apertium` in them; the first that has a mode serves it. */
  readonly prefixes: readonly string[];
  /** For child processes: where programs and libraries are, and a locale that is UTF-8 everywhere. */
  readonly environment: Readonly<Record<string, string>>;
  /** `Debian GNU/Linux 12 (bookworm)`. */
  readonly release: string;
  /** Whether the release is the one whose drafts are committed. */
  readonly reference: boolean;
}

/** The parts of a mode between which we look at the stream; each stage as a shell command. */
export interface ModeCommands {
  readonly analyse: readonly string[];
  readonly tag: string;
  /** The dictionary of the pair, and its choices among translations. */
  readonly lookUp: readonly string[];
  readonly transfer: readonly string[];
  readonly generate: readonly string[];
}

/** `debian-12-x64`: what is unpacked for one release is of no use on another. Set-up builds the same name. */
export function releaseName(osRelease: string, architecture: string): string {
  const name = `${field(osRelease, 'ID') || 'unknown'}-${field(osRelease, 'VERSION_ID') || '0'}-${architecture}`;
  return name.replaceAll('/', '-');
}

const field = (osRelease: string, name: string): string =>
  new RegExp(`^${name}=("?)(.*)\\1$`, 'm').exec(osRelease)?.[2]?.replace(/[^\w. ()/+-]/g, '') ?? '';

/** Looks where things are; starts nothing. */
export async function findInstallation({
  sharedCache,
  variables,
}: Pick<EngineEnvironment, 'sharedCache' | 'variables'>): Promise<Installation> {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const unpacked = join(sharedCache, 'apertium', releaseName(osRelease, process.arch), 'usr');
  const libraries = await readdir(join(unpacked, 'lib')).catch(() => []);
  const programs = [variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin', join(unpacked, 'bin')];
  return {
    prefixes: ['/usr', '/usr/local', unpacked],
    environment: {
      PATH: programs.join(delimiter),
      LC_ALL: 'C.UTF-8',
      ...(libraries.length === 0
        ? {}
        : { LD_LIBRARY_PATH: libraries.map((name) => join(unpacked, 'lib', name)).join(delimiter) }),
    },
    release: field(osRelease, 'PRETTY_NAME') || process.platform,
    reference: field(osRelease, 'ID') === 'debian' && field(osRelease, 'VERSION_ID') === '12',
  };
}

function prefixOf(leg: Leg, { prefixes }: Installation): string | undefined {
  return prefixes.find((prefix) => existsSync(modeFile(leg, prefix)));
}

const modeFile = (leg: Leg, prefix: string): string => join(prefix, 'share/apertium/modes', `${leg.mode}.mode`);

/** The file that describes a leg's stages; undefined when its package is not there. */
export function modeFileOf(leg: Leg, installation: Installation): string | undefined {
  const prefix = prefixOf(leg, installation);
  return prefix === undefined ? undefined : modeFile(leg, prefix);
}

/** What of Debian's packages is missing for a leg; empty when it can run. */
export async function missingFor(leg: Leg, installation: Installation): Promise<readonly string[]> {
  const prefix = prefixOf(leg, installation);
  if (prefix === undefined) return [leg.package];
  const mode = await readFile(modeFile(leg, prefix), 'utf8');
  const stages = mode.split('|').map((stage) => stage.trim().split(/\s/)[0] ?? '');
  const programs = new Set([
    'sh',
    'apertium-wblank-mode',
    'apertium-wblank-attach',
    'apertium-wblank-detach',
    ...stages,
  ]);
  const folders = (installation.environment['PATH'] ?? '').split(delimiter);
  // Set-up asks this before every test run; a thousand look-ups take a tenth of the time without promises.
  return [...programs].filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
}

/**
 * The command lines of a leg. Apertium's own tool adds NUL flushing and wordbound blanks to a mode; paths of unpacked
 * packages are moved to where they are.
 *
 * @throws Error when the mode is not there or is not built as those that we know.
 */
export async function commandsOf(leg: Leg, installation: Installation): Promise<ModeCommands> {
  const prefix = prefixOf(leg, installation) ?? '/usr';
  const { stdout } = await promisify(execFile)('apertium-wblank-mode', ['-z', modeFile(leg, prefix)], {
    env: { ...installation.environment },
  });
  const unpacked = prefix !== '/usr' && prefix !== '/usr/local';
  const share = `'${prefix.replaceAll("'", "'\\''")}/share/`;
  const stages = stdout
    .trim()
    .split(' | ')
    .map((stage) => (unpacked ? stage.replaceAll("'/usr/share/", () => share) : stage));
  const tagger = stages.findIndex((stage) => stage.startsWith('apertium-tagger '));
  const detach = stages.indexOf('apertium-wblank-detach');
  // The pair's own choices belong to the dictionary, where it has some.
  const dictionary = stages.findLastIndex((stage) => /^(?:lt-proc -z -b|lrx-proc) /.test(stage));
  const tag = stages[tagger];
  if (tag === undefined || tagger < 1 || dictionary < tagger || detach < dictionary + 2) {
    throw new Error(`Apertium's mode ${leg.mode} is not built as expected: ${stdout}`);
  }
  return {
    analyse: stages.slice(0, tagger),
    tag,
    lookUp: stages.slice(tagger + 1, dictionary + 1),
    transfer: stages.slice(dictionary + 1, detach),
    generate: stages.slice(detach),
  };
}
