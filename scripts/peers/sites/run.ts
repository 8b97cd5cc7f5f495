import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SourceError } from '../../project/errors.ts';

const run = promisify(execFile);
/** A build that takes longer hangs. */
const TIMEOUT = 600_000;

/** Runs a program to its end. @returns what it said. @throws SourceError with the end of that where it fails. */
export async function said(
  command: readonly [string, ...string[]],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [program, ...args] = command;
  try {
    const options = { cwd, env: { ...process.env, ...variables }, maxBuffer: 50_000_000, timeout: TIMEOUT };
    const { stdout, stderr } = await run(program, args, options);
    return stdout + stderr;
  } catch (cause) {
    const output =
      cause instanceof Error && 'stderr' in cause && 'stdout' in cause
        ? `${String(cause.stdout)}${String(cause.stderr)}`
        : '';
    throw new SourceError(`${program} failed: ${output.trim().slice(-1500)}`, { cause });
  }
}
