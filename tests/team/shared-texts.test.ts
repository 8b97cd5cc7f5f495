/** What people said in one project serves the others of the team: found as a full scan finds it, and told where from. */
import { describe, expect, it } from 'vitest';
import { seededRandom, segmentGenerator } from '../../scripts/bench/segment-generator.ts';
import { translationMemory, type MemoryQuery } from '../../scripts/memory/matches.ts';
import { bestMatch } from '../../scripts/pipeline/recall/recall-shared.ts';
import { wordsOf } from '../../scripts/pipeline/recall/shared-words.ts';
import { needSyntaxes, syntaxNamed } from '../../scripts/pipeline/see/values.ts';
import { textFinder } from '../../scripts/team/texts/find.ts';
import { refreshStatistics, shareFile } from '../../scripts/team/texts/share.ts';
import { recordLine, temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';
import { isMissing, teamHarness, translateWith } from './harness.ts';

const team = teamHarness();

const sentence = 'The kettle must never be filled above the upper mark.';
const other = 'The pump must be filled before it is switched on.';

function projectOf(name: string, share: boolean, body: string): TemporaryProject {
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo', fuzzyThreshold: 75 };
  return temporaryProject({
    'l10n.config.json': JSON.stringify({ ...configuration, team: { share, name } }),
    'source/a.md': body,
  });
}

/** A person writes a text. */
async function write(
  project: TemporaryProject,
  address: Readonly<Record<string, string>>,
  text: string,
): Promise<void> {
  await translateWith(project, address);
  const bundle = JSON.parse(project.read('locales/es/a.json'));
  bundle.body.lead.p1 = text;
  project.write('locales/es/a.json', JSON.stringify(bundle, null, 2));
  await translateWith(project, address);
}

const target = (project: TemporaryProject): unknown => JSON.parse(project.read('locales/es/a.json')).body.lead.p1;

describe.skipIf(isMissing)('texts of people', () => {
  it('are matches in projects that share, with their origin, and never reviewed', async () => {
    const address = await team.join();
    await write(projectOf('kettles', true, sentence), address, 'No llene nunca el hervidor por encima de la marca.');
    await write(projectOf('secret', false, other), address, 'Llene la bomba antes de encenderla.');

    const pots = projectOf('pots', true, `${sentence}\n\n${other}\n`);
    const report = await translateWith(pots, address);
    expect(target(pots)).toBe('No llene nunca el hervidor por encima de la marca.');
    const line = recordLine(pots, 'locales/.review/es/a.json', 'body.lead.p1');
    expect(line).toMatchObject({ state: 'translated', origin: 'memory' });
    expect(JSON.stringify(line['findings'])).toContain('kettles');
    expect(pots.read('locales/es/a.json')).not.toContain('bomba');
    expect(report.languages.get('es')).toMatchObject({ machine: 1 });

    // One that does not share takes nothing.
    const apart = projectOf('apart', false, sentence);
    await translateWith(apart, address);
    expect(target(apart)).not.toContain('hervidor');

    // What is only alike, too, and with its score.
    const alike = projectOf('alike', true, sentence.replace('kettle', 'boiler'));
    await translateWith(alike, address);
    expect(target(alike)).toContain('hervidor');
    expect(JSON.stringify(recordLine(alike, 'locales/.review/es/a.json', 'body.lead.p1')['findings'])).toContain('90');
  });

  it("give way to the project's own, and go when they are shared no longer", async () => {
    const address = await team.join();
    const kettles = projectOf('kettles', true, sentence);
    await write(kettles, address, 'Nunca por encima de la marca.');
    const own = projectOf('own', true, sentence);
    await translateWith(own, {});
    await write(own, {}, 'Mis propias palabras.');
    own.write('source/b.md', sentence);
    await translateWith(own, address);
    expect(own.read('locales/es/b.json')).toContain('Mis propias palabras.');

    kettles.write('source/a.md', other);
    await translateWith(kettles, address);
    const pots = projectOf('pots', true, sentence);
    await translateWith(pots, address);
    expect(target(pots)).toBe('Mis propias palabras.');
  });

  it('are found with the score that a full scan gives', async () => {
    const database = team.look(await team.join());
    const generator = segmentGenerator(7);
    const random = seededRandom(8);
    // Among them one without a word.
    const sources = [...new Set(['12:30', ...Array.from({ length: 3_000 }, () => generator.next())])];
    const place = { namespace: 'n', sourceLanguage: 'en', syntax: 'markdown', state: 'reviewed' } as const;
    const texts = sources.map((source, index) => {
      const words = wordsOf(source);
      return { ...place, key: `k${index}`, source, words, target: `t${index}`, before: undefined, after: undefined };
    });
    await shareFile(database, 'theirs', { language: 'es', namespace: 'n', print: '' }, texts);
    await refreshStatistics(database);
    await needSyntaxes(['markdown', 'plain']);
    const finder = await textFinder(database, 'mine');
    const queries = Array.from({ length: 200 }, (_, index): MemoryQuery => {
      const known = sources[Math.floor(random() * sources.length)] ?? '';
      const source = index === 0 ? '13:45' : index % 4 === 0 ? known : generator.edited(known, random() * 0.3);
      const content = [{ type: 'text', text: source } as const];
      return { ...place, namespace: 'm', key: 'k', targetLanguage: 'es', source, content };
    });
    const found = await finder.find(
      { source: 'en', target: 'es' },
      queries.map(({ source }) => ({ source, words: wordsOf(source) })),
      75,
    );
    const entries = texts.map((text) => ({ ...text, targetLanguage: 'es', origin: 'person' }));
    const whole = translationMemory(entries, { syntax: syntaxNamed, minimum: 75 });
    const shown = (match: ReturnType<typeof bestMatch>) => match && [match.class, match.score, match.target];
    const ours = queries.map((query, at) => shown(bestMatch(query, found[at] ?? [], 75, false)));
    expect(ours).toEqual(
      queries.map((query) => {
        const match = whole.lookup(query);
        return match && [match.class, match.score, match.target];
      }),
    );
    expect(ours.filter((match) => match?.[0] === 'fuzzy').length).toBeGreaterThan(50);
    // Few are looked at.
    expect(found.flat().length / queries.length).toBeLessThan(20);
  });
});
