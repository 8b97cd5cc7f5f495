/** The shortcut of a run with nothing to do: do the seals of a source file's records fit all the files they speak of? */
import { fileHash } from '../../locales/file-hash.ts';
import { parseHeader, type RecordHeader } from '../../locales/record.ts';
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
  readonly header: RecordHeader;
  readonly source: string;
  /** The source bundle. */
  readonly snapshot: string;
  readonly bundle: string;
  /** Empty where no article is rendered. */
  readonly article: string;
  /** See `bodyPrint`. */
  readonly body: string;
  /** Whether units wait in it that could not be made. */
  readonly isUnmade: boolean;
}

/** What the shares of a record must add up to, but for what they say of the article alone. */
export function sealOfAll(
  project: Project,
  language: string,
  { header, source, snapshot, bundle, article, body, isUnmade }: SealedParts,
): Pick<Seal, 'files' | 'judged'> {
  const { from, warned = false, checks = '' } = header;
  const { termsPrint, readingPrint } = project;
  // Units that could not be made wait for another engine or other options, so that with them the engines count too.
  const engines = isUnmade ? project.enginesPrint(language) : '';
  return {
    files: fingerprint('files', [source, snapshot, bundle, article, body, from, String(warned), readingPrint]),
    judged: fingerprint('judged', [termsPrint, checks, engines]),
  };
}

/** Fingerprint of a record's text without its shares and its first line, which says who judged it. */
export function bodyPrint(text: Buffer | string): string {
  return fileHash(typeof text === 'string' ? text.slice(text.indexOf('\n')) : text.subarray(text.indexOf(10)));
}

/** A source file with which all is as the last run left it. */
export interface SealedFile {
  /** Its language. */
  readonly from: string;
  /** The texts of its records by language. */
  readonly records: ReadonlyMap<string, string>;
  /** Whether today's checks and terms judged its targets. */
  readonly isJudged: boolean;
}

/**
 * Looks whether every file that belongs to a source file is byte for byte what was there at the end of the last run, and
 * nothing was left to do. @returns undefined where not, which means "parse"
 */
export function sealedFile(project: Project, file: SourceFile): SealedFile | undefined {
  try {
    return glanceAtAll(project, file);
  } catch (error) {
    // What cannot be read is no shortcut: who parses names the file, and goes on with the others.
    if (!(error instanceof GlossaError)) throw error;
    return undefined;
  }
}

function glanceAtAll(project: Project, file: SourceFile): SealedFile | undefined {
  const { root, configuration, checksPrint } = project;
  const all = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const records = new Map<string, string>();
  let isJudged = true;
  let from: string | undefined;
  let snapshot = '';
  let source = '';
  for (const language of all) {
    const bytes = glanceAt(root, file.record(language));
    if (bytes === undefined) continue;
    const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
    const isUnmade = text.includes(UNMADE);
    const { seal, body } = splitSeal(bytes, text);
    const own = bodyPrint(body); // before other files are read where it is
    const header = parseHeader(text);
    if (header === undefined || (from !== undefined && header.from !== from)) return undefined;
    if (from === undefined) {
      from = header.from;
      source = printOf(root, file.path);
      snapshot = printOf(root, file.snapshot(from));
    }
    const now = sealOfAll(project, language, {
      header: header.checks === checksPrint ? header : { ...header, checks: checksPrint },
      source,
      snapshot,
      bundle: printOf(root, file.bundle(language)),
      article: file.format.kind === 'article' ? printOf(root, file.article(language)) : '',
      body: own,
      isUnmade,
    });
    if (seal?.files !== now.files) return undefined;
    if (seal.judged !== now.judged || header.checks !== checksPrint) isJudged = false;
    records.set(language, text);
  }
  const targets = from === undefined ? [] : targetsOf(configuration, from);
  return from !== undefined && targets.length === records.size && targets.every((language) => records.has(language))
    ? { from, records, isJudged }
    : undefined;
}

/** The seal's word on an article: it is byte for byte what the last run wrote. @param hash of its file. */
export function articleSeal(hash: string): Seal['article'] {
  return fingerprint('article', ['article', hash]);
}

/** The seal's word on the structure of an article, whose units have these keys. */
export function outlineSeal(outline: string, keys: readonly string[]): Seal['outline'] {
  return fingerprint('outline', ['outline', outline, ...keys]);
}

function printOf(root: string, file: string): string {
  const bytes = glanceAt(root, file);
  return bytes === undefined ? '' : fileHash(bytes);
}
