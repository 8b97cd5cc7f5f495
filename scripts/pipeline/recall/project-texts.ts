/** The project's own translations as memory entries: source bundles, target bundles and records, as they are in git. */
import { byWorth, isUnconfirmed, type Worth } from '../../memory/ladder.ts';
import { parseBundle, type Bundle } from '../../locales/bundle.ts';
import { parseRecord, type RecordLine } from '../../locales/record.ts';
import { GlossaError } from '../../project/errors.ts';
import { formerHash } from '../../project/hash.ts';
import { formOf } from '../../units/key-forms.ts';
import type { SyntaxName } from '../../units/unit.ts';
import { readKeptMemory } from '../see/kept-memory.ts';
import { needSyntaxes, valueHash } from '../see/values.ts';
import type { Project } from '../see/project.ts';
import { linesByKey } from '../see/target/record-lines.ts';
import { decode, readBytes, syntaxOf, type SourceFile } from '../see/source/sources.ts';

/** A translation that stands in the project, with hashes in place of texts that are not needed yet. */
export interface ProjectText {
  readonly namespace: string;
  readonly key: string;
  readonly syntax: SyntaxName;
  readonly target: string;
  /** The source text, of texts that are kept; of others it stands in the source bundle. */
  readonly source: string | undefined;
  /** The source bundle, relative to the root; empty for texts that are kept. */
  readonly snapshot: string;
  readonly line: RecordLine;
  /** The file's source language, where the record tells. */
  readonly from: string | undefined;
  /** Hashes of the sources of the units before and after it. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * All verified translations of a language, by the hash of their source; of each hash the best first: people's texts of
 * units that left the source are among them.
 * @param wanted hashes of the sources that are looked for, where they are known: files that have none of them, and no text of
 *   a person, are not parsed.
 */
export async function projectTexts(
  project: Project,
  files: readonly SourceFile[],
  language: string,
  wanted?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly ProjectText[]>> {
  const byHash = new Map<string, ProjectText[]>();
  const add = (text: ProjectText): void => {
    const same = byHash.get(text.line.source);
    if (same === undefined) byHash.set(text.line.source, [text]);
    else same.push(text);
  };
  for (const file of files) for (const text of textsOf(project, file, language, wanted)) add(text);
  for (const kept of readKeptMemory(project, language).texts) {
    const { namespace, key, source, target, state, of, origin = 'person' } = kept;
    if (of !== undefined) continue;
    const file = files.find((one) => one.namespace === namespace);
    const syntax = file === undefined ? 'plain' : syntaxOf(file, key);
    await needSyntaxes([syntax]);
    const line: RecordLine = { key, source: valueHash(syntax, source), state, origin };
    add({
      namespace,
      key,
      syntax,
      target,
      source,
      snapshot: '',
      line,
      from: undefined,
      before: undefined,
      after: undefined,
    });
  }
  for (const same of byHash.values()) same.sort((a, b) => byWorth(worthOf(a), worthOf(b)));
  return byHash;
}

/** Of a person, or approved by one: such a text is also a match for what is only alike. */
const PERSON = /"(?:person|reviewed|final)"/;

function textsOf(
  project: Project,
  file: SourceFile,
  language: string,
  wanted: ReadonlySet<string> | undefined,
): ProjectText[] {
  const record = withoutDamaged(() => readBytes(project.root, file.record(language))?.toString('utf8'));
  if (record === undefined) return [];
  if (wanted !== undefined && !PERSON.test(record) && ![...wanted].some((hash) => record.includes(formerHash(hash))))
    return [];
  const bundle = readBundle(project, file.bundle(language));
  if (bundle === undefined) return [];
  const parsed = parseRecord(record);
  const from = parsed.header?.from;
  const byKey = linesByKey(parsed.lines, () => undefined);
  const lines = [...byKey.values()];
  return lines.flatMap((line, index): ProjectText[] => {
    const target = bundle.entries.get(line.key)?.value;
    // Of a stale unit the target belongs to another source than the one that stands there now.
    if (typeof target !== 'string' || line.target === undefined) return [];
    if (line.stale === true || line.previous !== undefined) return [];
    if (line.origin === 'source' || isOtherForm(line, byKey)) return [];
    const syntax = syntaxOf(file, line.key);
    const before = lines[index - 1]?.source;
    const after = lines[index + 1]?.source;
    const { namespace } = file;
    const snapshot = file.snapshot(from ?? project.configuration.sourceLanguage);
    return [{ namespace, key: line.key, syntax, target, source: undefined, snapshot, line, from, before, after }];
  });
}

/** A plural form made from `_other`, and a form that a person added, say more than the text that they are a form of. */
function isOtherForm({ key, source }: RecordLine, lines: ReadonlyMap<string, RecordLine>): boolean {
  const of = formOf(key, lines);
  return of !== undefined && lines.get(of.of)?.source === source;
}

function readBundle({ root }: Project, file: string): Bundle | undefined {
  return withoutDamaged(() => {
    const bytes = readBytes(root, file);
    return bytes === undefined ? undefined : parseBundle(decode(bytes, file), file);
  });
}

/** A damaged file is reported where it is read for its own sake; the memory only goes without it. */
function withoutDamaged<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}

/** Machine text that nobody has confirmed. */
export function isMachine({ line }: ProjectText): boolean {
  return isUnconfirmed({ state: line.state, origin: line.origin });
}

function worthOf({ namespace, key, line }: ProjectText): Worth {
  return { namespace, key, state: line.state, origin: line.origin };
}
