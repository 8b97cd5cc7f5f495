/** What bundles hold beside the translations of units: copies of the source's values, people's own, forms that people added. */
import { expect, it } from 'vitest';
import { faultsOf, translated } from '../commands/in-process.ts';
import { recordLine, temporaryProject, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const SOURCE = {
  title: 'Door shop',
  count: 3,
  big: 1.5,
  flag: true,
  none: null,
  menu: { deep: { limit: 10, label: 'The label' } },
  list: [1, 'A thing', false],
  empty: {},
};

function project(source: unknown = SOURCE, files: Readonly<Record<string, string>> = {}): TemporaryProject {
  return temporaryProject({
    'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["it", "ru"], "engine": "pseudo"}',
    'source/s.json': `${JSON.stringify(source, null, 2)}\n`,
    ...files,
  });
}

const BUNDLE = 'locales/it/s.json';

function edit(
  own: TemporaryProject,
  file: string,
  ...edits: readonly (readonly [from: string | RegExp, to: string])[]
) {
  let text = own.read(file);
  for (const [from, to] of edits) {
    const next = text.replace(from, to);
    expect(next, String(from)).not.toBe(text);
    text = next;
  }
  own.write(file, text);
}

const errors = async (own: TemporaryProject): Promise<string[]> =>
  (await faultsOf(own))
    .filter((fault) => fault.startsWith('error'))
    .map((fault) => fault.replace(/(?<=json):[\d:]+/, ''));

/** A person's value in the place of one of the source's, by key. */
const OWN: readonly [key: string, from: RegExp, to: string, value: unknown][] = [
  ['count', /"count": 3/, '"count": 4', 4],
  ['flag', /"flag": true/, '"flag": false', false],
  ['none', /"none": null/, '"none": "Niente"', 'Niente'],
  ['menu.deep.limit', /"limit": 10/, '"limit": "dieci"', 'dieci'],
  ['list.2', /false\n/, 'true\n', true],
  ['big', /"big": 1.5/, '"big": null', null],
];

it('keeps the numbers, booleans and nulls that a person changed, and says so before', async () => {
  const own = project();
  await translated(own);
  edit(own, BUNDLE, ...OWN.map(([, from, to]) => [from, to] as const));
  expect((await errors(own)).toSorted()).toEqual(OWN.map(([key]) => `error unrecorded ${BUNDLE} it ${key}`).toSorted());
  const { edits } = await translated(own);
  expect(edits).toEqual([{ file: BUNDLE, count: OWN.length }]);
  await translated(own, { redo: true, prune: true });
  for (const [key, , , value] of OWN) {
    const at = key === 'list.2' ? own.json(BUNDLE)['list'] : undefined;
    expect(Array.isArray(at) ? at[2] : valueAt(own.json(BUNDLE), key), key).toEqual(value);
    expect(recordLine(own, 'locales/.review/it/s.json', key)).toMatchObject({ origin: 'person', state: 'reviewed' });
  }
  expect(await errors(own)).toEqual([]);
  // The other language follows the source; the person's values wait, told, until the person settles them.
  own.write(
    'source/s.json',
    own.read('source/s.json').replace('"count": 3', '"count": 5').replace('"big": 1.5', '"big": 2'),
  );
  expect(await errors(own)).toEqual(['error stale locales/ru/s.json ru count', 'error stale locales/ru/s.json ru big']);
  await translated(own);
  expect(own.json('locales/ru/s.json')).toMatchObject({ count: 5, big: 2 });
  expect(own.json(BUNDLE)).toMatchObject({ count: 4, big: null });
  const stale = (await faultsOf(own)).filter((fault) => fault.includes('stale'));
  expect(stale.map((fault) => fault.split(' ').at(-1))).toEqual(['count', 'big']);
  const { code } = await own.run('review', ['approve', '--key', 'count', '--key', 'big']);
  expect(code).toBe(0);
  expect((await faultsOf(own)).filter((fault) => fault.includes('stale'))).toEqual([]);
  expect(own.json(BUNDLE)).toMatchObject({ count: 4, big: null });
});

it('tells of copied values that are gone, and writes them again', async () => {
  const own = project();
  await translated(own);
  const whole = own.read(BUNDLE);
  edit(
    own,
    BUNDLE,
    [/\n.*"count": 3,/, ''],
    [/\n.*"flag": true,/, ''],
    [/\n.*"limit": 10,/, ''],
    [/,\n.*false\n/, '\n'],
  );
  const gone = ['count', 'flag', 'menu.deep.limit', 'list.2'];
  expect(await errors(own)).toEqual(gone.map((key) => `error missing ${BUNDLE} it ${key}`));
  expect((await translated(own)).mended).toEqual([{ file: BUNDLE, keys: gone }]);
  expect(JSON.parse(own.read(BUNDLE))).toEqual(JSON.parse(whole));
  expect(await errors(own)).toEqual([]);
});

it('takes a number in another spelling, and one that the source changed, for no edit', async () => {
  const own = project();
  await translated(own);
  edit(own, BUNDLE, [/"big": 1.5/, '"big": 1.50']);
  expect(await errors(own)).toEqual([]);
  own.write('source/s.json', own.read('source/s.json').replace('1.5', '2.5'));
  const { mended, edits } = await translated(own);
  expect({ mended, edits }).toEqual({ mended: [], edits: [] });
  expect(own.json(BUNDLE)['big']).toBe(2.5);
});

it('sees a source bundle that somebody changed: values, numbers, keys taken away and added', async () => {
  const own = project(SOURCE, { 'source/a.md': '---\ntitle: A title\n---\n\n# Head\n\nSome text.\n\nMore text.\n' });
  await translated(own);
  edit(
    own,
    'locales/en/s.json',
    [/Door shop/, 'Window shop'],
    [/"limit": 10/, '"limit": 11'],
    [/\{/, '{\n  "more": "Mine",'],
  );
  edit(own, 'locales/en/a.json', [/"title": "A title",/, ''], [/Some text\./, 'Other text.']);
  expect(await errors(own)).toEqual([
    'error unrecorded locales/en/a.json en title',
    'error unrecorded locales/en/a.json en body.head.p1',
    'error unrecorded locales/en/s.json en title',
    'error unrecorded locales/en/s.json en menu.deep.limit',
    'error unrecorded locales/en/s.json en more',
  ]);
  const { mended, languages } = await translated(own);
  expect(mended.map(({ file }) => file)).toEqual(['locales/en/a.json', 'locales/en/s.json']);
  expect(languages.get('it')).toMatchObject({ machine: 0, human: 0, stale: 0 });
  expect(own.json('locales/en/s.json')).toEqual(SOURCE);
  expect(await errors(own)).toEqual([]);
});

it('knows a paragraph whose line of the source bundle is gone by the records: a person’s text stays its own', async () => {
  const own = project(SOURCE, { 'source/a.md': '# Head\n\nSome text.\n\nMore text.\n\nSome text.\n' });
  await translated(own);
  edit(own, 'locales/it/a.json', [/"p1": ".*"/, '"p1": "Un testo mio."'], [/"p3": ".*"/, '"p3": "Un altro mio."']);
  await translated(own);
  edit(own, 'locales/en/a.json', [/"p1": ".*",\n/, ''], [/,\s*"p3": ".*"/, '']);
  await translated(own);
  expect(own.json('locales/it/a.json')['body']).toMatchObject({ head: { p1: 'Un testo mio.', p3: 'Un altro mio.' } });
  expect(own.exists('locales/.memory/it.jsonl')).toBe(false);
});

it('does not call a change of the source an edit of its bundle', async () => {
  const own = project(SOURCE, { 'source/a.md': '# Head\n\nSome text.\n' });
  await translated(own);
  const { title: _title, ...rest } = SOURCE;
  own.write('source/s.json', JSON.stringify({ ...rest, renamed: 'Door shop', count: 7, fresh: 'New words', many: 5 }));
  own.write('source/a.md', '# Heading\n\nOther text.\n\nMore of it.\n');
  expect((await faultsOf(own)).filter((fault) => fault.includes('unrecorded'))).toEqual([]);
  expect((await translated(own)).mended).toEqual([]);
});

const FORMS = {
  friend: 'A friend',
  friend_male: 'A boyfriend',
  item_one: '{{count}} item',
  item_other: '{{count}} items',
};

it('marks a form that a person added stale with the text that it is a form of, until the person settles it', async () => {
  const own = project(FORMS);
  await translated(own);
  edit(own, BUNDLE, [/\{/, '{\n  "friend_female": "Una amica mia",\n  "item_few": "{{count}} cose, poche",']);
  await translated(own);
  expect(recordLine(own, 'locales/.review/it/s.json', 'friend_female')).not.toHaveProperty('stale');
  expect(await errors(own)).toEqual([]);
  own.write('source/s.json', JSON.stringify({ ...FORMS, friend: 'An enemy', item_other: '{{count}} goods' }));
  const forms = [`error stale ${BUNDLE} it friend_female`, `error stale ${BUNDLE} it item_few`];
  expect(await errors(own)).toEqual(expect.arrayContaining(forms));
  const { languages } = await translated(own);
  expect(languages.get('it')).toMatchObject({ stale: 2 });
  expect(await errors(own)).toEqual(forms);
  expect(recordLine(own, 'locales/.review/it/s.json', 'item_few')).toMatchObject({
    stale: true,
    previous: '{{count}} items',
  });
  // A run with nothing to do says the same.
  expect((await translated(own)).languages.get('it')).toMatchObject({ stale: 2 });
  edit(own, BUNDLE, [/Una amica mia/, 'Una nemica']);
  await translated(own);
  expect(await errors(own)).toEqual(forms.slice(1));
  expect((await own.run('review', ['approve', '--key', 'item_few', '--to', 'it'])).code).toBe(0);
  expect(await errors(own)).toEqual([]);
  expect(own.json(BUNDLE)).toMatchObject({ friend_female: 'Una nemica', item_few: '{{count}} cose, poche' });
  // The mark goes with the change that made it.
  own.write('source/s.json', JSON.stringify({ ...FORMS, item_other: '{{count}} goods' }));
  expect(await errors(own)).toEqual(expect.arrayContaining(forms.slice(0, 1)));
  own.write('source/s.json', JSON.stringify({ ...FORMS, friend: 'An enemy', item_other: '{{count}} goods' }));
  await translated(own);
  expect(await errors(own)).toEqual([]);
});
