/** A translated project, its files for translators, and what an import makes of them; all in this process. */
import { collectUnits } from '../../scripts/commands/exchange/collect-units.ts';
import {
  importTexts,
  mergeTexts,
  unitsIn,
  type ImportReport,
  type KnownUnits,
} from '../../scripts/commands/exchange/import-texts.ts';
import { projectOpener, type OpenedProject } from '../../scripts/commands/review/open-project.ts';
import { textFormatOf, type TextFormat } from '../../scripts/exchange/text-formats.ts';
import { translated } from '../commands/in-process.ts';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

export const EVERYTHING = { only: undefined, states: undefined, findings: false } as const;

export const TRICKY: Readonly<Record<string, string>> = {
  'source/ui.json': JSON.stringify({
    save: 'Save *file* [x]',
    html: 'Read the <em>terms</em> &amp; <1>more</1> of {{name}}',
    item_one: '{{count}} item',
    item_other: '{{count}} items',
    again: 'Read more words',
    more: { again: 'Read more words', n: 1.0 },
    'odd key|x': ' lead and \n two lines ',
    日本: 'Two words stand. And a second sentence here.',
  }),
  'source/post.md':
    '---\ntitle: "Save *file* [x]"\n---\n\nOne **thing** 1\\. here, see [it](a.md "A *tip*"). And `code` there. ![A picture](a.png "Its title") ends it.\n\n## Zebra\n\nRead more words\n\n- one two\n- three <b>four</b>\n',
  'source/page.html':
    '<h1>Good <em>day</em></h1>\n<p title="A &quot;tip&quot;">One &amp; two * [x]&nbsp;&lt;b&gt;</p>\n',
};

export async function translatedProject(files = TRICKY): Promise<TemporaryProject> {
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo' }),
    ...files,
  });
  await translated(project);
  return project;
}

export async function opened({ root, cache }: TemporaryProject): Promise<OpenedProject> {
  return projectOpener(root, { XDG_CACHE_HOME: cache })();
}

export function formatOf(extension: string): TextFormat {
  const format = textFormatOf(extension);
  if (format === undefined) throw new Error(`no format for ${extension}`);
  return format;
}

/** A file as it goes out. */
export async function exported(
  project: TemporaryProject,
  extension: string,
  dialect?: string,
  copySource = false,
): Promise<string> {
  const document = await collectUnits(await opened(project), 'es', EVERYTHING);
  const text = formatOf(extension).write(document, { dialect, copySource });
  if (text === undefined) throw new Error('nothing to write');
  return text;
}

export async function imported(
  project: TemporaryProject,
  extension: string,
  text: string | Uint8Array,
  dryRun = false,
): Promise<ImportReport> {
  return importTexts(await opened(project), formatOf(extension), `work${extension}`, () => bytes(text), {
    dryRun,
    language: undefined,
    note: () => undefined,
  });
}

/** What an import would do, with a project that is read once: for many files. */
export async function dryImporter(
  project: TemporaryProject,
  extension: string,
): Promise<(text: string) => Promise<ImportReport>> {
  const open = await opened(project);
  const known: KnownUnits = await unitsIn(open, 'es');
  const format = formatOf(extension);
  return (text) =>
    mergeTexts(open, 'es', known, 'work', (take) => format.read(bytes(text), 'work', take), {
      dryRun: true,
      note: () => undefined,
    });
}

export async function* bytes(text: string | Uint8Array): AsyncIterable<Uint8Array> {
  const all = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < all.length; at += 65_536) yield all.subarray(at, at + 65_536);
}
