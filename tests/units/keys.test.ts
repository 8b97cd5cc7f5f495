import { describe, expect, it } from 'vitest';
import { assignKeys, type KnownUnit } from '../../scripts/units/keys.ts';
import type { ParsedUnit, UnitKind } from '../../scripts/units/unit.ts';

function block(kind: UnitKind, value: string, line = 1): ParsedUnit {
  return { kind, value, syntax: 'markdown', line };
}

/** `# heading`, `- item`, `| cell`, else a paragraph. */
function article(...lines: string[]): ParsedUnit[] {
  return lines.map((line, index) => {
    const [, mark = '', text = ''] = /^([#|-] )?(.*)$/.exec(line) ?? [];
    return block(({ '# ': 'heading', '- ': 'li', '| ': 'cell' } as const)[mark] ?? 'p', text, index + 1);
  });
}

function firstCut(...lines: string[]): KnownUnit[] {
  return assignKeys(article(...lines), [], 'en').units.map(({ key, value }) => ({ key, value }));
}

describe('the first cut of a file', () => {
  it('numbers blocks by kind in the section of their heading', () => {
    const { units } = assignKeys(
      article(
        'Before.',
        '# What are *exosomes*?',
        'One.',
        '- A',
        '- B',
        'Two.',
        '| C',
        '# What are exosomes',
        'Three.',
      ),
      [],
      'en',
    );
    expect(units.map(({ key }) => key)).toEqual([
      'body.lead.p1',
      'body.what-are-exosomes.heading',
      'body.what-are-exosomes.p1',
      'body.what-are-exosomes.li1',
      'body.what-are-exosomes.li2',
      'body.what-are-exosomes.p2',
      'body.what-are-exosomes.cell1',
      'body.what-are-exosomes-2.heading',
      'body.what-are-exosomes-2.p1',
    ]);
    expect(units[2]?.path).toEqual(['body', 'what-are-exosomes', 'p1']);
    expect(units.every(({ added, language }) => added && language === 'en')).toBe(true);
  });
});

describe('a later version', () => {
  it('keeps keys over insertion, moves and edits', () => {
    const known = firstCut(
      'Intro text.',
      '# One',
      'First paragraph here.',
      'Second paragraph there.',
      '# Two',
      '- x',
      '- y',
    );
    const { units, removed } = assignKeys(
      article(
        '# Two, renamed',
        '- y',
        '- x',
        'Intro text, edited.',
        '# One',
        'A wholly new thing to say.',
        'Second paragraph there.',
        'First paragraph here.',
      ),
      known,
      'en',
    );
    expect(units.map(({ key }) => key.replace(/-[a-z2-9]{4}$/, '-hash'))).toEqual([
      'body.two.heading',
      'body.two.li2',
      'body.two.li1',
      'body.lead.p1',
      'body.one.heading',
      'body.one.p-hash',
      'body.one.p2',
      'body.one.p1',
    ]);
    expect(removed).toEqual([]);
    expect(units[3]?.previous).toBe('Intro text.');
  });
});
