/** DESIGN, Layout: what a reader may rely on when looking for something. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACROSS, CHECKS } from '../../scripts/checks/index.ts';
import { ENGINES } from '../../scripts/engines/index.ts';
import { FORMATS } from '../../scripts/formats/index.ts';
import { generatedFiles } from '../../scripts/commands/generated-files.ts';
import { REPOSITORY } from '../commands/temporary-project.ts';

const CONTRACTS = new Set([
  'units/unit.ts',
  'formats/format.ts',
  'engines/engine.ts',
  'checks/check.ts',
  'terminology/term.ts',
]);
/** Stations that put others together: they may import any implementation. */
const ASSEMBLERS = new Set(['commands', 'pipeline', 'bench', 'fuzz', 'mutants', 'peers']);

const files = readdirSync(join(REPOSITORY, 'scripts'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .toSorted();
const text = (file: string): string => readFileSync(join(REPOSITORY, 'scripts', file), 'utf8');
const entries = files.filter((file) => !file.includes('/'));

function imports(file: string): string[] {
  const found = text(file).matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map(([, path]) => posix.normalize(posix.join(posix.dirname(file), path ?? '')));
}

describe('entries', () => {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));

  it.each(entries)('%s is a short file with an npm script of its name', (file) => {
    const name = file.replace(/\.ts$/, '');
    expect(scripts[name]).toBe(`node .build/${name}.js`);
    expect(scripts[`pre${name}`]).toBe('node scripts/setup.mjs');
    expect(text(file).split('\n').length).toBeLessThanOrEqual(61);
  });

  it('every npm script that runs compiled code has its entry', () => {
    for (const command of Object.values<string>(scripts)) {
      const entry = /^node \.build\/([\w-]+)\.js/.exec(command)?.[1];
      if (entry !== undefined) expect(entries).toContain(`${entry}.ts`);
    }
  });
});

describe('plug-ins', () => {
  it('are all in the configuration schema and in README: `npm run tables` makes them', async () => {
    for (const { path, content } of await generatedFiles(REPOSITORY))
      expect(readFileSync(join(REPOSITORY, path), 'utf8') === content, `${path} is old: npm run tables`).toBe(true);
  });

  const tableOf = (folder: string, type: string): string[] =>
    files
      .filter((file) => posix.dirname(file) === folder || (folder === 'checks' && file.startsWith('checks/')))
      .filter((file) => new RegExp(`^export const \\w+: ${type} =`, 'm').test(text(file)))
      .map((file) => posix.basename(file, '.ts'));

  it('every engine is in its table', () => {
    expect(tableOf('engines', 'Engine').toSorted()).toEqual(ENGINES.map(({ name }) => name).toSorted());
  });

  it('every format is in its table and has fixtures', () => {
    expect(tableOf('formats', '(?:Article|Bundle)Format').toSorted()).toEqual(
      FORMATS.map(({ name }) => name).toSorted(),
    );
    for (const { name } of FORMATS) {
      expect(existsSync(join(REPOSITORY, 'tests/fixtures/formats', name)), `fixtures of ${name}`).toBe(true);
    }
  });

  it('every check is in its table, and has a test of its name', () => {
    const checks = [...CHECKS, ...ACROSS].map(({ name }) => name);
    expect(tableOf('checks', '(?:Across)?Check').toSorted()).toEqual(checks.toSorted());
    for (const name of checks) {
      const file = files.find((one) => one.startsWith('checks/') && posix.basename(one) === `${name}.ts`) ?? '';
      expect(existsSync(join(REPOSITORY, 'tests', file.replace(/\.ts$/, '.test.ts'))), `test of ${name}`).toBe(true);
    }
  });
});

/** The floors of the house: a file imports its own floor's room, or floors below it. */
const STAGES = ['see', 'plan', 'recall', 'ask', 'judge', 'write'];

function floorOf(file: string): 'entries' | 'commands' | 'pipeline' | 'stations' | 'project' {
  const [room, rest] = file.split('/');
  if (rest === undefined) return 'entries';
  if (room !== 'pipeline' && ASSEMBLERS.has(room ?? '')) return 'commands';
  return room === 'pipeline' || room === 'project' ? room : 'stations';
}

const FLOORS = ['entries', 'commands', 'pipeline', 'stations', 'project'];

describe('imports', () => {
  const all = files.flatMap((file) => imports(file).map((path) => ({ file, path })));
  const shown = (wrong: readonly { readonly file: string; readonly path: string }[]): string[] =>
    wrong.map(({ file, path }) => `${file} -> ${path}`);

  it('go downwards: entries, commands, pipeline, stations, project', () => {
    const isUp = ({ file, path }: { file: string; path: string }): boolean =>
      FLOORS.indexOf(floorOf(path)) < FLOORS.indexOf(floorOf(file)) && !CONTRACTS.has(path);
    expect(shown(all.filter(isUp))).toEqual([]);
  });

  it('of a stage go to the stages before it', () => {
    const stageOf = (path: string): number =>
      path.startsWith('pipeline/') ? STAGES.indexOf(path.split('/')[1] ?? '') : -1;
    const isBack = ({ file, path }: { file: string; path: string }): boolean =>
      stageOf(file) >= 0 && (stageOf(path) > stageOf(file) || path === 'pipeline/index.ts');
    expect(shown(all.filter(isBack))).toEqual([]);
  });

  it('of a station go to itself, project/ and contracts; of project/, to itself and contracts', () => {
    const isForeign = ({ file, path }: { file: string; path: string }): boolean => {
      const [station = ''] = file.split('/');
      const floor = floorOf(file);
      if ((floor !== 'stations' && floor !== 'project') || ASSEMBLERS.has(station)) return false;
      return !path.startsWith(`${station}/`) && !path.startsWith('project/') && !CONTRACTS.has(path);
    };
    expect(shown(all.filter(isForeign))).toEqual([]);
  });

  it('have no circles, types included', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (done.has(file) || way.includes(file)) return;
      for (const path of imports(file)) visit(path, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('files', () => {
  it('stand in folders of at most 25', () => {
    const sizes = new Map<string, number>();
    for (const file of files) sizes.set(posix.dirname(file), (sizes.get(posix.dirname(file)) ?? 0) + 1);
    expect([...sizes].filter(([, size]) => size > 25)).toEqual([]);
  });

  it.each(files)('%s is named and sized as a reader expects', (file) => {
    expect(posix.basename(file)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/);
    expect(file).not.toMatch(/(?:^|\/)(?:utils?|helpers?|common|types|misc)(?:\/|\.ts$)/);
    expect(text(file).split('\n').length).toBeLessThanOrEqual(301);
    expect(text(file)).not.toMatch(/^export default/m);
  });

  it('tests have the folders of scripts/', () => {
    const folders = (root: string): string[] =>
      readdirSync(join(REPOSITORY, root), { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map(({ name }) => name);
    const known = new Set([...folders('scripts'), 'fixtures', 'setup']);
    expect(folders('tests').filter((name) => !known.has(name))).toEqual([]);
  });
});
