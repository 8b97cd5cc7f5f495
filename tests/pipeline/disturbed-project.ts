/** A project whose runs are disturbed, what an undisturbed run makes of it, and what has been paid for it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startDeeplStub } from '../../scripts/bench/deepl-stub.ts';
import { temporaryProject, type CommandResult, type TemporaryProject } from '../commands/temporary-project.ts';

export interface DisturbedProject {
  readonly project: TemporaryProject;
  /** Runs `translate`. @param shell see runCommand. */
  run(args?: readonly string[], shell?: string): Promise<CommandResult>;
  /** Characters billed so far. */
  billed(): number;
  /** What is below `locales/`: every file is whole, as the undisturbed run wrote it, and so is every group of files. */
  expectWhole(): void;
  /** `locales/` is, byte for byte, the undisturbed run's. */
  expectFinished(): void;
}

const LANGUAGES = ['es', 'it'];

/** Files of one page and of several, a folder, articles and strings. */
const SOURCES: Readonly<Record<string, string>> = {
  'source/a.md': '# A heading\n\nA text with **bold** words. And a second sentence.\n',
  'source/deep/b.md': Array.from({ length: 60 }, (_, index) => paragraph(index)).join('\n'),
  'source/ui.json': JSON.stringify(
    Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`key${index}`, `The string ${index} for {{name}}.`])),
  ),
};

function paragraph(index: number): string {
  return `The paragraph with the number ${index} says [something](page-${index}.md) about the skin and its layers.\n`;
}

/** An undisturbed run of the project, once for all tests of a file. */
let undisturbed: Promise<{ files: ReadonlyMap<string, string>; price: number }> | undefined;

export const undisturbedRun = (): NonNullable<typeof undisturbed> => (undisturbed ??= translateUndisturbed());

async function translateUndisturbed() {
  const { project, run, billed } = await paidProject();
  expect((await run()).code).toBe(0);
  return { files: filesBelow(join(project.root, 'locales')), price: billed() };
}

export async function disturbedProject(): Promise<DisturbedProject> {
  const { files } = await undisturbedRun();
  const { project, run, billed } = await paidProject();
  const found = (): Map<string, string> => filesBelow(join(project.root, 'locales'));
  const expectWhole = (): void => {
    for (const [file, text] of found()) expect([file, text]).toEqual([file, files.get(file)]);
    for (const language of LANGUAGES) {
      for (const namespace of ['a', 'deep/b', 'ui']) {
        const group = [...files.keys()].filter((file) => file.includes(`${language}/${namespace}.`));
        const there = group.filter((file) => found().has(file));
        if (there.length > 0) expect(there).toEqual(group);
      }
    }
    expect([...filesBelow(project.cache).keys()].filter((file) => file.endsWith('.tmp'))).toEqual([]);
  };
  const expectFinished = (): void => expect(Object.fromEntries(found())).toEqual(Object.fromEntries(files));
  return { project, run, billed, expectWhole, expectFinished };
}

async function paidProject() {
  const server = await startDeeplStub({ key: 'secret-key' });
  onTestFinished(() => server.close());
  const project = temporaryProject({
    ...SOURCES,
    'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: LANGUAGES, engine: 'deepl' }),
  });
  const variables = { DEEPL_AUTH_KEY: 'secret-key', DEEPL_SERVER_URL: server.url };
  const run: DisturbedProject['run'] = (args = [], shell = undefined) =>
    project.run('translate', args, variables, shell);
  return { project, run, billed: () => server.billed() };
}

function filesBelow(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
