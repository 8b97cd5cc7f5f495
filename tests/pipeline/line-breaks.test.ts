/** White space that is content: joining or breaking lines in a value is an edit of a person's, and stale like one. */
import { expect, it } from 'vitest';
import { faultsOf, translated } from '../commands/in-process.ts';
import { recordLine, temporaryProject, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const CONFIGURATION = '{"sourceLanguage": "en", "targetLanguages": ["it"], "engine": "pseudo"}';

const STRINGS = {
  two: 'Line one here\nand line two',
  one: 'Hello {{name}}, welcome back',
  spaced: 'Two words  apart',
  nested: { deep: { text: 'Press <1>here</1> for help' } },
  list: ['A first thing', 'A second\nthing'],
  item_one: '{{count}} item in the cart',
  item_other: '{{count}} items in the cart',
  price: 'The price',
};

/** What a person does to one value of a bundle. */
const EDITS: readonly [what: string, key: string, edit: (value: string) => string][] = [
  ['joins two lines', 'two', (value) => value.replace('\n', ' ')],
  ['breaks a line', 'one', (value) => value.replace(', ', ',\n')],
  ['joins words that stood apart', 'spaced', (value) => value.replace('  ', ' ')],
  ['breaks a line beside a tag', 'nested.deep.text', (value) => value.replace(' <1>', '\n<1>')],
  ['breaks a line twice', 'list.0', (value) => value.replace(' ', '\n\n')],
  ['puts a tab', 'list.1', (value) => value.replace('\n', '\t')],
  ['breaks a plural form', 'item_other', (value) => value.replace('}} ', '}}\n')],
  ['puts a space at the end', 'price', (value) => `${value} `],
];

function project(files: Readonly<Record<string, string>>): TemporaryProject {
  return temporaryProject({ 'l10n.config.json': CONFIGURATION, ...files });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

it('keeps what a person did to the lines and blanks of i18next values', async () => {
  const own = project({ 'source/ui.json': JSON.stringify(STRINGS) });
  await translated(own);
  const file = 'locales/it/ui.json';
  let bundle = own.read(file);
  const wanted = EDITS.map(([what, key, edit]) => {
    const before = text(valueAt(own.json(file), key));
    const after = edit(before);
    expect(after, what).not.toBe(before);
    bundle = bundle.replace(JSON.stringify(before), () => JSON.stringify(after));
    return [key, after] as const;
  });
  own.write(file, bundle);
  await translated(own, { redo: true });
  for (const [key, after] of wanted) {
    expect(valueAt(own.json(file), key)).toBe(after);
    expect(recordLine(own, 'locales/.review/it/ui.json', key), key).toMatchObject({ origin: 'person' });
  }
});

it('sees that the source joined or broke lines, and asks again', async () => {
  const own = project({ 'source/ui.json': JSON.stringify(STRINGS) });
  await translated(own);
  const changed = {
    ...STRINGS,
    two: 'Line one here and line two',
    one: 'Hello {{name}},\nwelcome back',
    nested: { deep: { text: 'Press <1>here</1>\nfor help' } },
    list: ['A first thing', 'A second thing'],
  };
  own.write('source/ui.json', JSON.stringify(changed));
  const stale = (await faultsOf(own)).filter((fault) => fault.startsWith('error stale'));
  expect(stale.map((fault) => fault.split(' ').at(-1))).toEqual(['two', 'one', 'nested.deep.text', 'list.1']);
  expect((await translated(own)).languages.get('it')).toMatchObject({ machine: 4 });
  const bundle = own.json('locales/it/ui.json');
  expect(text(bundle['two'])).not.toContain('\n');
  expect(text(bundle['one'])).toContain('\n');
  expect(await faultsOf(own)).toEqual([]);
});

it('takes CRLF in a value for the line break that it is', async () => {
  const own = project({ 'source/ui.json': JSON.stringify(STRINGS) });
  await translated(own);
  const file = 'locales/it/ui.json';
  own.write(file, own.read(file).replaceAll('\\n', '\\r\\n'));
  await translated(own);
  expect(recordLine(own, 'locales/.review/it/ui.json', 'two')).toMatchObject({ origin: 'pseudo' });
});

const ARTICLE =
  '---\ntitle: |\n  Line one here\n  line two here\nsummary: Some plain words of it\n---\n# A head\n\nSome words of text\nin two lines.\n';

it.each(['bundle', 'article'])('hears a person who joins the lines of a field in the %s', async (place) => {
  const own = project({ 'source/a.md': ARTICLE });
  await translated(own);
  const bundle = 'locales/it/a.json';
  const article = 'locales/it/a.md';
  if (place === 'bundle') own.write(bundle, own.read(bundle).replace(/(?<="title": "[^"]*)\\n(?=⟦)/, ' '));
  else own.write(article, own.read(article).replace(/(?<=title: \|\n.*)\n  (?=⟦)/, ' '));
  const joined = text(valueAt(place === 'bundle' ? own.json(bundle) : {}, 'title'));
  await translated(own);
  await translated(own, { redo: true });
  const title = text(own.json(bundle)['title']);
  expect(title.trim()).not.toContain('\n');
  if (joined !== '') expect(title).toBe(joined);
  expect(recordLine(own, 'locales/.review/it/a.json', 'title')).toMatchObject({ origin: 'person' });
  expect(own.read(article)).toContain(title.trim());
  expect((await faultsOf(own)).filter((fault) => fault.startsWith('error'))).toEqual([]);
});

it('takes soft wraps of running text for what they are, in Markdown, HTML and plain text', async () => {
  const own = project({
    'source/a.md': ARTICLE,
    'source/b.html': '<!doctype html><title>A title of it</title><p>Some words of text\nin two lines.</p>\n',
    'source/c.txt': 'A title\n\nSome words of text that are\nin two lines of the file.\n',
  });
  await translated(own);
  for (const file of ['locales/it/a.md', 'locales/it/b.html', 'locales/it/c.txt']) {
    const before = own.read(file);
    const wrapped = before.replace(/(\S\S) ?\n?(\S+\.⟧?·*⟧?)/, '$1\n$2').replace(/ (?=\S+<\/p>)/, '\n');
    own.write(file, wrapped);
  }
  const { languages } = await translated(own);
  expect(languages.get('it')).toMatchObject({ machine: 0, human: 0 });
});

it('reads records in which line breaks were folded: nothing is asked for again', async () => {
  const own = project({ 'source/ui.json': JSON.stringify({ two: STRINGS.two, plain: 'Plain words' }) });
  await translated(own);
  const record = 'locales/.review/it/ui.json';
  const { source, target } = recordLine(own, record, 'two');
  // "Line one here and line two" and its translation, as they were hashed before.
  const folded = project({ 'source/ui.json': JSON.stringify({ two: STRINGS.two.replace('\n', ' ') }) });
  await translated(folded);
  const before = recordLine(folded, record, 'two');
  own.write(
    'locales/it/ui.json',
    own.read('locales/it/ui.json').replace(/"two": ".*"/, () => {
      const value = text(folded.json('locales/it/ui.json')['two']).replace(' ', '\n');
      return `"two": ${JSON.stringify(value)}`;
    }),
  );
  own.write(
    record,
    own
      .read(record)
      .replace(String(source), String(before['source']))
      .replace(String(target), String(before['target'])),
  );
  expect((await translated(own)).languages.get('it')).toMatchObject({ machine: 0, human: 0, stale: 0 });
});
