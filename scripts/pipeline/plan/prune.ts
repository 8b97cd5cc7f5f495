/** `--prune`: takes the translations of vanished source files away; what people wrote is kept in the memory. */
import { extname } from 'node:path/posix';
import { ARTICLE_EXTENSIONS, FORMATS } from '../../formats/index.ts';
import type { FileChange } from '../../locales/journal.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { parseRecord, refuseNewer, type ReviewRecord } from '../../locales/record.ts';
import { SourceError } from '../../project/errors.ts';
import { isSameHash } from '../../project/hash.ts';
import type { Place } from '../../project/layout/layout.ts';
import { saysNothingNew } from '../see/target/article-on-disk.ts';
import { formOfSource } from './keep-and-return.ts';
import { printKeptMemory, type KeptMemories, type KeptText } from '../see/kept-memory.ts';
import { bundleTexts } from '../see/source/bundle-texts.ts';
import type { Project } from '../see/project.ts';
import { isProtected } from '../see/target/record-lines.ts';
import { articleSeal } from '../see/seals.ts';
import { madeFrom } from '../../units/key-forms.ts';
import type { SyntaxName } from '../../units/unit.ts';
import { readBytes } from '../see/source/sources.ts';
import { needSyntaxes, valueHash } from '../see/values.ts';

const SYNTAXES = [...new Set<SyntaxName>(['plain', ...FORMATS.map(({ syntax }) => syntax)])];

/**
 * The changes that remove one orphan (see `findOrphans`): a namespace from every language, a group a language, the source
 * bundle last; or one article that an older extension left behind.
 * @throws SourceError when a bundle cannot be read, or an article was edited: what a person wrote there could not be kept.
 */
export async function pruneNamespace(
  project: Project,
  namespace: string,
  memories: KeptMemories,
): Promise<FileChange[][]> {
  await needSyntaxes(SYNTAXES);
  const article = await leftArticle(project, namespace);
  if (article !== undefined) return [[article]];
  const { sourceLanguage, targetLanguages } = project.configuration;
  const records = new Map(
    [sourceLanguage, ...targetLanguages].map((language) => [language, recordOf(project, namespace, language)] as const),
  );
  const own = [...records.values()].find((record) => record?.header)?.header?.from ?? sourceLanguage;
  const places = placesOf(project, namespace);
  const sources = textsOf(
    project,
    places.map((place) => place.snapshot(own)),
  );
  const languages = [...records.keys()].filter((language) => language !== own);
  for (const language of languages) {
    for (const file of articlesOf(places, language)) refuseEdited(project, file, records.get(language));
  }
  return [...languages, own].map((language) => {
    const record = records.get(language);
    const bundles = places.map((place) => (language === own ? place.snapshot(own) : place.bundle(language)));
    const others = places.flatMap((place) => [place.record(language), place.skeleton(language)]);
    const group = [...new Set([...bundles, ...others, ...articlesOf(places, language)])].flatMap(
      (file): FileChange[] => {
        const seen = readBytes(project.root, file)?.toString('utf8');
        return seen === undefined ? [] : [{ file, text: null, seen }];
      },
    );
    const kept = language === own ? [] : keptTexts(namespace, textsOf(project, bundles), record, sources);
    if (kept.length === 0) return group;
    const memory = memories.get(language);
    const next = { ...memory, texts: [...memory.texts, ...kept] };
    memories.set(language, next);
    return [
      { file: project.layout.memory(language), text: printKeptMemory(next), seen: memory.seen ?? null },
      ...group,
    ];
  });
}

/** An article that an older extension left behind, where the orphan is one. */
async function leftArticle(project: Project, orphan: string): Promise<FileChange | undefined> {
  const { root, configuration, layout } = project;
  const translation = layout.translation(orphan);
  if (translation === undefined || readBytes(root, orphan) === undefined) return undefined;
  const seen = readBytes(root, orphan)?.toString('utf8');
  const { entry, language, namespace } = translation;
  const record = recordOf(project, namespace, language);
  if (record !== undefined && (await saysNothingNew(root, orphan, record, configuration)))
    return { file: orphan, text: null, seen };
  const bundle = layout.place(entry, namespace, extname(orphan), true).bundle(language);
  throw new SourceError(`has words that ${bundle} does not have, and is no article of its source any more.`, {
    place: { file: orphan },
    remedy: `Take them over into ${bundle}, or delete this file. It was left as it is.`,
  });
}

/** Where the namespace's files may be. */
function placesOf({ layout }: Pick<Project, 'layout'>, namespace: string): Place[] {
  return [true, false].flatMap((isArticle) => layout.places(namespace, isArticle));
}

function articlesOf(places: readonly Place[], language: string): string[] {
  const all = places.flatMap((place) => ARTICLE_EXTENSIONS.map((extension) => place.article(language, extension)));
  return [...new Set(all)].filter((file) => ARTICLE_EXTENSIONS.includes(extname(file)));
}

/** The texts of those of some bundles that are there. */
function textsOf({ root }: Project, files: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...new Set(files)].flatMap((file) => [...bundleTexts(root, file)]));
}

function recordOf({ root, layout }: Project, namespace: string, language: string): ReviewRecord | undefined {
  const [place] = placesOf({ layout }, namespace);
  const file = place?.record(language) ?? '';
  const bytes = place === undefined ? undefined : readBytes(root, file);
  return bytes === undefined ? undefined : refuseNewer(parseRecord(bytes.toString('utf8')), file);
}

/** Without its source nobody can tell which unit an edit in an article belongs to. */
function refuseEdited({ root }: Project, file: string, record: ReviewRecord | undefined): void {
  const bytes = readBytes(root, file);
  if (bytes === undefined || record?.seal?.article === articleSeal(fileHash(bytes))) return;
  throw new SourceError('was changed since the last run, and its source is gone.', {
    place: { file },
    remedy: 'Restore the source and run translate to take the words over, or delete this file. Nothing was removed.',
  });
}

/** What people wrote: protected by its record, or not what the record tells. */
function keptTexts(
  namespace: string,
  texts: ReadonlyMap<string, string>,
  record: ReviewRecord | undefined,
  sources: ReadonlyMap<string, string>,
): KeptText[] {
  const lines = new Map(record?.lines.map((line) => [line.key, line]));
  return [...texts].flatMap(([key, target]) => {
    const line = lines.get(key);
    const isRecorded = SYNTAXES.some((syntax) => isSameHash(line?.target, valueHash(syntax, target)));
    if (isRecorded && line !== undefined && !isProtected(line)) return [];
    const source = (isRecorded ? line?.previous : undefined) ?? sources.get(madeFrom(key, sources) ?? '') ?? '';
    const state = isRecorded ? (line?.state ?? 'reviewed') : 'reviewed';
    return [{ namespace, key, source, target, state, ...formOfSource(key, sources) }];
  });
}
