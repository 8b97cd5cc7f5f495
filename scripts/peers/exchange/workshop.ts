/** A small project with everything that is hard to exchange, and the doors of `export` and `import`. */
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { exportTexts, type ExportedFile } from '../../commands/exchange/export-texts.ts';
import { importTexts, type ImportReport } from '../../commands/exchange/import-texts.ts';
import { exportTermbase } from '../../commands/export.ts';
import { projectOpener, type OpenedProject } from '../../commands/review/open-project.ts';
import { PLAIN_RUN, translate } from '../../commands/translate.ts';
import { textFormatOf } from '../../exchange/text-formats.ts';
import { exclusively } from '../../locales/exclusive-run.ts';
import { silentLog } from '../../project/log.ts';

export const LANGUAGE = 'es';

const FILES: Readonly<Record<string, string>> = {
  'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: [LANGUAGE], engine: 'pseudo' }),
  'glossary/terms.csv':
    'concept,language,term,note\nserum,en,serum,a liquid\nserum,es,suero,\ngel,en,gel,\ngel,es,gel,\n',
  'source/ui.json': JSON.stringify({
    save: 'Save *file* [x]',
    html: 'Read the <em>terms</em> &amp; <1>more</1> of {{name}}',
    item_one: '{{count}} item',
    item_other: '{{count}} items',
    again: 'Read more',
    more: { again: 'Read less' },
    'odd key|x': 'The serum is new. Use it twice a day.',
  }),
  'source/post.md':
    '---\ntitle: "A *title* [x]"\n---\n\nOne **thing** 1\\. here, see [it](a.md "A *tip*"). And `code` there. ![A picture](a.png "Its title") ends it.\n\n## Zebra\n\n- one two\n- three <b>four</b>\n',
  'source/page.html':
    '<h1>Good <em>day</em></h1>\n<p title="A &quot;tip&quot;">One &amp; two * [x]&nbsp;&lt;b&gt;</p>\n',
};

export interface Workshop {
  /** The project; files of the proof are put beside it. */
  readonly root: string;
  readonly path: (name: string) => string;
  readonly export: (name: string, dialect?: string, copySource?: boolean) => Promise<ExportedFile>;
  readonly terms: (name: string, dialect: string) => Promise<number>;
  readonly import: (name: string, dryRun?: boolean) => Promise<ImportReport>;
  readonly close: () => Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const home = await mkdtemp(join(tmpdir(), 'glossa-peers-'));
  const root = join(home, 'project');
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const variables = { ...process.env, XDG_CACHE_HOME: join(home, 'cache') };
  const open = (): Promise<OpenedProject> => projectOpener(root, variables)();
  const { project } = await open();
  const signal = new AbortController().signal;
  await exclusively(
    project,
    () => undefined,
    (files) => translate(project, PLAIN_RUN, { files, log: silentLog, signal }),
  );
  const path = (name: string): string => join(home, name);
  return {
    root,
    path,
    async export(name, dialect, copySource = false) {
      const format = textFormatOf(extname(name));
      if (format === undefined) throw new Error(`${name} is of no format`);
      const options = { dialect: dialect ?? format.dialects[0], copySource };
      const everything = { only: undefined, states: undefined, findings: false };
      const [written] = await exportTexts(await open(), format, path(name), [LANGUAGE], everything, options);
      if (written === undefined) throw new Error('nothing was written');
      return written;
    },
    async terms(name, dialect) {
      const { text } = await exportTermbase(project, dialect);
      await writeFile(path(name), text);
      return (await project.termbase()).termbase.concepts.length;
    },
    async import(name, dryRun = true) {
      const format = textFormatOf(extname(name));
      if (format === undefined) throw new Error(`${name} is of no format`);
      const options = { dryRun, language: undefined, note: () => undefined };
      return importTexts(await open(), format, path(name), () => createReadStream(path(name)), options);
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}

export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}
