/** What people change in their own tools comes back, whole and alone, whatever else a tool does to the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSeal } from '../../scripts/locales/seal.ts';
import { translated } from '../commands/in-process.ts';
import { recordLine, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';
import { dryImporter, exported, imported, translatedProject } from './exchange-project.ts';

const KINDS = [
  ['.xlf', '2.1'],
  ['.xlf', '1.2'],
  ['.po', undefined],
] as const;

function locales(project: TemporaryProject): Map<string, string> {
  return new Map([...project.snapshot('locales')].map(([file, text]) => [file, text]));
}

function words(project: TemporaryProject): Map<string, string> {
  return new Map([...locales(project)].map(([file, text]) => [file, withoutSeal(text.slice(text.indexOf(' ') + 1))]));
}

describe.each(KINDS)('%s %s', (extension, dialect) => {
  it('that nobody edited changes no byte', async () => {
    const project = await translatedProject();
    const before = locales(project);
    const report = await imported(project, extension, await exported(project, extension, dialect));
    expect(report.units).toEqual([]);
    expect(report).toMatchObject({ unknown: 0, unchanged: 18, errors: [] });
    expect(locales(project)).toEqual(before);
  });

  it('that was edited writes what an edit of the bundles does', async () => {
    const [project, other] = [await translatedProject(), await translatedProject()];
    const edits: readonly (readonly [string, string, string])[] = [
      ['locales/es/ui.json', 'ţéŕɱš', 'términos'],
      ['locales/es/post.json', 'ţĥŕéé', 'tres'],
      ['locales/es/page.json', 'Ĝööð', 'Buen'],
    ];
    let file = await exported(project, extension, dialect);
    for (const [bundle, from, to] of edits) {
      file = file.replaceAll(from, to);
      other.write(bundle, other.read(bundle).replaceAll(from, to));
    }
    const report = await imported(project, extension, file);
    expect(report.units.map(({ key, outcome }) => `${outcome} ${key}`)).toEqual([
      'taken body.good-day.heading',
      'taken body.zebra.li2',
      'taken html',
    ]);
    await translated(other);
    expect(words(project)).toEqual(words(other));
    expect((await translated(project)).requests).toBe(0);
  });

  it('tells conflicts with both texts, takes what fits, and edits of a changed source stay for that source', async () => {
    const project = await translatedProject();
    const file = (await exported(project, extension, dialect))
      .replaceAll('ţéŕɱš', 'términos')
      .replaceAll('Žéƀŕå', 'Cebra')
      .replaceAll('öñé ţŵö', 'uno dos');
    const bundle = 'locales/es/ui.json';
    project.write(bundle, project.read(bundle).replace('ţéŕɱš', 'condiciones'));
    await translated(project);
    project.write('source/post.md', project.read('source/post.md').replace('- one two', '- one two three'));
    const report = await imported(project, extension, file);
    expect(report.units.map(({ outcome, key, reason, ours }) => [outcome, key, reason, ours])).toEqual([
      ['taken', 'body.zebra.heading', undefined, '⟦Žéƀŕå⟧'],
      ['taken', 'body.zebra.li1', undefined, '⟦öñé ţŵö·⟧'],
      ['conflict', 'html', 'it was changed here, too', expect.stringContaining('condiciones')],
    ]);
    expect(report.units[2]?.theirs).toContain('términos');
    expect(project.read(bundle)).toContain('condiciones');
    expect(recordLine(project, 'locales/.review/es/post.json', 'body.zebra.li1')).toMatchObject({
      origin: 'person',
      previous: 'one two',
    });
    await translated(project);
    expect(valueAt(project.json('locales/es/post.json'), 'body.zebra.li1')).toBe('⟦uno dos·⟧');
    expect(recordLine(project, 'locales/.review/es/post.json', 'body.zebra.li1')).toHaveProperty('suggestion');
  });
});

/** What somebody or some tool does to a unit of an XLIFF file. */
type Edit =
  | 'words'
  | 'code'
  | 'lost code'
  | 'approve'
  | 'no state'
  | 'gone'
  | 'twice'
  | 'indent'
  | 'source'
  | 'empty'
  | 'no target';
const EDITS: readonly Edit[] = [
  'words',
  'code',
  'lost code',
  'approve',
  'no state',
  'gone',
  'twice',
  'indent',
  'source',
  'empty',
  'no target',
];

const UNIT = / {2}<unit [^]*?<\/unit>\n/g;
const inTargets = (unit: string, change: (target: string) => string): string =>
  unit.replace(/<target>([^]*?)<\/target>/g, (_, target: string) => `<target>${change(target)}</target>`);

interface Edited {
  readonly text: string;
  /** What the import must say of the unit: its outcome, or nothing. */
  readonly outcome: 'taken' | 'refused' | 'left' | undefined;
}

function edited(unit: string, edit: Edit, word: string): Edited {
  const sentences = (unit.match(/<segment /g) ?? []).length;
  switch (edit) {
    case 'words': {
      let isDone = false;
      const text = inTargets(unit, (target) =>
        target.replace(/(^|>)([^<]*?)(?<![&\p{L}])(\p{L}{2,})(?![\p{L};])/u, (all, before: string, between: string) => {
          if (isDone) return all;
          isDone = true;
          return `${before}${between}${word}`;
        }),
      );
      return { text, outcome: 'taken' };
    }
    case 'code':
      return {
        text: inTargets(unit, (target) => `${target}<ph id="77"/>`).replace(
          /<ph id="77"\/>(?=[^]*<ph id="77"\/>)/g,
          '',
        ),
        outcome: 'refused',
      };
    case 'lost code': {
      const text = inTargets(unit, (target) => target.replace(/<ph [^>]*\/>/g, '').replace(/<\/?pc[^>]*>/g, ''));
      return {
        text, // The form for one may leave its number out.
        outcome: text === unit ? undefined : unit.includes('name="item_one"') ? 'taken' : 'refused',
      };
    }
    case 'approve':
      return { text: unit.replaceAll('state="translated"', 'state="reviewed"'), outcome: 'taken' };
    case 'no state':
      return { text: unit.replaceAll(' state="translated"', ''), outcome: undefined };
    case 'gone':
      return { text: '', outcome: undefined };
    case 'twice':
      return { text: unit + unit, outcome: undefined };
    case 'indent':
      return {
        text: inTargets(unit, (target) => (target.trim() === '' ? target : `\n      ${target}\n    `)),
        outcome: undefined,
      };
    case 'source':
      return {
        text: unit.replace(
          /<source>([^]*?)<\/source><target>[^]*?<\/target>/g,
          (_, source: string) => `<source>${source}</source><target>${source}</target>`,
        ),
        outcome: 'left',
      };
    case 'empty':
      return { text: inTargets(unit, () => '').replaceAll('state="translated"', 'state="initial"'), outcome: 'left' };
    case 'no target':
      return {
        text: sentences === 1 ? unit.replace(/<target>[^]*?<\/target>/, '').replace('"translated"', '"initial"') : unit,
        outcome: sentences === 1 ? 'left' : undefined,
      };
  }
}

describe('500 edits of an XLIFF 2.1 file', () => {
  it('give exactly the valid ones, and a reason for each other', async () => {
    const project = await translatedProject();
    const file = await exported(project, '.xlf');
    const importer = await dryImporter(project, '.xlf');
    const units = file.match(UNIT) ?? [];
    const keyOf = (unit: string): string => /name="([^"]*)"/.exec(unit)?.[1] ?? '';
    // Texts in markup are parts of another unit: they are edited in the test below.
    const own = units.filter((unit) => !/ \(\d+\)"/.test(unit));
    const plan = fc.array(
      fc.tuple(fc.nat(own.length - 1), fc.constantFrom(...EDITS), fc.integer({ min: 0, max: 9999 })),
      {
        minLength: 10,
        maxLength: 10,
      },
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(plan, fc.boolean(), async (edits, shuffled) => {
        const expected = new Map<string, string>();
        const changes = new Map<string, string>();
        for (const [index, edit, number] of edits) {
          const unit = own[index] ?? '';
          if (changes.has(unit)) continue;
          const { text, outcome } = edited(unit, edit, `Palabra${number}x`);
          changes.set(unit, text);
          count += 1;
          if (outcome !== undefined) expected.set(keyOf(unit), outcome);
        }
        const parts = file.split(/(?<= {2}<\/unit>\n)/);
        const whole = parts.map((part) => part.replace(UNIT, (unit) => changes.get(unit) ?? unit));
        const text = shuffled ? reordered(whole) : whole.join('');
        const report = await importer(text);
        expect(new Map(report.units.map(({ key, outcome }) => [escaped(key), outcome]))).toEqual(expected);
        for (const { outcome, reason, theirs } of report.units) {
          if (outcome !== 'taken') expect(reason).toBeTruthy();
          else if (theirs !== undefined && !theirs.includes('îţéɱ')) expect(theirs).toMatch(/Palabra\d+x/);
        }
      }),
      { numRuns: 70, seed: 18 },
    );
    expect(count).toBeGreaterThanOrEqual(500);
  });

  it('of texts in markup are edits of their unit', async () => {
    const project = await translatedProject();
    const file = await exported(project, '.xlf');
    const report = await imported(
      project,
      '.xlf',
      file.replace('Å þîçţûŕé', 'Una imagen').replace('Å *ţîþ*', 'Un *consejo*'),
    );
    expect(report.units).toMatchObject([{ outcome: 'taken', key: 'body.lead.p1' }]);
    expect(project.read('locales/es/post.md')).toContain('![⟦Una imagen');
    expect(project.read('locales/es/post.md')).toMatch(/"⟦Un \\?\*consejo\\?\*·⟧"/);
  });
});

/** The units of each `file` in another order. */
function reordered(parts: readonly string[]): string {
  return parts
    .join('')
    .replace(
      /( {1}<file [^>]*>\n)([^]*?)( <\/file>)/g,
      (_, open: string, body: string, close: string) =>
        `${open}${(body.match(UNIT) ?? []).toReversed().join('')}${close}`,
    );
}

function escaped(key: string): string {
  return key.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
