/** The commands under test are the compiled ones: compiled before the first test, as every npm script does. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const IN_MEMORY = '/dev/shm';
/** What the tests need of it at once, twice. */
const ROOM = 2 ** 31;

/** Temporary projects are kept in memory where there is room: thousands of files are synced, and a disk takes its time for each. */
function useMemory(): () => void {
  if (process.env['TMPDIR'] !== undefined || !existsSync(IN_MEMORY)) return () => undefined;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  if (bavail * bsize < ROOM) return () => undefined;
  const folder = mkdtempSync(`${IN_MEMORY}/glossa-tests-`);
  // As a temporary folder is: some tests run commands as another user, and so does PostgreSQL.
  chmodSync(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** @returns what is to be done after the last test. */
export default function setUp(): () => void {
  const setup = fileURLToPath(new URL('../scripts/setup.mjs', import.meta.url));
  execFileSync(process.execPath, [setup], { stdio: ['ignore', 'inherit', 'inherit'] });
  return useMemory();
}
