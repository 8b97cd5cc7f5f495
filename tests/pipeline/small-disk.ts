/** A disk of a few pages, mounted where a test wants it: full in the middle of a run, as a real one is. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  makeRoom(): void;
  /** Leaves no room beside what is there. */
  fill(): void;
}

/** Why a test cannot have such a disk; undefined where it can. */
export const NO_SMALL_DISK = whyNot();

const ROOM = 'nr_blocks=8192,nr_inodes=4096';

/**
 * @param folder is made where it is missing.
 * @param size as tmpfs takes it: `nr_blocks=3` for three pages; default: plenty of room.
 */
export function smallDisk(folder: string, size = ROOM): SmallDisk {
  mkdirSync(folder, { recursive: true });
  mount(folder, size);
  onTestFinished(() => unmount(folder));
  return {
    makeRoom: () => mount(folder, `remount,${ROOM}`),
    fill() {
      const { blocks, bfree } = statfsSync(folder);
      mount(folder, `remount,nr_blocks=${blocks - bfree}`);
    },
  };
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'glossa-test', folder], { stdio: 'pipe' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
}

function whyNot(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'glossa-disk-'));
  try {
    mount(folder, 'nr_blocks=1');
    unmount(folder);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.trim().replaceAll(/\s+/g, ' ') : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
