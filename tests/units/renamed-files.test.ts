import { describe, expect, it } from 'vitest';
import { renamedFiles, type FileTexts } from '../../scripts/units/alignment/renamed-files.ts';

const TEXTS = [
  'Exosomes are small vesicles that nearly all cells release.',
  'They were first taken for a kind of cellular waste disposal.',
  'Electron microscopy shows single vesicles in great detail.',
  'Flow cytometry counts thousands of them in a second.',
];
const OTHERS = [
  'Our garden opens every morning at eight during summer.',
  'Dogs must be kept on a lead near the pond.',
  'Tickets are sold at the northern gate only.',
  'Children under six need no ticket at all.',
];

function file(name: string, ...values: string[]): FileTexts {
  return { name, values };
}

describe('a renamed file', () => {
  it('is found by its texts, whatever its name', () => {
    const orphans = [file('a/old', ...TEXTS), file('b', ...OTHERS)];
    expect(renamedFiles(orphans, [file('new', ...OTHERS), file('ä/new', ...TEXTS)])).toEqual([
      { from: 'a/old', to: 'ä/new' },
      { from: 'b', to: 'new' },
    ]);
  });

  it('may have half of its text changed, not more', () => {
    const kept = (count: number): FileTexts[] => [file('new', ...TEXTS.slice(0, count), ...OTHERS.slice(count))];
    expect(renamedFiles([file('old', ...TEXTS)], kept(3))).toHaveLength(1);
    expect(renamedFiles([file('old', ...TEXTS)], kept(1))).toEqual([]);
    expect(renamedFiles([file('old', ...TEXTS)], [file('new')])).toEqual([]);
    expect(renamedFiles([], kept(4))).toEqual([]);
  });

  it('may have every sentence edited a little', () => {
    const edited = TEXTS.map((text) => text.replace(/\w+\.$/, 'now.'));
    expect(renamedFiles([file('old', ...TEXTS)], [file('new', ...edited)])).toEqual([{ from: 'old', to: 'new' }]);
  });

  it('goes with the best pair, ties by name', () => {
    const half = [...TEXTS.slice(0, 3), OTHERS[0] ?? ''];
    expect(renamedFiles([file('a', ...half), file('b', ...TEXTS)], [file('x', ...TEXTS)])).toEqual([
      { from: 'b', to: 'x' },
    ]);
    const twins = [file('b', ...TEXTS), file('a', ...TEXTS)];
    expect(renamedFiles(twins, [file('y', ...TEXTS), file('x', ...TEXTS)])).toEqual([
      { from: 'a', to: 'x' },
      { from: 'b', to: 'y' },
    ]);
  });

  it('is found where all files share headings', () => {
    const common = ['Introduction', 'See also', 'License'];
    const numbered = (prefix: string): FileTexts[] =>
      Array.from({ length: 80 }, (_, index) =>
        file(
          `${prefix}${String(index).padStart(2, '0')}`,
          ...common,
          `Only file number ${index} holds this longer text about item ${index * 7_919}.`,
        ),
      );
    const renamed = renamedFiles(numbered('old'), numbered('new').toReversed());
    expect(renamed).toHaveLength(80);
    for (const { from, to } of renamed) expect(to).toBe(from.replace('old', 'new'));
  });
});
