/** What happens to translations that are there when Glossa comes: DESIGN, first sight, own skeleton, rule 10. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { planInit } from '../../scripts/commands/init/index.ts';
import { exitCode } from '../../scripts/project/report/report.ts';
import { faultsOf, translated } from './in-process.ts';
import { reportLines } from '../../scripts/project/report/run-lines.ts';
import { recordLine, temporaryProject } from './temporary-project.ts';

const CONFIGURATION = { sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo' };

/** A project with Spanish alone, and whatever else is given. */
function project(files: Readonly<Record<string, string>>, configuration: Readonly<Record<string, unknown>> = {}) {
  return temporaryProject({ 'l10n.config.json': JSON.stringify({ ...CONFIGURATION, ...configuration }), ...files });
}

/** Runs twice: the second run writes nothing. @returns the first run's report. */
async function adopted(place: ReturnType<typeof project>, options: Parameters<typeof translated>[1] = {}) {
  const report = await translated(place, options);
  expect((await translated(place)).written).toBe(0);
  return report;
}

describe('a bundle that no run has seen', () => {
  const SOURCE =
    '{"ok":"OK","intro":"Pick a colour before you start to draw","save":"Save the drawing","share":"Share with {{name}}"}';

  it.each([
    ['empty', '""'],
    ['white space', '"  \\t"'],
    ['null', 'null'],
    ['a sentence that equals its source', '"Pick a colour before you start to draw"'],
  ])('%s is no translation: it is missing, and filled', async (name, value) => {
    const before = `{\n  "ok": "OK",\n  "intro": ${value},\n  "save": "Guardar",\n  "share": "Compartir con {{name}}"\n}\n`;
    const place = project({ 'source/app.json': SOURCE, 'locales/es/app.json': before });
    const { firstSight, failed, languages } = await adopted(place);
    expect(failed).toEqual([]);
    expect(languages.get('es')).toMatchObject({ human: 3, machine: 1, errors: 0 });
    expect(place.json('locales/es/app.json')['intro']).toMatch(/^⟦/);
    expect(place.read('locales/es/app.json').replace(/⟦.*⟧/, '')).toBe(before.replace(value, '""'));
    expect(firstSight[0]).toMatchObject({
      people: 3,
      missing: 1,
      [name.startsWith('a ') ? 'equal' : 'blank']: name === 'null' ? [] : ['intro'],
    });
  });

  it('keeps sentences that equal their source where it is said so, and names and short words in any case', async () => {
    const before = '{"ok":"OK","intro":"Pick a colour before you start to draw","save":"Docker Compose on Linux Mint"}';
    const place = project({
      'source/app.json': SOURCE.replace('Save the drawing', 'Docker Compose on Linux Mint'),
      'locales/es/app.json': before,
    });
    const { languages } = await adopted(place, { keepEqual: true });
    expect(languages.get('es')).toMatchObject({ human: 3, machine: 1 });
    expect(place.json('locales/es/app.json')).toMatchObject(JSON.parse(before));
  });

  it.each([
    [
      'sorted by a translation system',
      '{\n\t"share" : "Compartir con {{name}}",\n\t"save" : "Guardar",\n\t"ok" : "OK",\n\t"intro" : "Elija un color"\n}',
    ],
    [
      'with credits and old keys',
      '\ufeff{\r\n "@metadata": {"authors": ["Ana", "Luis"]},\r\n "ok": "OK", "intro": "Elija",\r\n "legacy": "Viejo", "save": "Guardar\\/ya", "share": "Compartir con {{name}}"}\r\n',
    ],
    [
      'with numbers of its own',
      '{"ok":"OK","intro":"Elija","save":"Guardar","share":"Compartir con {{name}}","max":30,"none":null}',
    ],
  ])('%s stays byte for byte where nothing is missing', async (_name, before) => {
    const place = project({
      'source/app.json': SOURCE.replace('}', '}').replace('"ok"', '"max":25,"ok"'),
      'locales/es/app.json': before,
    });
    const { orphanKeys } = await adopted(place);
    const after = place.read('locales/es/app.json');
    if (before.includes('"max"')) expect(after).toBe(before);
    else expect(after.replace(/,?\s*"max"\s*:\s*25|"max"\s*:\s*25,\s*/, '')).toBe(before);
    expect(orphanKeys.flatMap(({ keys }) => keys)).toEqual(
      before.includes('@metadata')
        ? ['@metadata.authors.0', '@metadata.authors.1', 'legacy']
        : before.includes('none')
          ? ['none']
          : [],
    );
  });

  it('with faults is told by kind; the run has not failed, and check judges', async () => {
    const place = project({
      'source/app.json': '{"a":"Hello {{name}}","b":"Press <b>the key</b>","c":"New text"}',
      'locales/es/app.json': '{"a":"Hola {{nombre}}","b":"Pulse la tecla <b>"}',
    });
    for (const machine of [1, 0]) {
      const report = await translated(place);
      expect(report.languages.get('es')).toMatchObject({ machine });
      expect(report.problems.map(({ check, approved }) => [check, approved])).toEqual([
        ['placeholders', true],
        ['placeholders', true],
        ['tags', true],
      ]);
      expect(exitCode(report, false)).toBe(0);
      const said = reportLines(report, { dryRun: false, redo: false }).join('\n');
      expect(said).toContain('Errors in texts that people approved: 2 placeholders, 1 tags.');
      expect(said).not.toContain('error ');
    }
    expect((await faultsOf(place)).filter((fault) => fault.startsWith('error'))).toHaveLength(3);
    // Whoever touches the text is told of it as of any other edit of theirs.
    expect(place.read('locales/es/app.json')).toContain('"a":"Hola {{nombre}}"');
  });

  it('loses keys without a source only by --prune, and their texts never', async () => {
    const place = project({ 'source/app.json': '{"a":"One"}', 'locales/es/app.json': '{"a":"Uno","old":"Viejo"}' });
    await adopted(place);
    expect(place.json('locales/es/app.json')['old']).toBe('Viejo');
    await translated(place, { prune: true });
    expect(place.read('locales/es/app.json')).toBe('{"a":"Uno"}');
    expect(place.read('locales/.memory/es.jsonl')).toContain('Viejo');
  });

  it.each([
    ['pt-br', 'pt-br'],
    ['pt-BR', 'pt_BR'],
    ['pt-BR', 'pt-br'],
    ['pt-BR', 'ptBR'],
  ])('configured as %s is found in the folder %s, and no other is made', async (tag, folder) => {
    const place = project(
      { 'source/app.json': '{"a":"One","b":"Two"}', [`locales/${folder}/app.json`]: '{"a":"Um"}' },
      { targetLanguages: [tag] },
    );
    await adopted(place);
    expect(place.json(`locales/${folder}/app.json`)).toMatchObject({ a: 'Um', b: '⟦Ţŵö⟧' });
    expect([...place.snapshot('locales').keys()].filter((file) => /^pt/i.test(file))).toEqual([`${folder}/app.json`]);
  });

  it('in a language that is not configured is told', async () => {
    const place = project({
      'source/app.json': '{"a":"One"}',
      'locales/es/app.json': '{"a":"Uno"}',
      'locales/eo/app.json': '{"a":"Unu"}',
      'locales/spanish/app.json': '{"a":"Uno"}',
    });
    const { warnings } = await translated(place);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/"eo" is no configured language.*nearest is es/),
      expect.stringMatching(/"spanish" is no configured language/),
    ]);
    expect(place.read('locales/eo/app.json')).toBe('{"a":"Unu"}');
  });

  it('is its own source: the snapshot lies apart, and a changed text is not matched with the old translation', async () => {
    const place = project(
      {
        'public/locales/en/common.json': '{"a":"Hello friend","b":"Bye"}',
        'public/locales/es/common.json': '{"a":"Hola amigo"}',
      },
      { files: [{ source: 'public/locales/{language}/{path}.json' }] },
    );
    await adopted(place);
    place.write('public/locales/en/common.json', '{"a":"Hello dear friend","b":"Bye"}');
    await translated(place);
    expect(place.json('public/locales/es/common.json')['a']).toBe('Hola amigo');
    const line = recordLine(place, '.glossa/review/es/common.json', 'a');
    expect(line).toMatchObject({ previous: 'Hello friend' });
    expect(line['suggestion']).toMatch(/^⟦/);
    expect([...place.snapshot('public').keys()]).toEqual(['locales/en/common.json', 'locales/es/common.json']);
  });

  it('belongs to the source that git has from its time', async () => {
    const place = project({
      'source/app.json': '{"a":"Open the file","b":"Close it"}',
      'locales/es/app.json': '{"a":"Abrir el archivo","b":"Cerrar"}',
    });
    const git = (...parameters: string[]): unknown =>
      execFileSync('git', ['-C', place.root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...parameters], {
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'both');
    place.write('source/app.json', '{"a":"Open the folder","b":"Close it"}');
    git('commit', '-qam', 'source');
    const { firstSight } = await adopted(place);
    expect(firstSight[0]).toMatchObject({ people: 2, stale: 1 });
    expect(place.json('locales/es/app.json')['a']).toBe('Abrir el archivo');
    expect(recordLine(place, 'locales/.review/es/app.json', 'a')).toMatchObject({
      previous: 'Open the file',
      state: 'reviewed',
    });
    expect(recordLine(place, 'locales/.review/es/app.json', 'b')['previous']).toBeUndefined();
  });
});

describe('strings of other makers', () => {
  it('have descriptions that nobody reads, keys that are the text, plurals of old', async () => {
    const place = project(
      {
        'source/code.json':
          '{"home":{"message":"Home page","description":"The label"},"Save it":"","file":"a file","file_plural":"files"}',
        'locales/es/code.json': '{"home":{"message":"Inicio","description":"The label"},"Save it":""}',
      },
      { emptyIsKey: true },
    );
    const { warnings } = await adopted(place);
    expect(place.json('locales/es/code.json')).toMatchObject({ home: { message: 'Inicio', description: 'The label' } });
    expect(place.json('locales/es/code.json')['Save it']).toMatch(/^⟦Š/);
    expect(place.read('locales/.review/es/code.json')).not.toContain('description');
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('v3 plurals')]);
  });
});

describe('a document that no run has seen', () => {
  const cases: [name: string, source: string, own: string, people: number][] = [
    [
      'a translated comment in code',
      '# Start here\n\n```js\n// print a line\nlog(1);\n```\n\nThen stop.\n',
      '# Empiece aquí\n\n```js\n// imprime una línea\nlog(1);\n```\n\nLuego pare.\n',
      2,
    ],
    [
      'a translated string in code',
      '# Run\n\n    echo "hello world"\n\nDone.\n',
      '# Ejecutar\n\n    echo "hola mundo"\n\nHecho.\n',
      2,
    ],
    [
      'heading ids',
      '# Start here\n\n## Install it\n\nRead this.\n',
      '# Empiece aquí {#start-here}\n\n## Instalación {#install-it}\n\nLea esto.\n',
      3,
    ],
    [
      'a field more, a field less',
      '---\ntitle: Start here\nready: true\n---\n\nRead the guide.\n',
      '---\ntitle: Empiece aquí\nauthor: Ana\n---\n\nLea la guía.\n',
      2,
    ],
    [
      'a note of the translator',
      '# Start\n\nOne paragraph here.\n\nAnother one there.\n\nThe last of them.\n\nEnd.\n',
      '# Empezar\n\nUn párrafo aquí.\n\nOtro allá.\n\nEl último de ellos.\n\nFin.\n\n***\n\nTraducido por Ana.\n',
      5,
    ],
    [
      'names left as they are',
      '# Partners\n\n## Infrastructure\n\nOur partners give us machines.\n\n- [Example](https://example.org)\n',
      '# Socios\n\n## Infrastructure\n\nNuestros socios nos dan máquinas.\n\n- [Example](https://example.org)\n',
      4,
    ],
    [
      'links of the own language',
      '# Start\n\nRead [the guide](/en/guide/) first.\n',
      '# Empezar\n\nLea antes [la guía](/es/guide/).\n',
      2,
    ],
  ];
  it.each(cases)('%s: all of it is people’s, and no byte changes', async (_name, source, own, people) => {
    const place = project({ 'source/page.md': source, 'locales/es/page.md': own });
    const { errors, languages } = await adopted(place);
    expect(errors).toEqual([]);
    expect(languages.get('es')).toMatchObject({ human: people, machine: 0 });
    expect(place.read('locales/es/page.md')).toBe(own);
    // A later change of the source comes in beside what is theirs.
    place.write('source/page.md', `${source}\nOne more paragraph of the source.\n`);
    await translated(place);
    expect(
      place
        .read('locales/es/page.md')
        .replace(/\n\n?⟦.*⟧\n/, '\n')
        .trimEnd(),
    ).toBe(own.trimEnd());
    expect(place.read('locales/es/page.md')).toContain('⟦');
  });

  it('lacks what its source got later: that is new work, in its place', async () => {
    const place = project({
      'source/page.md':
        '# Start here\n\nRead the guide first.\n\nA paragraph that is new since.\n\n## Install it\n\nRun the installer.\n',
      'locales/es/page.md': '# Empiece aquí\n\nLea antes la guía.\n\n## Instalación\n\nEjecute el instalador.\n',
    });
    const { languages } = await adopted(place);
    expect(languages.get('es')).toMatchObject({ human: 4, machine: 1 });
    expect(place.read('locales/es/page.md')).toMatch(/guía\.\n\n⟦.*⟧\n\n## Instalación\n/);
  });

  it('lacks a row of a table: each cell stays under its head', async () => {
    const head = '| Key | What it does |\n| --- | --- |\n';
    const place = project({
      'source/page.md': `# Start here\n\nPress them.\n\n${head}| \`a\` | opens a file |\n| \`b\` | closes the window and all that was open in it |\n`,
      'locales/es/page.md':
        '# Empiece aquí\n\nPúlselas.\n\n| Tecla | Qué hace |\n| --- | --- |\n| `a` | abre un archivo |\n',
    });
    await adopted(place);
    const table = place.read('locales/es/page.md').split('\n').slice(4);
    expect(table.map((line) => line.replace(/⟦.*⟧/, '⟦⟧'))).toEqual([
      '| Tecla | Qué hace |',
      '| --- | --- |',
      '| `a` | abre un archivo |',
      '| `b` | ⟦⟧ |',
      '',
    ]);
  });

  it('that is no translation of its source is left alone, with the place where they part', async () => {
    const own = '# Otra cosa\n\n## Aún otra\n\n- una\n- dos\n- tres\n';
    const place = project({ 'source/page.md': '# Start\n\nRead.\n\n```\ncode\n```\n', 'locales/es/page.md': own });
    const { errors } = await translated(place);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^only \d of its 5 texts can be told to translate source\/page\.md/),
    ]);
    expect(place.read('locales/es/page.md')).toBe(own);
    expect(place.exists('locales/es/page.json')).toBe(false);
  });
});

describe('init', () => {
  it.each<[string, Record<string, string>, Record<string, unknown>]>([
    [
      '.deepl-sync.yaml',
      {
        '.deepl-sync.yaml':
          'version: 1\nsource_locale: en\ntarget_locales: [es, fr]\nbuckets:\n  json:\n    include: ["locales/en/*.json"]\n',
      },
      { targetLanguages: ['es', 'fr'], files: [{ source: 'locales/{language}/{path}.json' }] },
    ],
    [
      'crowdin.yml',
      {
        'crowdin.yml':
          'files:\n  - source: /docs/**/*.md\n    translation: /i18n/%two_letters_code%/docs/**/%original_file_name%\n',
        'i18n/de/docs/a.md': 'x',
      },
      { targetLanguages: ['de'], files: [{ source: 'docs/{path}.md', target: 'i18n/{language}/docs/{path}.md' }] },
    ],
  ])('reads %s', (from, files, expected) => {
    const place = temporaryProject(files);
    place.remove('l10n.config.json');
    const { configuration } = planInit(place.root, { from, source: undefined, to: undefined, engine: undefined });
    expect(configuration).toMatchObject(expected);
  });

  it('refuses to overwrite', () => {
    const place = project({});
    expect(() =>
      planInit(place.root, { from: undefined, source: undefined, to: undefined, engine: undefined }),
    ).toThrow(/is there already/);
  });
});
