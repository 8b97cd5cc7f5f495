/** `evaluate` on projects, files and histories. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { codeOf } from '../../scripts/commands/evaluate/asked.ts';
import { evaluationChart } from '../../scripts/commands/evaluate/chart.ts';
import { evaluate } from '../../scripts/commands/evaluate/index.ts';
import { readEvaluateOptions } from '../../scripts/commands/evaluate/options.ts';
import { resultTable } from '../../scripts/commands/evaluate/result.ts';
import type { Invocation } from '../../scripts/project/entry.ts';
import { silentLog } from '../../scripts/project/log.ts';
import { translated } from './in-process.ts';
import { temporaryProject, type TemporaryProject } from './temporary-project.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const CONFIGURATION = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'identity' });

type Given = Readonly<Record<string, string | true | readonly string[]>>;

/** What the command finds with some options. */
async function evaluated({ root, cache }: Pick<TemporaryProject, 'root' | 'cache'>, given: Given) {
  vi.stubEnv('XDG_CACHE_HOME', cache);
  const invocation: Invocation = {
    root,
    json: false,
    log: silentLog,
    words: [],
    text: (name) => [given[name] ?? []].flat().find((value) => typeof value === 'string'),
    flag: (name) => given[name] === true,
    list: (name) => [given[name] ?? []].flat().filter((value) => typeof value === 'string'),
    signal: new AbortController().signal,
    print: () => undefined,
  };
  const { result, report } = await evaluate(invocation, readEvaluateOptions(invocation));
  return { ...result, report, code: codeOf(report), table: resultTable(result) };
}

/** Texts that the engine `identity` meets in half of the cases. */
async function reviewedProject(): Promise<TemporaryProject> {
  const project = temporaryProject({
    'l10n.config.json': CONFIGURATION,
    'source/app.json': JSON.stringify({
      one: 'Press the red button',
      two: 'Close the old window',
      three: 'Never seen',
    }),
  });
  await translated(project);
  project.write(
    'locales/es/app.json',
    JSON.stringify({ one: 'Press the red button now', two: 'Cierra la ventana', three: 'Never seen' }),
  );
  await translated(project);
  const approved = project
    .read('locales/.review/es/app.json')
    .replace(/("key":"(?:one|two)","state":)"translated"/g, '$1"reviewed"');
  project.write('locales/.review/es/app.json', approved);
  return project;
}

describe('the project’s reviewed texts', () => {
  it('are what its own way is measured on, and other engines beside it; nothing is written', async () => {
    const project = await reviewedProject();
    const before = project.snapshot('.');
    const own = await evaluated(project, {});
    expect({ of: own.of, code: own.code }).toEqual({ of: 'reviewed', code: 0 });
    expect(own.rows).toHaveLength(1);
    expect(own.rows[0]).toMatchObject({ names: ['es', 'identity'], texts: 2, answered: 2, measures: { equal: 0 } });
    // One word to insert; all three of another language to change, and one to take out: 5 of 8.
    expect(own.rows[0]?.measures?.edits).toBeCloseTo(62.5, 5);
    expect(own.table).toContain('tok:13a');

    // An engine that is not there takes nothing from the others.
    const { rows, report, code } = await evaluated(project, { engine: 'identity,pseudo,deepl', to: 'es' });
    expect(rows.map(({ names, answered }) => [...names, answered])).toEqual([
      ['es', 'identity', 2],
      ['es', 'pseudo', 2],
      ['es', 'deepl', 0],
    ]);
    expect(rows[2]?.measures).toBeUndefined();
    expect(report.errors.map(({ message }) => message).join()).toContain('DEEPL_AUTH_KEY');
    expect(code).toBe(2);

    const plan = await evaluated(project, { 'dry-run': true });
    expect(plan.rows).toEqual([]);
    expect(plan.report.characters).toBe('Press the red button'.length + 'Close the old window'.length);
    expect(project.snapshot('.')).toEqual(before);
  });

  it('that are approved drafts of the engine are told as such; so is what it could not do', async () => {
    const project = await reviewedProject();
    const file = 'locales/.review/es/app.json';
    project.write(file, project.read(file).replace(/("key":"three","state":)"translated"/, '$1"reviewed"'));
    const { notes, rows } = await evaluated(project, { to: 'es' });
    expect(rows[0]).toMatchObject({ texts: 3, measures: { equal: 1 } });
    expect(notes).toEqual([expect.stringContaining('1 of 3 references in es are drafts of identity')]);

    const spent = await evaluated(project, { 'max-characters': '25', engine: 'pseudo' });
    expect(spent.report.failed[0]?.reason).toContain('--max-characters');
    expect(spent.notes).toEqual(['es: measured on the 1 of 3 texts that every engine could do.']);
  });

  it('that are not there are asked for', async () => {
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, 'source/app.json': '{"one":"Press"}' });
    expect((await evaluated(project, {})).table).toContain('Nothing is reviewed yet');
  });
});

describe('given references', () => {
  it('stand line by line beside outputs, without a project', async () => {
    const project = temporaryProject({
      'ref.es': 'Pulsa el botón rojo\nCierra la ventana vieja\n\n',
      'a/out.es': 'Pulsa el botón rojo\nCierra la ventana vieja\n\n',
      'b/out.es': 'Pulsa el botón\n\n\n',
      'short.es': 'Pulsa\n',
    });
    project.remove('l10n.config.json');
    const path = (file: string): string => join(project.root, file);
    const { rows } = await evaluated(project, {
      reference: path('ref.es'),
      output: ['a/out.es', 'b/out.es'].map(path),
    });
    expect(rows.map(({ measures }) => measures?.edits)).toEqual([0, (100 * 5) / 8]);
    expect(rows[0]?.names).toEqual([path('a/out.es')]);
    await expect(evaluated(project, { reference: path('ref.es'), output: [path('short.es')] })).rejects.toThrow(
      /short.es has 1 lines, and .*ref.es has 3/,
    );
  });

  it('are translated with the project’s terms', async () => {
    const project = temporaryProject({
      'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'identity' }),
      'glossary/terms.csv': 'concept,language,term\nbutton,en,button\nbutton,es,botón\n',
      'in.en': 'Press the button\n\nGo\n',
      'ref.es': 'Press the botón\n\nVe\n',
      'out.es': 'Press the botón\n\nVe\n',
    });
    const path = (file: string): string => join(project.root, file);
    const given = { source: path('in.en'), reference: path('ref.es'), output: path('out.es') };
    const { rows } = await evaluated(project, given);
    expect(rows).toMatchObject([
      { names: ['es', 'out.es'], texts: 2, measures: { equal: 2 } },
      { names: ['es', 'identity'], texts: 2, answered: 2, measures: { equal: 1 } },
    ]);
  });

  it('come from a TMX with its codes; drafts in it are none', async () => {
    const unit = (source: string, target: string, state = ''): string =>
      `<tu><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="es">${state}<seg>${target}</seg></tuv></tu>`;
    const draft = '<prop type="x-state">translated</prop><prop type="x-origin">apertium</prop>';
    const bold = '<bpt i="1">&lt;b&gt;</bpt>red<ept i="1">&lt;/b&gt;</ept>';
    const project = temporaryProject({
      'l10n.config.json': CONFIGURATION,
      'memory.tmx': `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${unit(`A ${bold} word`, `A ${bold} word`)}${unit('Two', 'Dos')}${unit('Three', 'Tres', draft)}</body></tmx>`,
    });
    const { rows } = await evaluated(project, { tmx: join(project.root, 'memory.tmx') });
    expect(rows).toMatchObject([{ names: ['es', 'identity'], texts: 2, answered: 2, measures: { equal: 1 } }]);
  });
});

describe('the history', () => {
  const git = (root: string, words: readonly string[], date = '2026-02-03T10:00:00Z'): void => {
    const names = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    const env = { ...process.env, ...names, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    execFileSync('git', ['-C', root, ...words], { env, stdio: 'ignore' });
  };

  it('tells how much people changed of what each engine drafted', async () => {
    const project = temporaryProject({
      'l10n.config.json': CONFIGURATION,
      'source/app.json': JSON.stringify({
        one: 'Press the red button',
        two: 'Close the window',
        three: 'Left open here',
      }),
    });
    const { root } = project;
    const commit = (date: string): void => {
      git(root, ['add', '-A']);
      git(root, ['commit', '-qm', 'x'], date);
    };
    git(root, ['init', '-q']);
    await translated(project, { to: ['es'] });
    commit('2026-02-03T10:00:00Z');
    // A person edits two texts, in a commit of their own; the next run records it.
    const texts = { one: 'Press the green button', two: 'Close the window', three: 'Left open there' };
    project.write('locales/es/app.json', JSON.stringify(texts));
    commit('2026-03-03T10:00:00Z');
    await translated(project, { to: ['es'] });
    const file = 'locales/.review/es/app.json';
    project.write(file, project.read(file).replace(/("key":"(?:one|two)","state":)"translated"/g, '$1"reviewed"'));
    commit('2026-04-03T10:00:00Z');
    // The source of one of them changes: what was approved stays counted.
    project.write(
      'source/app.json',
      JSON.stringify({ one: 'Press no button', two: 'Close the window', three: 'Left open here' }),
    );
    await translated(project, { to: ['es'] });
    commit('2026-05-03T10:00:00Z');

    const { rows, notes, table } = await evaluated(project, { history: true, by: 'engine,language,namespace,month' });
    expect(rows).toMatchObject([{ names: ['identity', 'es', 'app', '2026-04'], texts: 2, measures: { equal: 1 } }]);
    expect(rows[0]?.measures?.edits).toBeCloseTo((100 * 1) / 7, 5);
    expect(notes).toEqual(['1 draft is edited and not approved yet: not counted.']);
    expect(table).toMatch(/engine +language +namespace +month +units +unchanged/);
    expect(evaluationChart({ of: 'history', groups: [], rows, tokenizers: [], notes: [] })).toContain(
      '14.3 %, 2 texts',
    );
  });

  it('that is not there is said', async () => {
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, 'source/app.json': '{"one":"Press"}' });
    await expect(evaluated(project, { history: true })).rejects.toThrow(/not a git repository/);
  });
});

describe('options', () => {
  it.each<[Given, RegExp]>([
    [{ history: true, engine: 'pseudo' }, /asks no engine/],
    [{ history: true, tmx: 'a.tmx' }, /three ways/],
    [{ output: 'a' }, /need --reference/],
    [{ reference: 'a' }, /says nothing/],
    [{ reference: 'a', output: 'b', engine: 'pseudo' }, /needs the texts/],
    [{ by: 'month' }, /--history/],
    [{ history: true, by: 'years' }, /no group/],
    [{ tokenize: '13b' }, /no tokenizer/],
    [{ engine: 'depl' }, /no engine/],
    [{ chart: 'a.png' }, /no name of a picture/],
    [{ tmx: 'a.tmx', only: 'x' }, /project’s own/],
    [{ 'max-characters': 'many' }, /whole number/],
  ])('%o is refused', async (given, message) => {
    await expect(evaluated({ root: '/', cache: '/' }, given)).rejects.toThrow(message);
  });
});

it('is a command: table, JSON, chart', async () => {
  const project = temporaryProject({ 'ref.es': 'Una prueba más\n', 'a.es': 'Una prueba menos\n', 'b.es': 'Nada\n' });
  const path = (file: string): string => join(project.root, file);
  const given = ['--reference', path('ref.es'), '--output', path('a.es'), '--output', path('b.es'), '--to', 'es'];
  const { code, stdout } = await project.run('evaluate', ['--json', '--chart', path('a<b.svg'), ...given]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    of: 'references',
    rows: [
      { language: 'es', engine: 'a.es', texts: 1, edits: 33.33 },
      { engine: 'b.es', edits: 100 },
    ],
  });
  expect(project.read('a<b.svg')).toMatch(/^<svg [^]*chrF2 by engine[^]*es {2}a\.es[^]*<\/svg>\n$/);
});
