import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { badge } from '../../scripts/commands/status-pictures/badge.ts';
import { chart } from '../../scripts/commands/status-pictures/chart.ts';

const DONE = { language: 'es', reviewed: 60, drafts: 7, stale: 0, missing: 0 };
const OPEN = { language: 'it', reviewed: 20, drafts: 30, stale: 12, missing: 5 };

/** The attributes of every element of a name. */
function elements(svg: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push({ ...tag.attributes });
  });
  parser.write(svg).close();
  return found;
}

describe('the badge', () => {
  it('says how many languages there are and how much of them is current', () => {
    expect(badge([DONE, OPEN])).toContain('aria-label="translations: 2 languages, 87 %"');
    expect(badge([DONE])).toContain('translations: 1 language, 100 %');
    expect(badge([])).toContain('0 languages, 100 %');
  });

  it('says 100 % only where nothing is left', () => {
    expect(badge([{ ...DONE, missing: 1, drafts: 100_000 }])).toContain('99 %');
  });
});

describe('the chart', () => {
  it('divides a bar by what its units are', () => {
    const bars = elements(chart([DONE, OPEN]), 'rect').filter(({ height, class: part }) => height === '14' && part);
    const widths = bars.map(({ class: part, width }) => [part, Number(width)]);
    expect(widths).toEqual([
      ['reviewed', 358.21],
      ['drafts', 41.79],
      ['reviewed', 119.4],
      ['drafts', 179.1],
      ['stale', 71.64],
      ['missing', 29.85],
    ]);
  });

  it('tells those who cannot see it the same, and reads on dark pages', () => {
    const svg = chart([DONE, OPEN]);
    expect(svg).toContain('es: 60 reviewed, 7 drafts; it: 20 reviewed, 30 drafts, 12 stale, 5 missing');
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  it('draws nothing for a language without units, and the same bytes for the same counts', () => {
    const none = { language: 'a"<b', reviewed: 0, drafts: 0, stale: 0, missing: 0 };
    expect(elements(chart([none]), 'rect').filter(({ height, class: part }) => height === '14' && part)).toEqual([]);
    expect(chart([none])).toBe(chart([{ ...none }]));
  });
});
