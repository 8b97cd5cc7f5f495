import { describe, expect, it } from 'vitest';
import { SourceError } from '../../scripts/project/errors.ts';
import { assignKeys, type KnownUnit } from '../../scripts/units/keys.ts';
import type { BundlePath, ParsedUnit } from '../../scripts/units/unit.ts';
import { article, bundleOf, firstCut } from './article-blocks.ts';

function field(path: BundlePath, value: string, line = 1): ParsedUnit {
  return { kind: 'field', path, value, syntax: 'plain', line };
}

function value(path: string, text: string, line = 1): ParsedUnit {
  return { kind: 'value', path: path.split('.'), value: text, syntax: 'i18next', line };
}

/** Keys by text, with the four letters of a hash replaced by `hash`. */
function keysOf(lines: readonly string[], known: readonly KnownUnit[]): Record<string, string> {
  const { units } = assignKeys(article(...lines), known, 'en');
  return Object.fromEntries(units.map(({ key, value: text }) => [text, key.replace(/-[a-z2-9]{4}$/, '-hash')]));
}

describe('the first cut of a file', () => {
  it('numbers blocks by kind in the section of their heading', () => {
    const lines = [
      'Before.',
      '# What are *exosomes*?',
      'One.',
      '- A',
      '- B',
      'Two.',
      '| C',
      '# What are exosomes',
      '> Q',
    ];
    const { units, removed } = assignKeys(article(...lines), [], 'en');
    expect(units.map(({ key }) => key)).toEqual([
      'body.lead.p1',
      'body.what-are-exosomes.heading',
      'body.what-are-exosomes.p1',
      'body.what-are-exosomes.li1',
      'body.what-are-exosomes.li2',
      'body.what-are-exosomes.p2',
      'body.what-are-exosomes.cell1',
      'body.what-are-exosomes-2.heading',
      'body.what-are-exosomes-2.quote1',
    ]);
    expect(units[2]?.path).toEqual(['body', 'what-are-exosomes', 'p1']);
    expect(units.every(({ added, language }) => added && language === 'en')).toBe(true);
    expect(removed).toEqual([]);
  });

  it('never gives the lead, or a link, to a heading', () => {
    expect(Object.values(keysOf(['# Lead', '# See [the docs](https://x.org/a)', '# !?'], []))).toEqual([
      'body.lead-2.heading',
      'body.see-the-docs.heading',
      'body.section.heading',
    ]);
  });
});

describe('a later version', () => {
  const lines = [
    'An opening paragraph about small things in the blood.',
    '# What are exosomes?',
    'Exosomes are small vesicles that cells release into the fluid around them.',
    'They carry proteins, lipids and nucleic acids from one cell to another.',
    '# How they are measured',
    '- Electron microscopy shows single vesicles',
    '- Flow cytometry counts many of them quickly',
    '| 30 nm',
    '| 150 nm',
  ];
  const known = firstCut(...lines);
  const original = keysOf(lines, known);
  const line = (index: number): string => lines[index] ?? '';
  const bare = (index: number): string => line(index).replace(/^[#|-] /, '');

  it('without changes keeps every key', () => {
    const { units, removed, renamed } = assignKeys(article(...lines), known, 'en');
    expect(bundleOf({ units, removed, renamed })).toEqual(known);
    expect(units.some(({ added, previous }) => added || previous !== undefined)).toBe(false);
    expect([removed, renamed]).toEqual([[], []]);
  });

  it('gives additions four letters of their hash, in the section that they are in', () => {
    const keys = keysOf([...lines.slice(0, 3), 'New here.', ...lines.slice(3), '# A new end', 'Last.'], known);
    expect(keys).toMatchObject(original);
    expect(keys).toMatchObject({
      'New here.': 'body.what-are-exosomes.p-hash',
      'A new end': 'body.a-new-end.heading',
      'Last.': 'body.a-new-end.p-hash',
    });
    const add = (text: string): string | undefined =>
      assignKeys(article(...lines, text), known, 'en').units.find(({ value: own }) => own === text)?.key;
    expect(add('Same.')).toBe(add('Same.'));
    expect(add('Same.')).not.toBe(add('Other.'));
  });

  it('gives two equal additions different keys', () => {
    const { units } = assignKeys(article(...lines, 'Twice.', 'Twice.'), known, 'en');
    expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
  });

  it('keeps the slug of a renamed heading, also where its section moves', () => {
    const renamed = lines.with(4, '# Ways to see and count');
    expect(keysOf(renamed, known)['Ways to see and count']).toBe('body.how-they-are-measured.heading');
    const moved = [...renamed.slice(4), ...renamed.slice(0, 4)];
    expect(Object.values(keysOf(moved, known)).toSorted()).toEqual(Object.values(original).toSorted());
  });

  it('keeps keys of edited blocks and tells their previous text', () => {
    const edited = line(3).replace('nucleic acids', 'RNA');
    const { units } = assignKeys(article(...lines.with(3, edited)), known, 'en');
    expect(units.flatMap(({ previous, key }) => (previous === undefined ? [] : [[key, previous]]))).toEqual([
      ['body.what-are-exosomes.p2', line(3)],
    ]);
  });

  it('lets the larger half of a split block live on, and the larger block of a merger', () => {
    const first = 'Exosomes are small vesicles that cells release.';
    const second = 'They go into the fluid around them.';
    expect(keysOf(lines.toSpliced(2, 1, first, second), known)).toMatchObject({
      [first]: original[bare(2)],
      [second]: 'body.what-are-exosomes.p-hash',
      [bare(3)]: original[bare(3)],
    });
    const merged = `${line(2)} ${line(3)}`;
    const { units, removed } = assignKeys(article(...lines.toSpliced(2, 2, merged)), known, 'en');
    expect(units[2]?.key).toBe(original[bare(2)]);
    expect(removed.map(({ key }) => key)).toEqual([original[bare(3)]]);
  });

  it('takes a paragraph made a list item for the same, and a heading made a paragraph for another', () => {
    const changed = lines.with(3, `- ${line(3)}`).with(4, bare(4));
    expect(keysOf(changed, known)).toMatchObject({
      [bare(3)]: original[bare(3)],
      [bare(4)]: 'body.what-are-exosomes.p-hash',
    });
  });

  it('keeps a cell whose number changed', () => {
    expect(keysOf(lines.with(7, '| 40 nm'), known)['40 nm']).toBe(original['30 nm']);
    expect(keysOf(lines.with(8, '| ?'), known)['?']).toBe(original['150 nm']);
  });

  it('lets equal cells follow their rows', () => {
    const rows = (...names: string[]): string[] => names.flatMap((name) => [`| Row ${name}`, '| yes', '| 1']);
    const table = firstCut(...rows('one', 'two', 'three', 'four'));
    const keys = (...names: string[]): string[] =>
      assignKeys(article(...rows(...names)), table, 'en').units.map(({ key }) => key.replace('body.lead.cell', ''));
    expect(keys('two', 'three', 'four')).toEqual(['4', '5', '6', '7', '8', '9', '10', '11', '12']);
    expect(keys('one', 'four', 'two', 'three').slice(3, 9)).toEqual(['10', '11', '12', '4', '5', '6']);
  });

  it('is another text where little of a paragraph is left', () => {
    const little = 'Cars that bring small parcels into the city need another kind of licence.';
    expect(keysOf(lines.with(2, little), known)[little]).toBe('body.what-are-exosomes.p-hash');
  });

  it('is another text where nothing of a paragraph is left', () => {
    const { units, removed } = assignKeys(
      article(...lines.with(2, 'Something wholly different stands here.')),
      known,
      'en',
    );
    expect(units[2]?.added).toBe(true);
    expect(removed.map(({ key }) => key)).toEqual([original[bare(2)]]);
  });

  it('finds blocks by place where only the key was recovered', () => {
    const recovered = known.map((unit, index) => (index === 2 ? { ...unit, value: '' } : unit));
    expect(keysOf(lines, recovered)).toEqual(original);
    const partial = known.filter((_, index) => index !== 2);
    expect(keysOf(lines, partial)).toEqual({ ...original, [bare(2)]: 'body.what-are-exosomes.p-hash' });
  });

  it('takes any key below body', () => {
    const own = [
      { key: 'body.intro', value: line(0) },
      { key: 'body.q.title', value: bare(1) },
      { key: 'body.q.deep.er', value: bare(2) },
    ];
    expect(keysOf([...lines.slice(0, 3), 'New.', '# Intro'], own)).toEqual({
      [line(0)]: 'body.intro',
      [bare(1)]: 'body.q.title',
      [bare(2)]: 'body.q.deep.er',
      'New.': 'body.q.p-hash',
      Intro: 'body.intro-2.heading',
    });
  });

  it('does no harm with names of Object', () => {
    const { units } = assignKeys(article('# __proto__', 'a', '# constructor', 'b'), [], 'en');
    const again = assignKeys(
      article('# __proto__', 'a', '# constructor', 'b'),
      bundleOf({ units, removed: [], renamed: [] }),
      'en',
    );
    expect(again.units.map(({ key }) => key)).toEqual(units.map(({ key }) => key));
  });
});

describe('fields', () => {
  it('have their path for a key, and make way for the body', () => {
    const { units } = assignKeys(
      [field(['seo', 'title'], 'T'), field(['body'], 'B'), field(['faq', 0, 'q'], 'Q')],
      [],
      'en',
    );
    expect(units.map(({ key, path }) => [key, path])).toEqual([
      ['seo.title', ['seo', 'title']],
      ['body-2', ['body-2']],
      ['faq.0.q', ['faq', 0, 'q']],
    ]);
  });

  it('make way for a field that is called like the place to go', () => {
    const { units } = assignKeys([field(['body'], 'B'), field(['body-2'], 'C')], [], 'en');
    expect(units.map(({ key }) => key)).toEqual(['body-3', 'body-2']);
  });

  it('have their own language where they declare one', () => {
    const { units } = assignKeys(
      [{ ...field(['title'], 'Esosomi'), language: 'it' }, field(['summary'], 'S')],
      [],
      'en',
    );
    expect(units.map(({ language }) => language)).toEqual(['it', 'en']);
  });

  it('in lists follow their text', () => {
    const faq = (...items: [string, string][]): ParsedUnit[] =>
      items.flatMap(([question, answer], index) => [
        field(['faq', index, 'q'], question),
        field(['faq', index, 'a'], answer),
      ]);
    const one: [string, string] = ['What are exosomes made of?', 'Of a lipid membrane with proteins in it.'];
    const two: [string, string] = ['Who found them?', 'Two groups that worked on red blood cells.'];
    const known = bundleOf(assignKeys(faq(one, two), [], 'en'));
    const { units, removed, renamed } = assignKeys(
      faq(['Why?', 'Because.'], [one[0], `${one[1]} And RNA.`], two),
      known,
      'en',
    );
    expect(units.map(({ key, renamedFrom, added }) => [key, added ? 'new' : renamedFrom])).toEqual([
      ['faq.0.q', 'new'],
      ['faq.0.a', 'new'],
      ['faq.1.q', 'faq.0.q'],
      ['faq.1.a', 'faq.0.a'],
      ['faq.2.q', 'faq.1.q'],
      ['faq.2.a', 'faq.1.a'],
    ]);
    expect(units[3]?.previous).toBe(one[1]);
    expect(removed).toEqual([]);
    expect(renamed).toHaveLength(4);
  });
});

describe('i18next values', () => {
  const known = bundleOf(
    assignKeys(
      [value('menu.save', 'Save'), value('menu.open', 'Open'), value('ok', 'OK'), value('dialog.ok', 'OK')],
      [],
      'en',
    ),
  );

  it('are renamed where the text is the same', () => {
    const { units, renamed, removed } = assignKeys(
      [value('bar.save', 'Save'), value('menu.open', 'Open'), value('window.ok', 'OK'), value('fine', 'OK')],
      known,
      'en',
    );
    expect(renamed).toEqual([
      { from: 'menu.save', to: 'bar.save' },
      { from: 'ok', to: 'window.ok' },
      { from: 'dialog.ok', to: 'fine' },
    ]);
    expect(units[0]).toMatchObject({ added: false, renamedFrom: 'menu.save' });
    expect(removed).toEqual([]);
  });

  it('keep their key where the text changes, and are copied rather than renamed where the old key stays', () => {
    const { units, renamed } = assignKeys(
      [value('menu.save', 'Store'), value('menu.open', 'Open'), value('open', 'Open'), value('empty', '')],
      known,
      'en',
    );
    expect(units.map(({ previous, added }) => previous ?? added)).toEqual(['Save', false, true, true]);
    expect(renamed).toEqual([]);
  });

  it('may stand under body', () => {
    const units = [value('body.title', 'T'), value('body.x.p1', 'P')];
    const again = assignKeys(units, bundleOf(assignKeys(units, [], 'en')), 'en');
    expect(again.units.map(({ key, added }) => [key, added])).toEqual([
      ['body.title', false],
      ['body.x.p1', false],
    ]);
  });

  it('follow their plural suffix', () => {
    const old = bundleOf(assignKeys([value('item_one', 'Sheep'), value('item_other', 'Sheep')], [], 'en'));
    const { renamed } = assignKeys([value('thing_other', 'Sheep'), value('thing_one', 'Sheep')], old, 'en');
    expect(renamed).toEqual([
      { from: 'item_other', to: 'thing_other' },
      { from: 'item_one', to: 'thing_one' },
    ]);
  });

  it('with one key are refused', () => {
    const twice = [value('a.b', 'x', 2), { ...value('', 'y', 5), path: ['a.b'] }];
    expect(() => assignKeys(twice, [], 'en')).toThrow(SourceError);
    expect(() => assignKeys(twice, [], 'en')).toThrow(/"a\.b".*line 2/);
  });
});

describe('files of a hundred thousand units', () => {
  const MANY = 100_000;

  it('are keyed again when one value has changed, one is new and one is gone', () => {
    const old = Array.from({ length: MANY }, (_, index) => value(`group.key${index}`, `Text number ${index}`));
    const changed = [...old.slice(0, 50_000), ...old.slice(50_001), value('group.new', 'A new text')];
    changed[7] = value('group.key7', 'Another text');
    const { units, removed, renamed } = assignKeys(changed, bundleOf(assignKeys(old, [], 'en')), 'en');
    expect(units.filter(({ added }) => added).map(({ key }) => key)).toEqual(['group.new']);
    expect(units.flatMap(({ previous }) => previous ?? [])).toEqual(['Text number 7']);
    expect(removed.map(({ key }) => key)).toEqual(['group.key50000']);
    expect(renamed).toEqual([]);
  }, 60_000);

  it('keep their keys in a list into which an item is put', () => {
    const item = (index: number, text: string): ParsedUnit => ({ ...value('', text), path: ['list', index] });
    const texts = Array.from({ length: MANY }, (_, index) => `Text number ${index}`);
    const known = bundleOf(
      assignKeys(
        texts.map((text, index) => item(index, text)),
        [],
        'en',
      ),
    );
    const { units, renamed } = assignKeys(
      ['First', ...texts].map((text, index) => item(index, text)),
      known,
      'en',
    );
    expect(units.filter(({ added }) => added)).toHaveLength(1);
    expect(renamed).toHaveLength(MANY);
  }, 60_000);

  it('get their names in one go, however many headings and paragraphs are the same', () => {
    const many = Array.from({ length: MANY / 2 }, () => ['# Section', 'Same text.']).flat();
    const first = assignKeys(article(...many), [], 'en');
    expect(first.units.at(-1)?.key).toBe('body.section-50000.p1');
    const more = Array.from({ length: MANY / 2 }, () => 'Same text.');
    const { units } = assignKeys(article('# Section', ...more), firstCut('# Section', 'Same text.'), 'en');
    expect(new Set(units.map(({ key }) => key)).size).toBe(more.length + 1);
  }, 60_000);
});
