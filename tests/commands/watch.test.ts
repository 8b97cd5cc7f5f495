import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { REPOSITORY, temporaryProject } from './temporary-project.ts';

it('translate --watch translates what is saved, tells what is broken and goes on', async () => {
  const project = temporaryProject({ 'source/a.md': 'One.\n' });
  const entry = join(REPOSITORY, '.build/translate.js');
  const child = spawn(process.execPath, [entry, '--root', project.root, '--watch'], {
    env: { ...process.env, CI: 'true', XDG_CACHE_HOME: project.cache },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  /** What is said after a save, once it fits. */
  const after = async (save: () => void, wanted: RegExp): Promise<string> => {
    const start = said.length;
    save();
    await expect.poll(() => said.slice(start), { timeout: 30_000, interval: 20 }).toMatch(wanted);
    return said.slice(start);
  };
  await after(() => undefined, /Watching/);
  expect(project.exists('locales/es/a.md')).toBe(true);
  await after(() => project.write('source/b.md', 'Two.\n'), /Saved: source\/b\.md\n2 units made, .*\(\d+\.\d s\)/);
  expect(project.exists('locales/it/b.md')).toBe(true);
  await after(
    () => project.write('source/b.md', '---\ntitle: [\n---\n\nTwo.\n'),
    /error: source\/b\.md:\d+: [\s\S]*s\)/,
  );
  await after(() => project.write('l10n.config.json', '{'), /error: l10n\.config\.json: not valid JSON/);
  project.write(
    'l10n.config.json',
    JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'pseudo' }),
  );
  await after(() => project.write('source/b.md', 'Two and three.\n'), /2 units made/);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
