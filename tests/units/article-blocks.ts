import { assignKeys, type Assignment, type KnownUnit } from '../../scripts/units/keys.ts';
import type { ParsedUnit } from '../../scripts/units/unit.ts';

const MARKS = { '# ': 'heading', '- ': 'li', '| ': 'cell', '> ': 'quote' } as const;

/** One line a block: `# heading`, `- item`, `| cell`, `> quote`, else a paragraph. */
export function article(...lines: readonly string[]): ParsedUnit[] {
  return lines.map((text, index) => {
    const mark = Object.entries(MARKS).find(([start]) => text.startsWith(start));
    const value = mark === undefined ? text : text.slice(2);
    return { kind: mark?.[1] ?? 'p', value, syntax: 'markdown', line: index + 1 };
  });
}

/** The bundle that an assignment leaves. */
export function bundleOf({ units }: Assignment): KnownUnit[] {
  return units.map(({ key, value }) => ({ key, value }));
}

export function firstCut(...lines: readonly string[]): KnownUnit[] {
  return bundleOf(assignKeys(article(...lines), [], 'en'));
}
