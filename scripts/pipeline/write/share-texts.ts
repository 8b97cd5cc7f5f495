/** After a run: what people wrote or approved here, for the other projects of the team. Only what changed is sent. */
import { GlossaError } from '../../project/errors.ts';
import { shortHash } from '../../project/hash.ts';
import type { TeamAddress } from '../../team/address.ts';
import { openDatabase } from '../../team/database.ts';
import { checkVersion } from '../../team/migrate.ts';
import { refreshStatistics, sharedPrints, shareFile, unshare, type SharedText } from '../../team/texts/share.ts';
import { isMachine, projectTexts, type ProjectText } from '../recall/project-texts.ts';
import { wordsOf } from '../recall/shared-words.ts';
import type { Project } from '../see/project.ts';
import { projectName } from '../see/project-name.ts';
import { bundleTexts } from '../see/source/bundle-texts.ts';
import { decode, readBytes, type SourceFile } from '../see/source/sources.ts';
import { canonicalValue, needSyntaxes } from '../see/values.ts';

/** Texts after which the statistics of words are made anew. */
const MANY = 10_000;

/**
 * @param files the sources of the project.
 * @returns how many texts were sent, and how many files had them.
 * @throws ConfigurationError where the tables do not fit; TeamError.
 */
export async function shareTexts(
  project: Project,
  address: TeamAddress,
  files: readonly SourceFile[],
): Promise<{ readonly texts: number; readonly files: number }> {
  const database = openDatabase(address);
  try {
    await checkVersion(database);
    const name = await projectName(project);
    const prints = new Map(await sharedPrints(database, name));
    const done = { texts: 0, files: 0 };
    for (const language of [project.configuration.sourceLanguage, ...project.configuration.targetLanguages]) {
      const changed = files.flatMap((file) => {
        const record = readBytes(project.root, file.record(language));
        const place = `${language} ${file.namespace}`;
        const print = record === undefined ? undefined : shortHash(decode(record, file.record(language)));
        const known = prints.get(place);
        if (print !== undefined) prints.delete(place);
        return print === undefined || print === known ? [] : [{ file, print }];
      });
      if (changed.length === 0) continue;
      const texts = await ownTexts(
        project,
        changed.map(({ file }) => file),
        language,
      );
      for (const { file, print } of changed) {
        const own = texts.filter(({ namespace }) => namespace === file.namespace);
        await shareFile(database, name, { language, namespace: file.namespace, print }, own);
        done.texts += own.length;
        done.files += 1;
      }
    }
    if (prints.size > 0) await unshare(database, name, [...prints.keys()]);
    if (done.texts >= MANY) await refreshStatistics(database);
    return done;
  } finally {
    await database.close();
  }
}

/** What people wrote or approved, as it stands in its files. */
async function ownTexts(project: Project, files: readonly SourceFile[], language: string): Promise<SharedText[]> {
  const sources = new Map<string, ReadonlyMap<string, string>>();
  const texts = [...(await projectTexts(project, files, language)).values()].flat();
  const people = texts.filter((text) => text.source === undefined && !isMachine(text));
  await needSyntaxes(people.map(({ syntax }) => syntax));
  return people.flatMap((text) => {
    const source = sourcesOf(project, text, sources).get(text.key);
    return source === undefined ? [] : [sharedText(project, text, source)];
  });
}

function sharedText(project: Project, text: ProjectText, value: string): SharedText {
  const source = canonicalValue(text.syntax, value);
  const { namespace, key, syntax, target, line, from, before, after } = text;
  const sourceLanguage = from ?? project.configuration.sourceLanguage;
  return {
    namespace,
    key,
    sourceLanguage,
    source,
    words: wordsOf(source),
    target,
    syntax,
    state: line.state,
    before,
    after,
  };
}

function sourcesOf({ root }: Project, { snapshot }: ProjectText, known: Map<string, ReadonlyMap<string, string>>) {
  const found = known.get(snapshot) ?? readSources(root, snapshot);
  known.set(snapshot, found);
  return found;
}

/** A damaged bundle is reported where its file is read; it is not shared. */
function readSources(root: string, file: string): ReadonlyMap<string, string> {
  try {
    return bundleTexts(root, file);
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    return new Map();
  }
}
