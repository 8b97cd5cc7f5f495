/** The shortcut of a run with nothing to do: are all files of a source what the records were made from? */
import { bodyOf, parseHeader, type RecordHeader } from '../../locales/record.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { GlossaError } from '../../project/errors.ts';
import type { Project } from './project.ts';
import { targetsOf } from './targets.ts';
import { readBytes, type SourceFile } from './sources.ts';

/**
 * The headers of a source file's records by language, when every file that belongs to it is byte for byte what was there
 * at the end of the last run and nothing was left to do; else undefined, which means "parse".
 */
export function unchangedHeaders(project: Project, file: SourceFile): ReadonlyMap<string, RecordHeader> | undefined {
  try {
    return headersOf(project, file);
  } catch (error) {
    // What cannot be read is no shortcut: who parses names the file, and goes on with the others.
    if (!(error instanceof GlossaError)) throw error;
    return undefined;
  }
}

function headersOf(project: Project, file: SourceFile): ReadonlyMap<string, RecordHeader> | undefined {
  const { root, configuration } = project;
  const all = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const headers = new Map<string, RecordHeader>();
  let snapshot: string | undefined;
  let source: string | undefined;
  for (const language of all) {
    const text = readBytes(root, file.record(language))?.toString('utf8').replaceAll('\r\n', '\n');
    if (text === undefined) continue;
    const header = parseHeader(text);
    if (header === undefined || header.body !== fileHash(bodyOf(text))) return undefined;
    if (header.terms !== project.termsPrint || header.settings !== project.settingsPrint) return undefined;
    source ??= printOf(root, file.path);
    snapshot ??= printOf(root, file.snapshot(header.from));
    if (header.source !== source || header.snapshot !== snapshot) return undefined;
    if (header.bundle !== printOf(root, file.bundle(language))) return undefined;
    const rendered = file.article(language);
    if (header.rendered !== (file.format.kind === 'article' ? printOf(root, rendered) : undefined)) return undefined;
    headers.set(language, header);
  }
  const [first] = headers.values();
  const targets = first === undefined ? [] : targetsOf(configuration, first.from);
  return first !== undefined && targets.length === headers.size && targets.every((language) => headers.has(language))
    ? headers
    : undefined;
}

function printOf(root: string, file: string): string {
  const bytes = readBytes(root, file);
  return bytes === undefined ? '' : fileHash(bytes);
}
