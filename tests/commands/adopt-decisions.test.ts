/** What people decide about translations that were there before Glossa: approvals, waivers and rejections, three variants each. */
import { expect, it } from 'vitest';
import { projectDesk } from '../../scripts/commands/review/desk.ts';
import type { Decision } from '../../scripts/review/contract.ts';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject, type TemporaryProject } from './temporary-project.ts';

/** Decides about all units of a language. @returns why units were skipped. */
async function decide(
  { root, cache }: TemporaryProject,
  language: string,
  decision: Pick<Decision, 'verb' | 'final' | 'check' | 'reason'>,
): Promise<string[]> {
  const desk = projectDesk(root, { XDG_CACHE_HOME: cache }, () => undefined);
  const units = (await desk.units(language)).map(({ namespace, key, version }) => ({ namespace, key, version }));
  const outcome = await desk.decide({ ...decision, language, units }, 'shell');
  return outcome.refused.map(({ reason }) => reason);
}

const rules = async (place: TemporaryProject): Promise<string[]> =>
  (await faultsOf(place)).map((fault) => fault.split(' ').slice(0, 2).join(' '));

type Files = Readonly<Record<string, string>>;

it.each<[string, Record<string, unknown>, Files, string, Partial<Decision>[], string, [string, string], string]>([
  [
    'a number of a Docusaurus page in French',
    { targetLanguages: ['fr'], files: [{ source: 'docs/{path}.md', target: 'i18n/{language}/docs/{path}.md' }] },
    {
      'docs/a.md': '# Start\n\nRead the 3 rules of it first.\n\nThen go on.\n',
      'i18n/fr/docs/a.md': '# Début\n\nLisez les 4 règles.\n\nPuis continuez.\n',
    },
    'warning numbers',
    [{ verb: 'approve' }],
    'i18n/fr/docs/a.md',
    ['les 4 règles', 'toutes les 4 règles'],
    'warning numbers',
  ],
  [
    'a form of a Russian plural without its number, and a name left out',
    { targetLanguages: ['ru'], files: [{ source: 'lang/{language}.json' }] },
    {
      'lang/en.json': '{"n_one":"{{count}} new file","n_other":"{{count}} new files","t":"Hello {{name}}"}',
      'lang/ru.json':
        '{"n_one":"новый файл","n_few":"{{count}} новых файла","n_many":"{{count}} новых файлов","n_other":"{{count}} новых файла","t":"Здравствуйте"}',
    },
    'error placeholders',
    [
      { verb: 'waive', check: 'placeholders', reason: 'Nobody is named here.' },
      { verb: 'approve', final: true },
    ],
    'lang/ru.json',
    ['Здравствуйте', 'Добрый день'],
    'error placeholders',
  ],
  [
    'an address of an HTML page in Japanese',
    { targetLanguages: ['ja'] },
    {
      'source/a.html': '<p>Write to <b>help@x.example</b> by May 5.</p>\n<p>See you.</p>\n',
      'locales/ja/a.html': '<p>5月5日までに<b>tasukete@x.example</b>へ。</p>\n<p>では。</p>\n',
    },
    'warning links',
    [{ verb: 'approve' }],
    'locales/ja/a.html',
    ['までに', 'までには'],
    'warning links',
  ],
])('a finding that a person settles is settled until the text changes: %s', async (...variant) => {
  const [, settings, files, finding, decisions, file, [from, to], again] = variant;
  const place = projectOf(settings, files);
  const [language = ''] = settings['targetLanguages'] as string[];
  await translated(place);
  expect(new Set(await rules(place))).toEqual(new Set([finding]));
  for (const { verb = 'approve', ...decision } of decisions) await decide(place, language, { verb, ...decision });
  expect(await rules(place)).toEqual([]);
  expect((await translated(place)).written).toBe(0);
  expect(place.read(file)).toBe(files[file]);
  place.write(file, place.read(file).replace(from, to));
  await translated(place);
  expect(await rules(place)).toEqual([again]);
});

it.each<[string, Record<string, unknown>, Files, string]>([
  [
    'strings of a list in Korean',
    { targetLanguages: ['ko'], files: [{ source: 'src/{language}/{path}.json' }] },
    { 'src/en/a.json': '{"l":["One thing","Two things"]}', 'src/ko/a.json': '{"l":["하나","둘"]}' },
    'src/ko/a.json',
  ],
  [
    'a table and its title in Italian',
    { targetLanguages: ['it'] },
    {
      'source/a.md': '---\ntitle: Start here\n---\n\n| Name | Use |\n| - | - |\n| Vite | builds it |\n',
      'locales/it/a.md': '---\ntitle: Si comincia\n---\n\n| Nome | Uso |\n| - | - |\n| Vite | lo compila |\n',
    },
    'locales/it/a.md',
  ],
  [
    'ICU branches in Portuguese',
    { targetLanguages: ['pt-BR'], messages: 'icu', files: [{ source: 'messages/{language}.json' }] },
    {
      'messages/en.json': '{"m":{"n":"{n, plural, one {# key} other {# keys}}"}}',
      'messages/pt-BR.json': '{"m":{"n":"{n, plural, one {# chave} other {# chaves}}"}}',
    },
    'messages/pt-BR.json',
  ],
  [
    'an HTML page in Arabic',
    { targetLanguages: ['ar'] },
    {
      'source/a.html': '<h1>Start here</h1>\n<img src="a.png" alt="A map of it">\n',
      'locales/ar/a.html': '<h1>ابدأ هنا</h1>\n<img src="a.png" alt="خريطة">\n',
    },
    'locales/ar/a.html',
  ],
])('a person’s text that is rejected waits for a review, and stays: %s', async (_name, settings, files, file) => {
  const place = projectOf({ ...settings, required: 'reviewed' }, files);
  const [language = ''] = settings['targetLanguages'] as string[];
  await translated(place);
  expect(await rules(place)).toEqual([]);
  expect(await decide(place, language, { verb: 'reject' })).toEqual([]);
  expect(new Set(await rules(place))).toEqual(new Set(['error unreviewed']));
  const report = await translated(place, { redo: true });
  expect([report.written, report.languages.get(language)?.machine]).toEqual([0, 0]);
  expect(place.read(file)).toBe(files[file]);
  await decide(place, language, { verb: 'approve' });
  expect(await rules(place)).toEqual([]);
});

function projectOf(settings: Readonly<Record<string, unknown>>, files: Files): TemporaryProject {
  const configuration = { sourceLanguage: 'en', engine: 'pseudo', ...settings };
  return temporaryProject({ 'l10n.config.json': JSON.stringify(configuration), ...files });
}
