/** Takes a translator's file back: a merge with what the project says now, whatever the format. */
import type { ReturnedText } from '../../exchange/exchanged.ts';
import type { TextFormat } from '../../exchange/text-formats.ts';
import { type GlossaError, SourceError, UsageError } from '../../project/errors.ts';
import { canonicalLanguage, sameLanguage } from '../../project/languages.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import type { OpenedProject } from '../review/open-project.ts';
import { versionOf } from '../review/show-unit.ts';
import { carryOutAll } from '../review/together.ts';
import type { Order } from '../review/carry-out.ts';
import { readLanguage } from './collect-units.ts';
import { textHash } from './unit-texts.ts';
import { mergeUnit, type Merged } from './merge-unit.ts';

/** A unit of the file that is not as it went out. */
export interface ImportedUnit {
  readonly namespace: string;
  readonly key: string;
  /** Line of the exchange file, where it is known. */
  readonly line: number | undefined;
  readonly outcome: 'taken' | 'conflict' | 'refused' | 'left';
  /** `save`, `approve`, `reject`, `dismiss`. */
  readonly verb: string | undefined;
  /** What was done, or why nothing was. */
  readonly reason: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

export interface ImportReport {
  readonly file: string;
  readonly language: string;
  readonly units: readonly ImportedUnit[];
  readonly unchanged: number;
  /** Texts that the project has no unit for, and the first of them. */
  readonly unknown: number;
  readonly firstUnknown: string | undefined;
  readonly errors: readonly GlossaError[];
}

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Only this language; the file's own if left out. */
  readonly language: string | undefined;
  /** One line for the user. */
  readonly note: (line: string) => void;
}

/**
 * @param open the file's bytes from the start; called twice.
 * @throws SourceError where the file cannot be read; UsageError where its language is none of the project's.
 */
export async function importTexts(
  opened: OpenedProject,
  format: TextFormat,
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const language = languageOf(opened, await format.languageOf(open(), name), name, options.language);
  const known = await unitsIn(opened, language);
  return mergeTexts(opened, language, known, name, (take) => format.read(open(), name, take), options);
}

/**
 * @param read gives the texts of one language one by one.
 */
export async function mergeTexts(
  opened: OpenedProject,
  language: string,
  known: KnownUnits,
  name: string,
  read: (take: (text: ReturnedText) => void) => Promise<void>,
  { dryRun, note }: Pick<ImportOptions, 'dryRun' | 'note'>,
): Promise<ImportReport> {
  const found = await textsOf(known, read);
  const merged = found.units.map((one) => ({ ...one, merged: mergedOf(one) }));
  const orders: Order[] = merged.flatMap(({ namespace, key, unit, merged: { kind, ...own } }) =>
    kind === 'taken' && 'event' in own ? [{ namespace, key, version: versionOf(unit), change: own.event }] : [],
  );
  const failed = new Map<string, string>();
  if (!dryRun && orders.length > 0) {
    const { outcomes } = await carryOutAll(opened, [[language, orders]], 'import', 'shell', note);
    for (const { refused, clashes } of outcomes) {
      for (const { namespace, key, reason } of refused) failed.set(idOf(namespace, key), reason);
      for (const { namespace, key } of clashes) failed.set(idOf(namespace, key), 'was changed meanwhile');
    }
  }
  return {
    file: name,
    language,
    units: merged.flatMap((one) => shownUnit(one, failed.get(idOf(one.namespace, one.key)))),
    unchanged: merged.filter(({ merged: { kind } }) => kind === 'unchanged').length,
    unknown: found.unknown,
    firstUnknown: found.firstUnknown,
    errors: known.errors,
  };
}

const idOf = (namespace: string, key: string): string => JSON.stringify([namespace, key]);

function languageOf(
  { project }: OpenedProject,
  told: string | undefined,
  file: string,
  asked: string | undefined,
): string {
  const { sourceLanguage, targetLanguages } = project.configuration;
  if (told === undefined && asked === undefined)
    throw new SourceError('does not say which language it translates into.', {
      place: { file },
      remedy: 'Name it with --to.',
    });
  const tag = asked ?? told ?? '';
  const language = [...targetLanguages, sourceLanguage].find((one) => sameLanguage(one, canonicalLanguage(tag) ?? tag));
  if (language === undefined)
    throw new UsageError(`${file} translates into ${tag}, which is no language of this project.`, {
      remedy: `Its languages: ${targetLanguages.join(', ')}.`,
    });
  if (asked !== undefined && told !== undefined && !sameLanguage(asked, canonicalLanguage(told) ?? told))
    throw new UsageError(`${file} translates into ${told}, and not into ${asked}.`);
  return language;
}

export interface KnownUnits {
  /** Of a source file, by its path and by its namespace. */
  readonly files: ReadonlyMap<string, { readonly namespace: string; readonly units: ReadonlyMap<string, UnitState> }>;
  readonly errors: readonly GlossaError[];
}

/** The project's units in a language, by file. */
export async function unitsIn(opened: OpenedProject, language: string): Promise<KnownUnits> {
  const files = new Map<string, { namespace: string; units: Map<string, UnitState> }>();
  const errors: GlossaError[] = [];
  for (const file of opened.files) {
    const { state, errors: own } = await readLanguage(opened, file, language);
    errors.push(...own);
    if (state === undefined) continue;
    const entry = { namespace: file.namespace, units: new Map(state.map((unit) => [unit.expected.key, unit])) };
    files.set(file.path, entry);
    files.set(file.namespace, entry);
  }
  return { files, errors };
}

interface FoundUnit {
  readonly namespace: string;
  readonly key: string;
  readonly unit: UnitState;
  readonly texts: Map<number, ReturnedText>;
  isTwice: boolean;
}

async function textsOf({ files }: KnownUnits, read: (take: (text: ReturnedText) => void) => Promise<void>) {
  const units = new Map<string, FoundUnit>();
  let unknown = 0;
  let firstUnknown: string | undefined;
  await read((text) => {
    const file = files.get(text.file);
    const unit = file?.units.get(text.key);
    if (file === undefined || unit === undefined) {
      unknown += 1;
      firstUnknown ??= `${text.file} ${text.key}`.trim() || (typeof text.source === 'string' ? text.source : '');
      return;
    }
    const id = idOf(file.namespace, text.key);
    const found = units.get(id) ?? { namespace: file.namespace, key: text.key, unit, texts: new Map(), isTwice: false };
    units.set(id, found);
    const other = found.texts.get(text.part);
    if (other === undefined) found.texts.set(text.part, text);
    else if (contentHash(other) !== contentHash(text)) found.isTwice = true;
  });
  return { units: [...units.values()], unknown, firstUnknown };
}

function contentHash({ target }: ReturnedText): string | undefined {
  return typeof target === 'string' ? target : textHash(target);
}

function mergedOf({ unit, texts, isTwice }: FoundUnit): Merged {
  if (isTwice) return { kind: 'refused', reason: 'it is in the file twice, with different texts', theirs: undefined };
  return mergeUnit(unit, texts);
}

function shownUnit(
  { namespace, key, unit, texts, merged }: FoundUnit & { readonly merged: Merged },
  failure: string | undefined,
): ImportedUnit[] {
  if (merged.kind === 'unchanged') return [];
  const { line } = texts.get(0) ?? [...texts.values()][0] ?? { line: undefined };
  const verb = merged.kind === 'taken' ? merged.event.verb : undefined;
  return [
    {
      namespace,
      key,
      line,
      outcome: failure === undefined ? merged.kind : 'refused',
      verb,
      reason: failure ?? ('reason' in merged ? merged.reason : undefined),
      ours: unit.value,
      theirs: 'theirs' in merged ? merged.theirs : undefined,
    },
  ];
}
