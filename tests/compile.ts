/** The commands under test are the compiled ones: compiled before the first test, as every npm script does. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function compile(): void {
  const setup = fileURLToPath(new URL('../scripts/setup.mjs', import.meta.url));
  execFileSync(process.execPath, [setup], { stdio: ['ignore', 'inherit', 'inherit'] });
}
