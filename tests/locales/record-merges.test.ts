/** Two branches, one record, `git merge` as a forge does it: without attributes and merge drivers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NO_RECORD, parseRecord, type RecordLine } from '../../scripts/locales/record.ts';
import { isOwnLayout, printRecord } from '../../scripts/locales/record-text.ts';
import { fingerprint, sealOf, shareOf } from '../../scripts/locales/seal.ts';

const HEADER = { from: 'en', checks: '1' };
const folder = mkdtempSync(join(tmpdir(), 'glossa-merges-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const git = (...words: string[]): string => execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
git('init', '-q', '-b', 'main');
git('config', 'user.email', 'a@example.org');
git('config', 'user.name', 'A');

let made = 0;
const fresh = (part: 'files' | 'judged' | 'article' | 'outline' = 'files'): string =>
  fingerprint(part, [String(made++)]);
const sealed = (): string =>
  shareOf({ files: fresh(), judged: fresh('judged'), article: fresh('article'), outline: fresh('outline') });
const line = (key: string): RecordLine => ({ key, source: fresh(), state: 'translated', origin: 'x', target: fresh() });

type Change = (lines: RecordLine[]) => void;
const at = (place: number, change: (line: RecordLine) => RecordLine): Change => (lines) => {
  const found = lines[place];
  if (found !== undefined) lines[place] = change(found);
};
const retranslate = (place: number): Change => at(place, ({ key }) => line(key));
const approve = (place: number): Change => at(place, (one) => ({ ...one, state: 'reviewed' }));
const remove =
  (place: number): Change =>
  (lines) =>
    void lines.splice(place, 1);
const insert =
  (place: number): Change =>
  (lines) =>
    void lines.splice(place, 0, line(`new-${fresh()}`));

/** A run: the lines changed, and the whole sealed anew. */
function run(text: string | undefined, change: Change, count = 0): string {
  const before = text === undefined ? NO_RECORD : parseRecord(text);
  const lines = text === undefined ? Array.from({ length: count }, (_, index) => line(`k${index}`)) : [...before.lines];
  change(lines);
  return printRecord(HEADER, lines, before, sealed());
}

/** @returns whether git merged the branches by itself, and what it made. */
function merged(base: string, branches: readonly Change[]): { clean: boolean; text: string } {
  const file = join(folder, 'record.json');
  const commit = (text: string): void => {
    writeFileSync(file, text);
    git('add', '.');
    git('commit', '-q', '--allow-empty', '-m', 'x');
  };
  commit(base);
  git('branch', '-f', 'base');
  for (const [index, change] of branches.entries()) {
    git('checkout', '-q', '-B', `branch-${index}`, 'base');
    commit(run(base, change));
  }
  git('checkout', '-q', '-B', 'main', 'base');
  let clean = true;
  for (const index of branches.keys()) {
    const merge = spawnSync('git', ['merge', '-q', '-m', 'm', `branch-${index}`], { cwd: folder });
    if (merge.status === 0) continue;
    clean = false;
    git('merge', '--abort');
  }
  return { clean, text: readFileSync(file, 'utf8') };
}

describe.each([9, 2000])('a record of %i units', (count) => {
  const last = count - 1;
  const middle = Math.floor(count / 2);
  const cases: [string, Change[]][] = [
    ['neighbours', [retranslate(middle), retranslate(middle + 1)]],
    ['the first two', [retranslate(0), approve(1)]],
    ['the last two', [approve(last - 1), retranslate(last)]],
    ['the unit with the seal, and its neighbour', [retranslate(3), approve(4)]],
    ['the neighbour before the unit with the seal', [retranslate(3), approve(2)]],
    ['far from one another', [retranslate(1), retranslate(last - 1)]],
    ['a removal and a change behind it', [remove(middle), retranslate(middle + 1)]],
    ['a removal and a change before it', [remove(middle), retranslate(middle - 1)]],
    ['a removal of the unit with the seal, and a change', [remove(3), retranslate(2)]],
    ['an insertion and a change before it', [insert(middle), retranslate(middle - 1)]],
    ['an insertion and a change behind it', [insert(middle), approve(middle)]],
    ['an insertion at the beginning and one at the end', [insert(0), insert(count)]],
    ['two insertions with a unit between them', [insert(middle), insert(middle + 1)]],
    ['a translator approves all, the bot changes one', [(lines) => lines.slice(0, 3).forEach((_, i) => approve(i)(lines)), retranslate(5)]],
    ['two removals', [remove(1), remove(5)]],
    ['two people approve neighbours', [approve(middle), approve(middle + 1)]],
    ['a removal at the beginning and an insertion at the end', [remove(0), insert(count)]],
    ['the bot changes three in a row, a person approves the next', [(lines) => [5, 6, 7].forEach((one) => retranslate(one)(lines)), approve(4)]],
    ['three branches in a row', [retranslate(2), approve(3), retranslate(4)]],
    ['three branches, one with an insertion', [retranslate(6), insert(5), approve(4)]],
  ];

  it.each(cases)('%s', (_name, branches) => {
    const first = run(undefined, () => {}, count);
    const base = run(first, retranslate(3));
    const { clean, text } = merged(base, branches);
    expect(clean).toBe(true);
    const record = parseRecord(text);
    expect(record.damaged).toBe(false);
    const expected = [...parseRecord(base).lines];
    expect(record.lines.length - expected.length).toBe(
      branches.reduce((sum, change) => {
        const lines = [...expected];
        change(lines);
        return sum + lines.length - expected.length;
      }, 0),
    );
    expect(isOwnLayout(text, HEADER, record.lines)).toBe(true);
    // The next run seals what was merged, and the seal says what it shall.
    const seal = sealed();
    const next = printRecord(HEADER, record.lines, record, seal);
    expect(sealOf(next)?.files).toBe(seal.slice(0, 12));
    expect(sealOf(text)?.files).not.toBe(sealOf(base)?.files);
  });

  it('both branches changed the same unit: a conflict, and no other', () => {
    const base = run(undefined, () => {}, count);
    expect(merged(base, [retranslate(4), retranslate(4)]).clean).toBe(false);
  });
});

it('a run that changes no unit changes no unit line', () => {
  const base = run(undefined, () => {}, 9);
  const next = run(base, () => {});
  const units = (text: string): string[] => text.split('\n').filter((one) => one.startsWith('{"key"'));
  expect(units(next)).toEqual(units(base));
  expect(sealOf(next)).not.toEqual(sealOf(base));
  let grown = next;
  for (let round = 0; round < 40; round++) grown = run(grown, () => {});
  expect(parseRecord(grown).loose.length).toBeLessThan(9);
});
