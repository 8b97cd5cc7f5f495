/** export -> import -> translate in a fresh project with the same sources: the same bundles, articles, states, origins. */
import { withoutSeal } from '../../scripts/locales/seal.ts';
import { SaxesParser } from 'saxes';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureFiles } from '../pipeline/site-project.ts';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const CONFIGURATION = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'pseudo' });

type Files = Readonly<Record<string, string>>;

/** A project with the same sources whose only knowledge is the TMX. */
async function imported(from: TemporaryProject, files: Files, ...args: readonly string[]): Promise<TemporaryProject> {
  const tmx = join(from.root, 'memory.tmx');
  expect(await from.run('export', [tmx, ...args])).toMatchObject({ code: 0 });
  const fresh = temporaryProject({ 'l10n.config.json': CONFIGURATION, ...files });
  expect(await fresh.run('import', [tmx])).toMatchObject({ code: 0 });
  return fresh;
}

/** Everything below `locales/`, without times of change, and without seals: where their shares stand is history. */
function locales(project: TemporaryProject): Map<string, string> {
  const plain = (text: string): string => withoutSeal(text.slice(text.indexOf(' ') + 1));
  return new Map([...project.snapshot('locales')].map(([file, text]) => [file, plain(text)]));
}

/** The lines of every record: what follows the first line, which holds fingerprints only. */
function states(project: TemporaryProject): Map<string, string> {
  const records = [...locales(project)].filter(([file]) => file.startsWith('.review/'));
  return new Map(records.map(([file, text]) => [file, text.slice(text.indexOf('\n'))]));
}

function edit(project: TemporaryProject, file: string, from: string | RegExp, to: string): void {
  expect(project.read(file)).toMatch(from);
  project.write(file, project.read(file).replace(from, to));
}

const TRICKY: Files = {
  'source/ui.json': JSON.stringify({
    save: 'Save *file* [x]',
    html: 'Read the <em>terms</em> &amp; <1>more</1> of {{name}}',
    item_one: '{{count}} item',
    item_other: '{{count}} items',
    again: 'Read more',
    more: { again: 'Read more', n: 1.0 },
  }),
  'source/text.txt': 'A *title* line\n\nSave the _file_ [x] for {{name}}.\n\nRead more\n\nRead more\n',
  'source/page.html':
    '<h1>Good <em>day</em></h1>\n<p title="A &quot;tip&quot;">One &amp; two * [x]&nbsp;&lt;b&gt;</p>\n<p>Read more</p>\n',
  'source/post.md':
    '---\ntitle: "Save *file* [x]"\n---\n\nOne **thing** 1\\. here, see [it](a.md "A *tip*").\n\n## Zebra\n\nRead more\n\nRead more\n\n## Apple\n\nRead more\n\n- one\n- two\n',
  'source/part.mdx': '# A part\n\nA <b>bold</b> {value} text.\n',
  'source/it.md': '---\nlang: it\ntitle: Ciao *a* [tutti]\n---\n\nGli esosomi.\n',
};

/** Edits by people in every format, approved and final drafts. */
async function reviewed(): Promise<TemporaryProject> {
  const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, ...TRICKY });
  expect((await project.translate()).code).toBe(0);
  edit(project, 'locales/es/ui.json', /"save": ".*"/, '"save": "Guardar *archivo* [x]"');
  edit(project, 'locales/es/ui.json', /"html": ".*"/, '"html": "{{name}}: <1>más</1> &amp; <em>leer</em>"');
  edit(project, 'locales/es/text.json', /"p1": ".*"/, '"p1": "Guarda el _archivo_ [x] de {{name}}."');
  edit(project, 'locales/es/page.json', /"heading": ".*"/, '"heading": "<em>Buenos</em> días * [x]"');
  edit(project, 'locales/es/post.json', /"title": ".*"/, '"title": "Guardar *archivo* [x]"');
  edit(
    project,
    'locales/es/post.json',
    /"p1": "⟦Öñé.*"/,
    '"p1": "Una __cosa__ 2\\\\* aquí _, ver [esto](a.md \\"Un *consejo*\\")."',
  );
  edit(project, 'locales/es/part.json', /"p1": ".*"/, '"p1": "Un texto {value} <b>gordo</b>."');
  edit(project, 'locales/en/it.json', /"title": ".*"/, '"title": "Hello *all* [of you]"');
  expect((await project.translate()).code).toBe(0);
  await project.run('review', ['approve', '--to', 'es', '--namespace', 'post', '--key', 'body.zebra.*']);
  await project.run('review', ['approve', '--to', 'it', '--namespace', 'ui', '--final']);
  expect((await project.translate()).report.requests).toBe(0);
  return project;
}

describe('TMX: export, import and translate', () => {
  it('gives the same bundles, articles, states and origins, for every format', async () => {
    const project = await reviewed();
    const fresh = await imported(project, TRICKY);
    const { code, report } = await fresh.translate();
    expect(code).toBe(0);
    expect(report).toMatchObject({ requests: 0, characters: 0 });
    expect(states(fresh)).toEqual(states(project));
    expect(locales(fresh)).toEqual(locales(project));
    expect((await fresh.run('check', ['--strict'])).code).toBe((await project.run('check', ['--strict'])).code);
  });

  it('gives the same with people’s texts alone: the engine makes the rest', async () => {
    const project = await reviewed();
    const fresh = await imported(project, TRICKY, '--reviewed');
    expect((await fresh.translate()).code).toBe(0);
    // What a person's text of the same words answers has origin `memory` now; everything else is what it was.
    const texts = (one: TemporaryProject) => [...locales(one)].filter(([file]) => !file.startsWith('.review/'));
    const reviews = (one: TemporaryProject) =>
      [...states(one)].map(([file, lines]) => [file, lines.match(/^.*"state":"(?:reviewed|final)".*$/gm)]);
    expect(texts(fresh)).toEqual(texts(project));
    expect(reviews(fresh)).toEqual(reviews(project));
    expect(recordLine(fresh, 'locales/.review/es/post.json', 'body.zebra.p1')).toMatchObject({
      state: 'reviewed',
      origin: 'pseudo',
    });
  });

  it('gives the same for a whole site', async () => {
    const files = Object.fromEntries(fixtureFiles());
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, ...files });
    const { code } = await project.translate();
    await project.run('review', ['approve', '--to', 'es', '--key', 'body.*']);
    const fresh = await imported(project, files);
    expect((await fresh.translate()).code).toBe(code);
    expect(states(fresh)).toEqual(states(project));
    expect(locales(fresh)).toEqual(locales(project));
  });

  it('keeps keys that an article’s history gave', async () => {
    const project = temporaryProject({
      'l10n.config.json': CONFIGURATION,
      'source/a.md': '# One\n\nFirst.\n\nLast.\n',
    });
    await project.translate();
    const text = '# One renamed\n\nFirst.\n\nBetween the two.\n\nLast.\n';
    project.write('source/a.md', text);
    await project.translate();
    expect(Object.keys(Object(valueAt(project.json('locales/es/a.json'), 'body.one'))).join()).toMatch(
      /^heading,p1,p-[a-z2-9]{4},p2$/,
    );
    const fresh = await imported(project, { 'source/a.md': text });
    await fresh.translate();
    expect(locales(fresh)).toEqual(locales(project));
  });

  it('numbers what the memory does not know as a first cut does', async () => {
    const text = '# One\n\nFirst text.\n\nSecond text.\n\n- a point\n- another\n';
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, 'source/a.md': text });
    await project.translate();
    await project.run('review', ['approve', '--to', 'es', '--key', 'body.one.p1']);
    const fresh = await imported(project, { 'source/a.md': text }, '--reviewed');
    await fresh.translate();
    expect(fresh.read('locales/en/a.json')).toBe(project.read('locales/en/a.json'));
    expect(fresh.exists('locales/.memory/es.jsonl')).toBe(false);
  });

  it('machine text that the terms of today would not let through is made anew', async () => {
    const source = { 'source/ui.json': '{"a": "The serum is new"}' };
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, ...source });
    await project.translate();
    const terms = 'concept,language,term\nserum,en,serum\nserum,es,suero\nserum,it,siero\n';
    const fresh = await imported(project, { ...source, 'glossary/terms.csv': terms });
    expect((await fresh.translate()).code).toBe(0);
    expect(fresh.read('locales/es/ui.json')).toContain('suero');
  });
});

describe('TMX: import', () => {
  const unit = (properties: string, seg: string): string =>
    `<tu tuid="k" srclang="en">${properties}<tuv xml:lang="en"><seg>Save *it* now</seg></tuv><tuv xml:lang="es"><seg>${seg}</seg></tuv></tu>`;
  const tmx = (body: string): string =>
    `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="block" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/><body>${body}</body></tmx>`;

  it('takes the syntax from the source file where the TMX tells none, and text from elsewhere as it is', async () => {
    const project = temporaryProject({
      'l10n.config.json': CONFIGURATION,
      'source/ui.json': '{"k": "Save *it* now"}',
      'source/other.json': '{"x": "Save *it* now"}',
    });
    const ours = '<prop type="x-namespace">ui</prop><prop type="x-key">k</prop>';
    project.write('m.tmx', tmx(unit(ours, 'Guarda *esto* [ya]')));
    expect((await project.run('import', [join(project.root, 'm.tmx')])).code).toBe(0);
    await project.translate('--to', 'es');
    expect(project.json('locales/es/ui.json')).toEqual({ k: 'Guarda *esto* [ya]' });
    project.remove('locales');
    project.write('m.tmx', tmx(unit('', 'Hazlo *así* [ya]')));
    await project.run('import', [join(project.root, 'm.tmx')]);
    const { report } = await project.translate('--to', 'es');
    expect(report.languages['es']).toMatchObject({ memory: 2, machine: 0 });
    expect(project.json('locales/es/other.json')).toEqual({ x: 'Hazlo *así* [ya]' });
  });
});

/** The content models of tmx14.dtd, as far as we write them; attributes that it requires. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  tmx: /^header body $/,
  header: /^(note |ude |prop )*$/,
  body: /^(tu )*$/,
  tu: /^(note |prop )*(tuv )+$/,
  tuv: /^(note |prop )*seg $/,
  seg: /^((bpt|ept|ph|it|hi|ut) )*$/,
  hi: /^((bpt|ept|ph|it|hi|ut) )*$/,
  bpt: /^(sub )*$/,
  ept: /^(sub )*$/,
  ph: /^(sub )*$/,
  sub: /^((bpt|ept|ph|it|hi|ut) )*$/,
  prop: /^$/,
  note: /^$/,
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  tmx: ['version'],
  header: ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'],
  tuv: ['xml:lang'],
  prop: ['type'],
  bpt: ['i'],
  ept: ['i'],
};

describe('an export', () => {
  it('is what tmx14.dtd allows', async () => {
    const project = await reviewed();
    await project.run('export', [join(project.root, 'memory.tmx')]);
    const parser = new SaxesParser();
    const open: { name: string; children: string }[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      const parent = open.at(-1);
      if (parent !== undefined) parent.children += `${name} `;
      expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...(REQUIRED[name] ?? [])]));
      open.push({ name, children: '' });
    });
    parser.on('closetag', () => {
      const { name, children } = open.pop() ?? { name: '', children: '' };
      expect(children, name).toMatch(CHILDREN[name] ?? /^never$/);
    });
    const text = project.read('memory.tmx');
    parser.write(text).close();
    expect(text).toContain('<prop type="x-syntax">html</prop>');
  });
});
