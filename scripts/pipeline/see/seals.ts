/** The shortcut of a run with nothing to do: do the seals of a source file's records fit all the files they speak of? */
import { fileHash } from '../../locales/file-hash.ts';
import { parseHeader } from '../../locales/record.ts';
import { fingerprint, splitSeal, type Seal } from '../../locales/seal.ts';
import { GlossaError } from '../../project/errors.ts';
import type { Project } from './project.ts';
import { targetsOf } from './source/targets.ts';
import { glanceAt } from './source/glance.ts';
import type { SourceFile } from './source/sources.ts';

/** What stands in the line of a unit that could not be made. */
const UNMADE = '"asked":"';

/** What the seal of one record is the fingerprint of: hashes of files, and of the record's own text without its seal. */
export interface SealedParts {
  readonly source: string;
  /** The source bundle. */
  readonly snapshot: string;
  readonly bundle: string;
  /** Empty where no article is rendered. */
  readonly article: string;
  readonly body: string;
  /** Whether units wait in it that could not be made. */
  readonly isUnmade: boolean;
}

/**
 * What the shares of a record must add up to. Units that could not be made wait for another engine or other options, so
 * that with them the engines count too.
 */
export function sealOfAll(project: Project, language: string, parts: SealedParts): string {
  const { source, snapshot, bundle, article, body, isUnmade } = parts;
  const engines = isUnmade ? project.enginesPrint(language) : '';
  const { termsPrint, settingsPrint } = project;
  return fingerprint([source, snapshot, bundle, article, body, termsPrint, settingsPrint, engines]);
}

/**
 * The texts of a source file's records by language, when every file that belongs to it is byte for byte what was there at
 * the end of the last run and nothing was left to do; else undefined, which means "parse".
 */
export function sealedRecords(project: Project, file: SourceFile): ReadonlyMap<string, string> | undefined {
  try {
    return recordsOf(project, file);
  } catch (error) {
    // What cannot be read is no shortcut: who parses names the file, and goes on with the others.
    if (!(error instanceof GlossaError)) throw error;
    return undefined;
  }
}

function recordsOf(project: Project, file: SourceFile): ReadonlyMap<string, string> | undefined {
  const { root, configuration } = project;
  const all = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const records = new Map<string, string>();
  let from: string | undefined;
  let snapshot = '';
  let source = '';
  for (const language of all) {
    const bytes = glanceAt(root, file.record(language));
    if (bytes === undefined) continue;
    const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
    const isUnmade = text.includes(UNMADE);
    const { seal, body } = splitSeal(bytes, text);
    const own = fileHash(body); // before other files are read where it is
    const header = parseHeader(text);
    if (header === undefined || (from !== undefined && header.from !== from)) return undefined;
    if (from === undefined) {
      from = header.from;
      source = printOf(root, file.path);
      snapshot = printOf(root, file.snapshot(from));
    }
    const all = sealOfAll(project, language, {
      source,
      snapshot,
      bundle: printOf(root, file.bundle(language)),
      article: file.format.kind === 'article' ? printOf(root, file.article(language)) : '',
      body: own,
      isUnmade,
    });
    if (seal?.all !== all) return undefined;
    records.set(language, text);
  }
  const targets = from === undefined ? [] : targetsOf(configuration, from);
  return from !== undefined && targets.length === records.size && targets.every((language) => records.has(language))
    ? records
    : undefined;
}

/** The seal's word on an article: it is byte for byte what the last run wrote. @param hash of its file. */
export function articleSeal(hash: string): string {
  return fingerprint(['article', hash]);
}

/** The seal's word on the structure of an article, whose units have these keys. */
export function outlineSeal(outline: string, keys: readonly string[]): Seal['outline'] {
  return fingerprint(['outline', outline, ...keys]).slice(0, 8);
}

function printOf(root: string, file: string): string {
  const bytes = glanceAt(root, file);
  return bytes === undefined ? '' : fileHash(bytes);
}
