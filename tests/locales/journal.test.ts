import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../scripts/locales/journal.ts';

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
});
