/** What a person edits between two runs, of which the first was killed while it wrote. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { fileHash } from '../../scripts/locales/file-hash.ts';
import { openJournal } from '../../scripts/locales/journal.ts';
import { mergeEdit } from '../../scripts/locales/merge-edit.ts';

it('keeps each line that one of the two changed, whichever was first; where both did, the person’s', () => {
  const lines = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lines, fc.boolean(), (changes, isLate) => {
      const text = (name: (index: number) => string): string => changes.map((_, index) => name(index)).join('\n');
      const before = text((index) => `line ${index}`);
      const after = text((index) => (changes[index]?.[1] === true ? `made ${index}` : `line ${index}`));
      const merged = text((index) =>
        changes[index]?.[0] === true ? `edit ${index}` : changes[index]?.[1] === true ? `made ${index}` : `line ${index}`,
      );
      // An edit of what the run had read, or of what it had put in place already.
      const edited = isLate ? merged : text((index) => (changes[index]?.[0] === true ? `edit ${index}` : `line ${index}`));
      expect(mergeEdit(edited, before, after)).toBe(merged);
    }),
  );
});

it('of a bundle takes values, however it is laid out', () => {
  const before = '{"a": "old a", "b": "old b", "c": {"d": "old d"}}';
  const after = '{\n  "a": "new a",\n  "b": "new b",\n  "c": { "d": "old d" },\n  "e": "new e"\n}\n';
  const edited = '{"a": "old a", "b": "a person’s", "c": {"d": "theirs, too"}}';
  expect(mergeEdit(edited, before, after)).toBe('{"a": "new a", "b": "a person’s", "c": {"d": "theirs, too"}}');
});

it('is what the next run makes of a group that was killed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'glossa-merge-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const was = { 'it/s.json': '{"a": "old a", "b": "old b"}\n', 'review/s.json': 'old record\n' };
  const made = { 'it/s.json': '{"a": "new a", "b": "old b"}\n', 'review/s.json': 'new record\n' };
  const path = join(root, 'journal');
  const group = Object.entries(made).map(([file, text]) => {
    const before = file === 'it/s.json' ? was['it/s.json'] : was['review/s.json'];
    return { file: file.replace('/', '-'), before: fileHash(before), was: before, text };
  });
  writeFileSync(path, `${JSON.stringify(group)}\n`);
  writeFileSync(join(root, 'it-s.json'), '{"a": "old a", "b": "a person’s"}\n');
  writeFileSync(join(root, 'review-s.json'), was['review/s.json']);
  (await openJournal(root, path, (line) => expect.unreachable(line))).close();
  expect(readFileSync(join(root, 'it-s.json'), 'utf8')).toBe('{"a": "new a", "b": "a person’s"}\n');
  expect(readFileSync(join(root, 'review-s.json'), 'utf8')).toBe('new record\n');
});
