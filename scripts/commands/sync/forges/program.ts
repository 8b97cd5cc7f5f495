/** A forge's own program on this machine: `gh`, `glab`. */
import { execFile } from 'node:child_process';
import { RepositoryError } from '../../../project/errors.ts';
import { withoutPasswords } from '../../../project/git.ts';
import type { ForgeContext } from './forge.ts';

/** Runs it. @returns stdout. @throws RepositoryError with its last lines. */
export type Run = (args: readonly string[], input?: string) => Promise<string>;

/** @returns undefined where the program is not there, or nobody is signed in with it. */
export async function openProgram(
  name: string,
  probe: readonly string[],
  { folder, variables }: ForgeContext,
): Promise<Run | undefined> {
  const run: Run = (args, input = '') =>
    new Promise((resolve, reject) => {
      const options = { cwd: folder, env: { ...variables, NO_COLOR: '1', GH_PROMPT_DISABLED: '1' }, timeout: 120_000 };
      const child = execFile(name, [...args], options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else {
          const said = withoutPasswords(`${stderr}${stdout}`).trim().split('\n').slice(-3).join(' ');
          reject(new RepositoryError(`${name} ${args.slice(0, 2).join(' ')} failed: ${said}`));
        }
      });
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  try {
    await run(probe);
    return run;
  } catch {
    return undefined;
  }
}
