import { execFileSync } from 'node:child_process';
import {
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeRunLock } from '../../scripts/locales/run-lock.ts';
import { NO_SMALL_DISK, smallDisk } from '../pipeline/small-disk.ts';

const DEAD = '999999999 1';
const unexpected = (line: string): void => expect.unreachable(line);

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'glossa-lock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('the lock of a project', () => {
  it('is one run’s until it is given back', () => {
    const path = join(folder(), 'deep', 'lock');
    const lock = takeRunLock(path, unexpected);
    expect(lock.wasLeft).toBe(false);
    expect(() => takeRunLock(path, unexpected)).toThrow(`another run works on this project (process ${process.pid})`);
    lock.release();
    takeRunLock(path, unexpected).release();
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it.each([
    ['a link', (path: string) => symlinkSync(DEAD, path)],
    ['a file', (path: string) => writeFileSync(path, DEAD)],
  ])('is taken over from a run that is gone, and that is told: %s', (_, leave) => {
    const path = join(folder(), 'lock');
    leave(path);
    const lock = takeRunLock(path, unexpected);
    expect(lock.wasLeft).toBe(true);
    expect(() => takeRunLock(path, unexpected)).toThrow('another run');
    lock.release();
  });

  it('of another machine is believed as long as it is touched; one that came with a copy of the folder is nobody’s', () => {
    const path = join(folder(), 'lock');
    const { ino } = statSync(join(path, '..'));
    symlinkSync(`1 77 ${ino} another-machine`, path);
    expect(() => takeRunLock(path, unexpected)).toThrow('another run works on this project (process 1)');
    const old = new Date(Date.now() - 300_000);
    lutimesSync(path, old, old);
    const lock = takeRunLock(path, unexpected);
    const held = readlinkSync(path);
    lock.release();
    symlinkSync(held.replace(` ${ino} `, ` ${ino + 1} `), path);
    takeRunLock(path, unexpected).release();
  });

  it.each([
    ['a folder', (path: string) => void mkdirSync(path)],
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
  ])('is no lock where %s stands: that is said, and not waited for', (_, make) => {
    const path = join(folder(), 'lock');
    make(path);
    expect(() => takeRunLock(path, unexpected)).toThrow(`${path} is no file`);
  });

  it('is taken over by one run at a time', () => {
    const path = join(folder(), 'lock');
    symlinkSync(DEAD, path);
    const other = takeRunLock(`${path}.takeover`, unexpected);
    expect(() => takeRunLock(path, unexpected)).toThrow('another run');
    other.release();
    // Its taker may have been killed, too.
    symlinkSync(DEAD, `${path}.takeover`);
    takeRunLock(path, unexpected).release();
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it.skipIf(NO_SMALL_DISK !== undefined)('holds on a disk without room for a byte', () => {
    const disk = folder();
    const room = smallDisk(disk, 'nr_blocks=1');
    writeFileSync(join(disk, 'ballast'), 'x');
    room.fill();
    const lock = takeRunLock(join(disk, 'lock'), unexpected);
    expect(() => takeRunLock(join(disk, 'lock'), unexpected)).toThrow('another run');
    lock.release();
  });
});
