/** An article's life: thirty edits one after the other, each of which must leave the keys of all other blocks alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignKeys, type KnownUnit } from '../../scripts/units/keys.ts';
import { article, bundleOf, firstCut } from './article-blocks.ts';

const ARTICLE = [
  'Exosomes are everywhere, yet few people have heard of them.',
  '# What are exosomes?',
  'Exosomes are small vesicles that nearly all cells release into the fluid around them.',
  'They were first taken for a kind of cellular waste disposal. Today they are known as messengers.',
  '> Small parcels with a great deal inside.',
  '# What do they carry?',
  '- Proteins of the membrane and of the cell’s interior',
  '- Lipids that make the vesicle stable',
  '- Nucleic acids, among them messenger RNA',
  'The cargo depends on the cell that packs it. A stressed cell packs other things than a calm one.',
  '# Sizes',
  '| Kind',
  '| Diameter',
  '| Membrane',
  '| Exosome',
  '| 30–150 nm',
  '| yes',
  '| Microvesicle',
  '| 100–1,000 nm',
  '| yes',
  '| Apoptotic body',
  '| 1–5 µm',
  '| yes',
  '# How are they measured?',
  'Electron microscopy shows single vesicles in great detail but takes hours.',
  'Flow cytometry counts thousands of them in a second, with less detail.',
  '# Where to read on',
  'The society for extracellular vesicles publishes guidelines every few years.',
];

type Edit = readonly [what: string, change: (lines: readonly string[]) => readonly string[]];

function at(lines: readonly string[], start: string): number {
  const place = lines.findIndex((line) => line.startsWith(start));
  if (place < 0) throw new Error(`no line starts with ${start}`);
  return place;
}

function insert(before: string, ...added: string[]): Edit {
  return [`insert ${added[0] ?? ''}`, (lines) => lines.toSpliced(at(lines, before), 0, ...added)];
}

function remove(start: string, count = 1): Edit {
  return [`remove ${start}`, (lines) => lines.toSpliced(at(lines, start), count)];
}

function rewrite(start: string, ...by: string[]): Edit {
  return [`rewrite ${start}`, (lines) => lines.toSpliced(at(lines, start), 1, ...by)];
}

function replace(start: string, from: string, to: string): Edit {
  return [`edit ${start}`, (lines) => lines.map((line) => (line.startsWith(start) ? line.replace(from, to) : line))];
}

function move(start: string, count: number, before: string): Edit {
  return [
    `move ${start}`,
    (lines) => {
      const place = at(lines, start);
      const rest = lines.toSpliced(place, count);
      return rest.toSpliced(at(rest, before), 0, ...lines.slice(place, place + count));
    },
  ];
}

const EDITS: readonly Edit[] = [
  insert('# What do', 'A fluid ounce of blood holds billions of them.'),
  replace('Exosomes are small', 'nearly all', 'almost all'),
  rewrite('# What are exosomes?', '# Exosomes in one minute'),
  move('# Sizes', 13, '# What do'),
  insert('Exosomes are everywhere', 'This article was reviewed by two biologists.'),
  remove('> Small parcels'),
  replace('- Lipids', 'stable', 'stable and round'),
  move('- Nucleic', 1, '- Proteins'),
  rewrite(
    'They were first',
    'They were first taken for a kind of cellular waste disposal.',
    'Today they are known as messengers.',
  ),
  insert(
    '# Where to read',
    '# Open questions',
    'Nobody knows how a vesicle finds its target.',
    'Nor how many are lost.',
  ),
  replace('| 30–150', '30–150', '40–160'),
  insert('| Apoptotic', '| Exomere', '| 35 nm', '| no'),
  move('# Open questions', 3, '# How are'),
  rewrite('# Open questions', '# What we do not know'),
  [
    'merge two paragraphs',
    (lines) => {
      const place = at(lines, 'Electron');
      return lines.toSpliced(place, 2, `${lines[place] ?? ''} ${lines[place + 1] ?? ''}`);
    },
  ],
  move('A fluid ounce', 1, 'The society'),
  replace('A fluid ounce', 'fluid ounce', 'millilitre'),
  remove('| Microvesicle', 3),
  insert('The society', 'The society for extracellular vesicles also runs a course.'),
  rewrite('# Where to read on', '# Where to read on?', '# Reading list'),
  remove('This article was reviewed'),
  move('# How are', 2, '# Exosomes in one'),
  replace('The cargo', 'A stressed cell packs other things than a calm one.', 'Stress changes it.'),
  rewrite('- Proteins', '- Proteins of the membrane', '- Proteins of the cell’s interior'),
  insert('| Kind', '| yes', '| yes', '| yes'),
  replace('# Sizes', 'Sizes', 'How large are they?'),
  [
    'move and edit',
    (lines) => {
      const place = at(lines, 'Nobody knows');
      const moved = (lines[place] ?? '').replace('Nobody knows', 'Nobody really knows');
      return [moved, ...lines.toSpliced(place, 1)];
    },
  ],
  rewrite('- Lipids', 'Lipids that make the vesicle stable and round'),
  remove('# Exosomes in one', 1),
  insert('# Reading list', '# Exosomes in one minute', 'They are back.'),
];

/** What a text may be called by: as often as it stands in both versions. */
function shared(
  before: readonly KnownUnit[],
  after: readonly KnownUnit[],
): [text: string, old: string[], neu: string[]][] {
  return [...new Set(before.map(({ value }) => value))].map((text) => {
    const keys = (units: readonly KnownUnit[]): string[] =>
      units.filter(({ value }) => value === text).map(({ key }) => key);
    return [text, keys(before), keys(after)];
  });
}

describe('thirty edits', () => {
  it('change no key of an untouched block', () => {
    expect(EDITS).toHaveLength(30);
    let lines: readonly string[] = ARTICLE;
    let bundle = firstCut(...lines);
    for (const [what, change] of EDITS) {
      const next = change(lines);
      expect(next, what).not.toEqual(lines);
      const assignment = assignKeys(article(...next), bundle, 'en');
      const after = bundleOf(assignment);
      for (const [text, old, neu] of shared(bundle, after)) {
        const [few, many] = old.length < neu.length ? [old, neu] : [neu, old];
        expect(many, `${what}: ${text}`).toEqual(expect.arrayContaining(few));
      }
      expect(new Set(after.map(({ key }) => key)).size, what).toBe(after.length);
      lines = next;
      bundle = after;
    }
    // What stands there from the beginning still has its first key; `yes` is a cell that was always there three times.
    const first = new Map(firstCut(...ARTICLE).map(({ key, value }) => [value, key]));
    const survivors = bundle.filter(({ value }) => value !== 'yes' && first.has(value));
    expect(survivors.length).toBe(11);
    for (const { key, value } of survivors) expect(key).toBe(first.get(value));
  });

  it('touch only what they touch', () => {
    let lines: readonly string[] = ARTICLE;
    let bundle = firstCut(...lines);
    const log = EDITS.map(([what, change]) => {
      lines = change(lines);
      const assignment = assignKeys(article(...lines), bundle, 'en');
      bundle = bundleOf(assignment);
      const added = assignment.units.filter(({ added: isNew }) => isNew).length;
      const edited = assignment.units.filter(({ previous }) => previous !== undefined).length;
      return `${what}: +${added} -${assignment.removed.length} ~${edited}`;
    });
    expect(log).toMatchInlineSnapshot(`
      [
        "insert A fluid ounce of blood holds billions of them.: +1 -0 ~0",
        "edit Exosomes are small: +0 -0 ~1",
        "rewrite # What are exosomes?: +0 -0 ~1",
        "move # Sizes: +0 -0 ~0",
        "insert This article was reviewed by two biologists.: +1 -0 ~0",
        "remove > Small parcels: +0 -1 ~0",
        "edit - Lipids: +0 -0 ~1",
        "move - Nucleic: +0 -0 ~0",
        "rewrite They were first: +1 -0 ~1",
        "insert # Open questions: +3 -0 ~0",
        "edit | 30–150: +0 -0 ~1",
        "insert | Exomere: +3 -0 ~0",
        "move # Open questions: +0 -0 ~0",
        "rewrite # Open questions: +0 -0 ~1",
        "merge two paragraphs: +0 -1 ~1",
        "move A fluid ounce: +0 -0 ~0",
        "edit A fluid ounce: +0 -0 ~1",
        "remove | Microvesicle: +0 -3 ~0",
        "insert The society for extracellular vesicles also runs a course.: +1 -0 ~0",
        "rewrite # Where to read on: +1 -0 ~1",
        "remove This article was reviewed: +0 -1 ~0",
        "move # How are: +0 -0 ~0",
        "edit The cargo: +0 -0 ~1",
        "rewrite - Proteins: +1 -0 ~1",
        "insert | yes: +3 -0 ~0",
        "edit # Sizes: +0 -0 ~1",
        "move and edit: +0 -0 ~1",
        "rewrite - Lipids: +0 -0 ~0",
        "remove # Exosomes in one: +0 -1 ~0",
        "insert # Exosomes in one minute: +2 -0 ~0",
      ]
    `);
  });
});

/** Twelve words that no other sentence has. */
function sentence(number: number): string {
  const letters = (value: number): string =>
    value.toString(36).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
  return Array.from({ length: 12 }, (_, index) => letters((number * 12 + index + 1) * 7_919_993)).join(' ');
}

const block = fc.oneof(
  { weight: 5, arbitrary: fc.nat(500).map(sentence) },
  { weight: 2, arbitrary: fc.nat(500).map((number) => `# ${sentence(number + 600)}`) },
  { weight: 2, arbitrary: fc.nat(500).map((number) => `- ${sentence(number + 1_200)}`) },
  { weight: 2, arbitrary: fc.constantFrom('| yes', '| no', '| 1') },
);
const word = fc.nat(1_000).map((number) => `new${number.toString(36)}`);
const edit = fc.tuple(fc.constantFrom('insert', 'delete', 'move', 'edit'), fc.nat(), fc.nat(), block, word);

describe('any edits', () => {
  it('leave untouched blocks their keys and give no key twice', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), fc.array(edit, { maxLength: 8 }), (lines, edits) => {
        const known = firstCut(...lines);
        let next = lines;
        const replaced = new Map<string, string>();
        for (const [what, from, to, added, other] of edits) {
          const place = next.length === 0 ? 0 : from % next.length;
          const line = next[place];
          if (what === 'insert') next = next.toSpliced(place, 0, added);
          if (line === undefined || what === 'insert') continue;
          if (what === 'delete') next = next.toSpliced(place, 1);
          if (what === 'move') next = next.toSpliced(place, 1).toSpliced(to % next.length, 0, line);
          if (what !== 'edit' || line.startsWith('|') || [...replaced.values()].includes(line)) continue;
          const changed = line.replace(/\w+$/, other);
          replaced.set(line, changed);
          next = next.with(place, changed);
        }
        const { units, removed } = assignKeys(article(...next), known, 'en');
        expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
        const kept = units.filter(({ added }) => !added).map(({ key }) => key);
        expect([...kept, ...removed.map(({ key }) => key)].toSorted()).toEqual(known.map(({ key }) => key).toSorted());
        for (const [text, old, neu] of shared(known, bundleOf({ units, removed, renamed: [] }))) {
          const [few, many] = old.length < neu.length ? [old, neu] : [neu, old];
          expect(many, text).toEqual(expect.arrayContaining(few));
        }
        // One word of ten or more: the same block, wherever it is now.
        for (const [line, changed] of replaced) {
          const [from, to] = [line, changed].map((text) => text.replace(/^[#-] /, ''));
          const old = known.filter(({ value }) => value === from);
          const neu = units.filter(({ value }) => value === to);
          const [key, ...more] = old;
          if (more.length > 0 || neu.length !== 1 || key === undefined || next.includes(line)) continue;
          expect(neu[0]?.key).toBe(key.key);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('come out the same every time', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), fc.array(block, { maxLength: 20 }), (before, after) => {
        const known = firstCut(...before);
        expect(assignKeys(article(...after), known, 'en')).toEqual(assignKeys(article(...after), known, 'en'));
      }),
      { numRuns: 50 },
    );
  });
});
