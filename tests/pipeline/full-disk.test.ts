/** A disk that is full in the middle of a run: nothing is torn, nothing is lost in silence, and nothing is paid twice. */
import { describe, expect, it } from 'vitest';
import { disturbedProject, undisturbedRun } from './disturbed-project.ts';
import { NO_SMALL_DISK, smallDisk } from './small-disk.ts';

const skipped = NO_SMALL_DISK === undefined ? '' : ` (skipped: ${NO_SMALL_DISK})`;

describe.skipIf(NO_SMALL_DISK !== undefined)(`full locales/${skipped}`, () => {
  it.each([1, 2, 5, 8, 16, 24, 30])(
    'at %i pages: what is there is whole, the rest is named, and the next run completes unpaid',
    async (pages) => {
      const { project, run, billed, expectWhole, expectFinished } = await disturbedProject();
      const disk = smallDisk(`${project.root}/locales`, `nr_blocks=${pages}`);
      const { code, stderr } = await run();
      expectWhole();
      expect(stderr).toMatch(/error: locales\/\S+: cannot be written \(ENOSPC.*free space/);
      expect(code).toBe(2);
      const paid = billed();
      disk.makeRoom();
      const again = await run(['--json']);
      expect(again.code).toBe(0);
      expect(again.stdout).not.toMatch(/"human": [1-9]/);
      expectFinished();
      expect(paid).toBeLessThanOrEqual((await undisturbedRun()).price);
      expect(billed()).toBe((await undisturbedRun()).price);
    },
  );

  it('without inodes left: the same', async () => {
    const { project, run, billed, expectWhole, expectFinished } = await disturbedProject();
    const disk = smallDisk(`${project.root}/locales`, 'nr_blocks=8192,nr_inodes=12');
    expect((await run()).code).toBe(2);
    expectWhole();
    disk.makeRoom();
    expect((await run()).code).toBe(0);
    expectFinished();
    expect(billed()).toBe((await undisturbedRun()).price);
  });

  it('keeps what was there when there is no room for its successor', async () => {
    const { project, run, expectFinished } = await disturbedProject();
    const disk = smallDisk(`${project.root}/locales`);
    await run();
    const before = project.snapshot('locales');
    disk.fill();
    const source = project.read('source/deep/b.md');
    project.write('source/deep/b.md', source.replace('number 3 says', 'number 3 says again'));
    expect((await run()).code).toBe(2);
    expect(project.snapshot('locales')).toEqual(before);
    project.write('source/deep/b.md', source);
    expect((await run()).code).toBe(0);
    expectFinished();
    disk.makeRoom();
    project.write('source/deep/b.md', source.replace('number 3 says', 'number 3 says again'));
    expect((await run()).code).toBe(0);
    expect(project.read('locales/es/deep/b.md')).not.toBe(before.get('es/deep/b.md')?.replace(/^\S+ /, ''));
  });
});

describe.skipIf(NO_SMALL_DISK !== undefined)(`a full cache${skipped}`, () => {
  it.each([1, 8, 10, 12, 16, 24])('at %i pages stops no run; what it could not keep is said', async (pages) => {
    const { project, run, billed, expectFinished } = await disturbedProject();
    smallDisk(project.cache, `nr_blocks=${pages}`);
    const { code, stderr } = await run();
    expect(code).toBe(0);
    expectFinished();
    expect(stderr).toMatch(/local memory \S+ (takes no more answers|cannot be used)/);
    expect((await run()).code).toBe(0);
    expect(billed()).toBe((await undisturbedRun()).price);
  });

  it('without an inode for its folder: the run says that it holds no lock, and ends well', async () => {
    const { project, run, expectFinished } = await disturbedProject();
    smallDisk(project.cache, 'nr_blocks=64,nr_inodes=1');
    const { code, stderr } = await run();
    expect(code).toBe(0);
    expect(stderr).toContain('this run holds no lock');
    expectFinished();
  });

  it('still gives the answers that it holds, and new ones are not lost', async () => {
    const { project, run, billed, expectFinished } = await disturbedProject();
    const disk = smallDisk(project.cache);
    // What belongs to these files is paid and stays in the cache.
    project.write('locales/es', 'in the way');
    expect((await run()).code).toBe(2);
    const { price } = await undisturbedRun();
    expect(billed()).toBe(price);
    disk.fill();
    project.remove('locales/es');
    project.write('source/new.md', 'A text that is new.\n');
    const { code, stderr } = await run();
    expect(code).toBe(0);
    expect(stderr).toContain('takes no more answers');
    expect(billed()).toBe(price + 2 * 'A text that is new.'.length);
    project.remove('source/new.md');
    expect((await run(['--prune'])).code).toBe(0);
    expectFinished();
  });
});

describe('full locales/ and a full cache', () => {
  it.skipIf(NO_SMALL_DISK !== undefined).each([
    [4, 4],
    [12, 12],
    [20, 14],
    [24, 40],
  ])(`at %i and %i pages: both are said, and what was kept is not paid again${skipped}`, async (pages, cachePages) => {
    const { project, run, billed, expectWhole, expectFinished } = await disturbedProject();
    const disk = smallDisk(`${project.root}/locales`, `nr_blocks=${pages}`);
    const cache = smallDisk(project.cache, `nr_blocks=${cachePages}`);
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toMatch(/locales\/\S+: cannot be written \(ENOSPC/);
    expectWhole();
    const finished = [...project.snapshot('locales')].length;
    disk.makeRoom();
    cache.makeRoom();
    const paid = billed();
    const again = await run(['--json']);
    expect(again.code).toBe(0);
    expectFinished();
    const { files, price } = await undisturbedRun();
    expect(finished).toBeLessThan(files.size);
    expect(billed() - paid).toBeLessThanOrEqual(price);
    if (!/local memory/.test(stderr)) expect(billed()).toBe(price);
  });

  it('a limit on the size of files breaks a write off in its middle: nothing of it stays', async () => {
    const { run, expectWhole, expectFinished } = await disturbedProject();
    const { code, stderr } = await run([], 'ulimit -f 8; exec "$@"');
    expect(code).toBe(2);
    expect(stderr).toMatch(/locales\/\S+: cannot be written \(EFBIG/);
    expect(stderr).toMatch(/local memory \S+ cannot be used/);
    expectWhole();
    expect((await run()).code).toBe(0);
    expectFinished();
  });
});
