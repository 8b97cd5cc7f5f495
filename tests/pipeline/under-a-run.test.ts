/** Rule 1 against time: what people write while a run is at work, at any of its writes, is never overwritten. */
import { expect, it } from 'vitest';
import { PLAIN_RUN, translate } from '../../scripts/commands/translate.ts';
import { exclusively } from '../../scripts/locales/exclusive-run.ts';
import type { FileWriter } from '../../scripts/locales/journal.ts';
import type { TranslateOptions } from '../../scripts/pipeline/job.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { silentLog } from '../../scripts/project/log.ts';
import { translated } from '../commands/in-process.ts';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

/** A run, and what somebody does before one of its writes. @returns how many writes there were */
async function disturbed(
  { root, cache }: TemporaryProject,
  options: Partial<TranslateOptions>,
  at: number,
  act: () => void,
): Promise<number> {
  const project = openProject(root, { XDG_CACHE_HOME: cache });
  let writes = 0;
  await exclusively(
    project,
    () => undefined,
    (files) => {
      const watched: FileWriter = {
        write(changes) {
          if (writes++ === at) act();
          return files.write(changes);
        },
      };
      const tools = { files: watched, log: silentLog, signal: new AbortController().signal };
      return translate(project, { ...PLAIN_RUN, ...options }, tools);
    },
  );
  return writes;
}

const FILES: Readonly<Record<string, string>> = {
  'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["it"], "engine": "pseudo"}',
  'source/s.json': '{"a": "A text here", "b": "Another text"}\n',
  'source/a.md': '---\ntitle: A title\n---\n\n# Head\n\nSome words of text.\n',
  'source/gone.json': '{"c": "A third text"}\n',
};

interface Scenario {
  readonly name: string;
  readonly prepare: (project: TemporaryProject) => void;
  readonly options: Partial<TranslateOptions>;
  /** Files that somebody writes meanwhile. */
  readonly files: readonly string[];
  readonly first?: true;
}

const ALL = ['locales/it/s.json', 'locales/it/a.json', 'locales/it/a.md', 'locales/.review/it/s.json'];

const SCENARIOS: readonly Scenario[] = [
  { name: 'a first run', prepare: () => undefined, options: {}, files: ALL, first: true },
  {
    name: 'a run of a changed source',
    prepare(project) {
      project.write('source/s.json', '{"a": "A changed text", "b": "Another text"}\n');
      project.write('source/a.md', '---\ntitle: A title\n---\n\n# Head\n\nOther words of text.\n');
    },
    options: {},
    files: [...ALL, 'locales/.review/it/a.json'],
  },
  { name: 'a run that makes all anew', prepare: () => undefined, options: { redo: true }, files: ALL },
  {
    name: 'a run of renamed files',
    prepare(project) {
      for (const [from, to] of [
        ['source/a.md', 'source/n.md'],
        ['source/s.json', 'source/t.json'],
      ] as const) {
        project.write(to, project.read(from));
        project.remove(from);
      }
    },
    options: {},
    files: [...ALL, 'locales/it/n.md', 'locales/it/n.json', 'locales/it/t.json'],
  },
  {
    name: 'a run of another extension',
    prepare(project) {
      project.write('source/a.html', '<title>A title</title><h1>Head</h1><p>Some words of text.</p>\n');
      project.remove('source/a.md');
    },
    options: {},
    files: ['locales/it/a.md', 'locales/it/a.html', 'locales/it/a.json'],
  },
  {
    name: 'a run that prunes',
    prepare: (project) => project.remove('source/gone.json'),
    options: { prune: true },
    files: ['locales/it/gone.json', 'locales/.memory/it.jsonl', 'locales/it/s.json'],
  },
];

const THEIRS = 'Parole di una persona';

/** What somebody makes of a file: their words in it, or the whole of it where it is new. */
function edited(project: TemporaryProject, file: string): string {
  const text = project.exists(file) ? project.read(file) : '';
  if (file.endsWith('.jsonl'))
    return `${text}{"namespace":"x","key":"k","source":"S","target":"${THEIRS}","state":"reviewed"}\n`;
  if (file.includes('.review'))
    return text === ''
      ? `[{"glossa":1,"from":"en","note":"${THEIRS}"},\n{}]\n`
      : text.replace('"translated"', '"final"');
  if (file.endsWith('.json')) return text === '' ? `{"mine": "${THEIRS}"}\n` : text.replace(/"⟦[^"]*"/, `"${THEIRS}"`);
  return `${text}\n${file.endsWith('.html') ? `<p>${THEIRS}.</p>` : `${THEIRS}.`}\n`;
}

/** Each file at each write takes minutes; a run of the suite takes one write of each. */
const EVERY = process.env['UNDER_A_RUN'] === 'all';

it.each(SCENARIOS)(
  '$name overwrites nothing that appears or changes meanwhile',
  async ({ prepare, options, files, first }) => {
    const lost: string[] = [];
    for (const [index, file] of files.entries()) {
      let writes = 4;
      for (let at = EVERY ? 0 : index % 3; at < writes; at++) {
        if (!EVERY) writes = 0;
        const project = temporaryProject(FILES);
        if (first !== true) await translated(project);
        prepare(project);
        let text = '';
        const count = await disturbed(project, options, at, () => {
          text = edited(project, file);
          project.write(file, text);
        });
        if (EVERY) writes = count;
        const now = project.exists(file) ? project.read(file) : '(gone)';
        const isState = file.includes('.review') && now.includes('"final"') === text.includes('"final"');
        const isKept =
          project.exists('locales/.memory/it.jsonl') && project.read('locales/.memory/it.jsonl').includes(THEIRS);
        if (text !== '' && !now.includes(THEIRS) && !isState && !isKept) lost.push(`${file} at write ${at}: ${now}`);
      }
    }
    expect(lost).toEqual([]);
  },
);

it('a source that is renamed takes no other translation’s place, and one renamed with its translation is heard', async () => {
  const project = temporaryProject(FILES);
  await translated(project);
  const rename = (from: string, to: string): void => {
    project.write(to, project.read(from));
    project.remove(from);
  };
  rename('source/a.md', 'source/n.md');
  project.write('locales/it/n.md', `# Testa\n\n${THEIRS}.\n`);
  await translated(project);
  expect(project.read('locales/it/n.md')).toContain(THEIRS);
  const along = temporaryProject(FILES);
  await translated(along);
  for (const folder of ['source', 'locales/it']) {
    along.write(`${folder}/n.md`, along.read(`${folder}/a.md`));
    along.remove(`${folder}/a.md`);
  }
  along.write('locales/it/n.md', along.read('locales/it/n.md').replace(/⟦Š.*⟧/, `${THEIRS}.`));
  const { languages } = await translated(along);
  expect(languages.get('it')).toMatchObject({ machine: 0, human: 1 });
  expect(along.read('locales/it/n.json')).toContain(THEIRS);
  expect(along.exists('locales/it/a.json')).toBe(false);
});
