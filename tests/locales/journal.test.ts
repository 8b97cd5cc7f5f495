import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../scripts/locales/journal.ts';
import { NO_SMALL_DISK, smallDisk } from '../pipeline/small-disk.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'glossa-journal-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const unexpected = (line: string): void => expect.unreachable(line);

describe('the run journal', () => {
  it('writes a group, and only what changes', async () => {
    const root = folder();
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    const changes = [
      { file: 'a.json', text: 'a\n' },
      { file: 'deep/b.md', text: 'b\n' },
    ];
    expect(await journal.write(changes)).toBe(2);
    expect(await journal.write(changes)).toBe(0);
    journal.close();
    expect(readFileSync(join(root, 'deep/b.md'), 'utf8')).toBe('b\n');
    expect(existsSync(join(root, '.cache/journal'))).toBe(false);
  });

  it('does not overwrite what somebody wrote since the file was read, nor the rest of its group', async () => {
    const root = folder();
    writeFileSync(join(root, 'a.json'), 'read\n');
    writeFileSync(join(root, 'b.json'), 'read\n');
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    const first = { file: 'a.json', text: 'ours\n', seen: 'read\n' };
    expect(await journal.write([first])).toBe(1);
    // Our own first write is no edit.
    expect(await journal.write([{ ...first, text: 'ours again\n' }])).toBe(1);
    writeFileSync(join(root, 'b.json'), 'a person’s\n');
    const group = [
      { file: 'a.json', text: 'third\n' },
      { file: 'b.json', text: 'ours\n', seen: 'read\n' },
    ];
    await expect(journal.write(group)).rejects.toThrow('was changed while this run was at work');
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('ours again\n');
    expect(readFileSync(join(root, 'b.json'), 'utf8')).toBe('a person’s\n');
  });

  it('does not overwrite a file that was not there when the run looked', async () => {
    const root = folder();
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    writeFileSync(join(root, 'a.json'), 'a person’s\n');
    const write = journal.write([{ file: 'a.json', text: 'ours\n', seen: null }]);
    await expect(write).rejects.toThrow('was changed while this run was at work');
    expect(await journal.write([{ file: 'b.json', text: 'ours\n', seen: null }])).toBe(1);
    expect(await journal.write([{ file: 'b.json', text: 'ours again\n', seen: null }])).toBe(1);
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('a person’s\n');
  });

  it('finishes what a killed run had announced, but for files that were changed since', async () => {
    const root = folder();
    const path = join(root, 'journal');
    writeFileSync(join(root, 'b.json'), 'edited\n');
    const announced = [
      { file: 'a.json', before: null, text: 'a\n' },
      { file: 'b.json', before: null, text: 'b\n' },
    ];
    writeFileSync(path, `${JSON.stringify(announced)}\n${JSON.stringify(announced).slice(0, 30)}`);
    (await openJournal(root, path, unexpected)).close();
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('a\n');
    expect(readFileSync(join(root, 'b.json'), 'utf8')).toBe('edited\n');
  });

  it('writes nothing outside where a folder became a link meanwhile', async () => {
    const [root, outside] = [folder(), folder()];
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    await journal.write([{ file: 'locales/it/a.json', text: 'a\n' }]);
    renameSync(join(root, 'locales/it'), join(root, 'away'));
    symlinkSync(outside, join(root, 'locales/it'));
    const write = journal.write([{ file: 'locales/it/b.json', text: 'b\n' }]);
    await expect(write).rejects.toThrow('leads outside the project');
    expect(readdirSync(outside)).toEqual([]);
  });

  it('writes through a link that stays inside, keeps modes, and has room for the longest name', async () => {
    const root = folder();
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    const name = `${'n'.repeat(250)}.json`;
    writeFileSync(join(root, 'shared.json'), 'old\n', { mode: 0o640 });
    symlinkSync('shared.json', join(root, 'a.json'));
    expect(await journal.write([name, 'a.json'].map((file) => ({ file, text: 'new\n' })))).toBe(2);
    expect(readlinkSync(join(root, 'a.json'))).toBe('shared.json');
    expect(readFileSync(join(root, 'shared.json'), 'utf8')).toBe('new\n');
    expect(statSync(join(root, 'shared.json')).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(root, name), 'utf8')).toBe('new\n');
  });

  it('names what stands in the place of a file, and does not wait for it', async () => {
    const root = folder();
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    mkdirSync(join(root, 'folder.json'));
    execFileSync('mkfifo', [join(root, 'pipe.json')]);
    const write = (file: string) => journal.write([{ file, text: 'x\n' }]);
    await expect(write('folder.json')).rejects.toThrow('is a folder and no file');
    await expect(write('pipe.json')).rejects.toThrow('is a named pipe and no file');
  });

  it('says so, and goes on, where a line can never be carried out', async () => {
    const root = folder();
    const path = join(root, 'journal');
    const lines = ['../victim', 'a.json'].map((file) => JSON.stringify([{ file, before: null, text: 'x\n' }]));
    writeFileSync(path, lines.join('\n'));
    const notes: string[] = [];
    (await openJournal(root, path, (line) => notes.push(line))).close();
    expect(notes).toEqual([expect.stringContaining('../victim: leads outside the project')]);
    expect(existsSync(join(root, '../victim'))).toBe(false);
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('x\n');
  });

  it('groups written at the same time do not mix, and one that fails takes nothing from the others', async () => {
    const root = folder();
    writeFileSync(join(root, 'in-the-way'), '');
    const journal = await openJournal(root, join(root, '.cache/journal'), unexpected);
    const group = (name: string) => [1, 2, 3].map((file) => ({ file: `${name}/${file}.json`, text: `${name} ${file}\n` }));
    const names = Array.from({ length: 20 }, (_, index) => (index === 7 ? 'in-the-way' : `group-${index}`));
    const results = await Promise.allSettled(names.map((name) => journal.write(group(name))));
    expect(results.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    for (const name of names.filter((one) => one !== 'in-the-way')) {
      for (const { file, text } of group(name)) expect(readFileSync(join(root, file), 'utf8')).toBe(text);
    }
    journal.close();
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(existsSync(join(root, '.cache/journal'))).toBe(false);
  });

  it.skipIf(NO_SMALL_DISK !== undefined)('a group that breaks off in its middle is finished by the next run', async () => {
    const root = folder();
    const path = join(root, '.cache/journal');
    const busy = join(root, 'b.json');
    writeFileSync(busy, 'old\n');
    // What is mounted there cannot be replaced, though it can be written: only the last step fails.
    execFileSync('mount', ['--bind', busy, busy]);
    const journal = await openJournal(root, path, unexpected);
    const other = [1, 2].map((file) => ({ file: `${file}.json`, text: 'other\n' }));
    const group = ['a', 'b', 'c'].map((name) => ({ file: `${name}.json`, text: `${name}\n` }));
    try {
      await journal.write(other);
      await expect(journal.write(group)).rejects.toThrow('cannot be written (EBUSY');
      journal.close();
      expect(readdirSync(root).filter((file) => file.endsWith('.tmp'))).toEqual([]);
      await expect(openJournal(root, path, unexpected)).rejects.toThrow('cannot be written (EBUSY');
    } finally {
      execFileSync('umount', [busy]);
    }
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(1);
    (await openJournal(root, path, unexpected)).close();
    for (const { file, text } of group) expect(readFileSync(join(root, file), 'utf8')).toBe(text);
    expect(existsSync(path)).toBe(false);
  });

  it.skipIf(NO_SMALL_DISK !== undefined)('on a full disk says so once, keeps no half line, and writes on', async () => {
    const root = folder();
    const cache = join(root, '.cache');
    smallDisk(cache, 'nr_blocks=1');
    const notes: string[] = [];
    const journal = await openJournal(root, join(cache, 'journal'), (line) => notes.push(line));
    const group = (name: string, text: string) => [1, 2].map((file) => ({ file: `${name}-${file}.json`, text }));
    await journal.write(group('small', 'x\n'));
    const announced = readFileSync(join(cache, 'journal'), 'utf8');
    for (const name of ['large', 'larger']) expect(await journal.write(group(name, 'x'.repeat(9_000)))).toBe(2);
    expect(notes).toEqual([expect.stringContaining('ENOSPC')]);
    expect(readFileSync(join(cache, 'journal'), 'utf8')).toBe(announced);
    journal.close();
    expect(readdirSync(cache)).toEqual([]);
  });
});
