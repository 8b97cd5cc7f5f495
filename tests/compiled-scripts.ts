/** Compiled code for tests that need a process or thread of their own: Node 20 runs no TypeScript. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Compiles files of `scripts/`, and what they import, into a new temporary folder.
 * @param files relative to `scripts/`.
 * @returns the folder; `memory/store.ts` is its `memory/store.js`.
 */
export function compileScripts(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'glossa-compiled-'));
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { rootDir: join(root, 'scripts'), outDir: folder, noCheck: true, types: [] },
    include: [],
    files: files.map((file) => join(root, 'scripts', file)),
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  return folder;
}
