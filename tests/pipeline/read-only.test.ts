/** Files and folders that may be read but not written: what belongs to them stops, and nothing is paid for twice. */
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { disturbedProject, undisturbedRun, type DisturbedProject } from './disturbed-project.ts';
import { runCommand } from '../commands/temporary-project.ts';

/** Permissions stop nobody who is root, so that the runs of a root are those of somebody else. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const SHELL = isRoot ? `exec setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups "$@"` : 'exec "$@"';

const { code: canRun, stderr: reason } = await runCommand('translate', ['--help'], {}, SHELL);
const skipped = canRun === 0 ? '' : ` (skipped: ${reason.trim().split('\n', 1)[0]})`;

async function ownedProject() {
  const disturbed = await disturbedProject();
  const { project } = disturbed;
  const own = (folder: string): void => {
    if (isRoot) for (const path of [folder, ...pathsBelow(folder)]) chownSync(path, NOBODY, NOBODY);
  };
  own(project.root);
  own(project.cache);
  const change = (path: string, bits: number): void => {
    const whole = join(project.root, path);
    chmodSync(whole, bits | (statSync(whole).isDirectory() ? 0o111 : 0));
  };
  const release = (path: string): void => change(path, 0o644);
  const protect = (path: string): void => {
    change(path, 0o444);
    // A folder that is read-only cannot be cleared away.
    onTestFinished(() => release(path));
  };
  const run: DisturbedProject['run'] = (args) => disturbed.run(args, SHELL);
  return { ...disturbed, run, own, protect, release };
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

describe.skipIf(canRun !== 0)(`read-only folders${skipped}`, () => {
  it('of one language: the other is done at the same time, and its own answers are kept', async () => {
    const { project, run, billed, expectWhole, expectFinished, own, protect, release } = await ownedProject();
    mkdirSync(join(project.root, 'locales/es'), { recursive: true });
    own(project.root);
    protect('locales/es');
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toMatch(/locales\/es\/ui\.json: cannot be written \(EACCES.*permissions/);
    expectWhole();
    expect(project.exists('locales/it/ui.json')).toBe(true);
    expect(project.exists('locales/.review/es/ui.json')).toBe(false);
    release('locales/es');
    expect((await run()).code).toBe(0);
    expectFinished();
    expect(billed()).toBe((await undisturbedRun()).price);
  });

  it('of all languages: nothing is sent', async () => {
    const { project, run, billed, expectFinished, protect, release } = await ownedProject();
    protect('');
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toMatch(/locales\/en\/ui\.json: cannot be written/);
    expect(billed()).toBe(0);
    expect(project.exists('locales')).toBe(false);
    release('');
    expect((await run()).code).toBe(0);
    expectFinished();
  });

  it('of the sources, or of translations that are up to date, are nobody’s trouble', async () => {
    const { project, run, expectFinished, protect } = await ownedProject();
    for (const path of ['source/deep', 'source']) protect(path);
    expect((await run()).code).toBe(0);
    expectFinished();
    const before = project.snapshot('locales');
    for (const path of pathsBelow(join(project.root, 'locales'))) protect(path.slice(project.root.length + 1));
    protect('locales');
    expect((await run()).code).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);
  });
});

describe.skipIf(canRun !== 0)(`a read-only file${skipped}`, () => {
  const more = async ({ project, run }: DisturbedProject) => {
    await run();
    project.write('source/a.md', `${project.read('source/a.md')}\nA third paragraph.\n`);
  };

  it.each(['locales/es/a.json', 'locales/es/a.md', 'locales/.review/es/a.json'])(
    '%s stays as it is, and the bundle and the article with it, until it may be written',
    async (file) => {
      const undisturbed = await disturbedProject();
      await more(undisturbed);
      await undisturbed.run();
      const disturbed = await ownedProject();
      const { project, run, billed, protect, release } = disturbed;
      await more(disturbed);
      const files = [file, 'locales/es/a.json', 'locales/es/a.md'];
      const before = files.map(project.read);
      protect(file);
      const { code, stderr } = await run();
      expect(code).toBe(2);
      expect(stderr).toContain(`${file}: cannot be written (EACCES`);
      expect(files.map(project.read)).toEqual(before);
      release(file);
      expect((await run()).code).toBe(0);
      for (const path of [...files, 'locales/it/a.md']) expect(project.read(path)).toBe(undisturbed.project.read(path));
      expect(billed()).toBe(undisturbed.billed());
    },
  );
});
