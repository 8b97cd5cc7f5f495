/** Everything that the lock file brings in: under which licence, how large, and whether it runs something when installed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';

export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Only needed to build and test. */
  readonly isForDevelopment: boolean;
  readonly hasInstallScript: boolean;
  readonly hasIntegrity: boolean;
  /** Undefined for what is for other platforms. */
  readonly bytes: number | undefined;
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.optional(z.string()),
      license: z.optional(z.string()),
      dev: z.optional(z.boolean()),
      hasInstallScript: z.optional(z.boolean()),
      integrity: z.optional(z.string()),
    }),
  ),
});

const manifestSchema = z.object({
  license: z.optional(z.unknown()),
  scripts: z.optional(z.record(z.string(), z.string())),
});

/** Licences of what users install, and what only builds and tests may have besides. */
export const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'MPL-2.0'];
export const ALLOWED_FOR_DEVELOPMENT = [
  ...ALLOWED,
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'Unicode-3.0',
  'Python-2.0',
];

/** @param root of the repository, with its `node_modules`. */
export function readDependencies(root: string): Dependency[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => {
      const folder = join(root, path);
      const file = join(folder, 'package.json');
      const manifest = existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
      const declared = typeof manifest.license === 'string' ? manifest.license : undefined;
      const scripts = manifest.scripts ?? {};
      const runs = ['preinstall', 'install', 'postinstall'].some((name) => scripts[name] !== undefined);
      return {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: entry.version ?? '',
        licence: entry.license ?? declared ?? 'unknown',
        isForDevelopment: entry.dev === true,
        hasInstallScript: entry.hasInstallScript === true || runs,
        hasIntegrity: entry.integrity !== undefined,
        bytes: existsSync(folder) ? sizeOf(folder) : undefined,
      };
    });
}

/** What is not as it must be, a line each. */
export function faultsOf(dependencies: readonly Dependency[]): string[] {
  return dependencies.flatMap(({ name, version, licence, isForDevelopment, hasInstallScript, hasIntegrity }) => {
    const allowed = isForDevelopment ? ALLOWED_FOR_DEVELOPMENT : ALLOWED;
    const id = `${name} ${version}`;
    return [
      ...(isAllowed(licence, allowed) ? [] : [`${id}: the licence ${licence} is not on the list`]),
      ...(hasInstallScript ? [`${id}: runs a script when it is installed`] : []),
      ...(hasIntegrity ? [] : [`${id}: the lock file has no hash of it`]),
    ];
  });
}

/** `(MIT OR GPL-2.0)` is allowed for its first, `MIT AND GPL-2.0` is not. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.includes(one.trim())));
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // Packages inside are entries of their own.
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += sizeOf(path);
    else if (entry.isFile()) bytes += statSync(path).size;
  }
  return bytes;
}
