/** The termbase as one CSV for spreadsheets, and what people changed in it, in the glossary's files. */
import type { FileChange, FileWriter } from '../../locales/journal.ts';
import type { Project } from '../../pipeline/see/project.ts';
import { decode, listFiles, readBytes } from '../../pipeline/see/source/sources.ts';
import { GlossaError, SourceError } from '../../project/errors.ts';
import { GLOSSARY_FOLDER } from '../../project/paths.ts';
import { COLUMNS, patchTermRows, readTermRows, type TermRow } from '../../terminology/csv.ts';

/** Spreadsheets take a field that begins so for a formula. */
const FORMULA = /^[=+\-@\t]/;
/** What is put before such a field, as spreadsheets themselves do, and goes again on the way back. */
const GUARD = "'";
const GUARDED = /^'(?=[=+\-@\t])/;

type Values = TermRow['values'];

/** @throws GlossaError when a row of the termbase is bad. */
export async function exportSheet(project: Project): Promise<{ readonly text: string; readonly count: number }> {
  const { errors } = await project.termbase();
  const [error] = errors;
  if (error instanceof GlossaError) throw error;
  const rows = glossaryOf(project).places.map(({ values }) =>
    mapped(values, (field) => (FORMULA.test(field) ? GUARD + field : field)),
  );
  const text = patchTermRows(`${COLUMNS.join(',')}\r\n`, { replaced: new Map(), added: new Map([[1, rows]]) });
  // The mark makes spreadsheets read it as the UTF-8 that it is.
  return { text: `\uFEFF${text}`, count: rows.length };
}

export interface ImportedSheet {
  readonly changed: number;
  readonly added: number;
  /** Rows of the glossary that the sheet does not have: they stay. */
  readonly missing: number;
  readonly files: readonly string[];
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly values: Values;
}

/**
 * Takes rows that were changed or are new into the glossary's files; no row is removed.
 * @param name of the sheet, for errors and for a first glossary file.
 * @throws SourceError when the sheet, or the glossary that it would make, has an error: nothing is written then.
 */
export async function importSheet(
  project: Project,
  name: string,
  bytes: Buffer,
  writer: FileWriter | undefined,
): Promise<ImportedSheet> {
  const sheet = sheetRows(bytes, name);
  const { texts, places } = glossaryOf(project);
  const { changes, changed, added, missing } = compared(
    sheet,
    places,
    [...texts.keys()][0] ?? `${GLOSSARY_FOLDER}/${name.replace(/\.csv$/i, '')}.csv`,
  );
  const files: FileChange[] = [...changes].map(([file, { replaced, added: news }]) => {
    const seen = texts.get(file);
    return {
      file,
      text: patchTermRows(seen ?? `${COLUMNS.join(',')}\n`, { replaced, added: news }),
      seen: seen ?? null,
    };
  });
  const after = new Map([...texts, ...files.map(({ file, text }) => [file, text ?? ''] as const)]);
  const { loadTermbase } = await import('../../terminology/termbase.ts');
  const { errors } = loadTermbase(
    [...after].map(([path, text]) => ({ path, text })),
    project.configuration,
  );
  const [error] = files.length === 0 ? [] : errors;
  if (error !== undefined) throw error;
  if (writer !== undefined && files.length > 0) await writer.write(files);
  return { changed, added, missing, files: files.map(({ file }) => file) };
}

/** The glossary's files by path, and their rows in order. */
function glossaryOf({ root }: Project): { texts: ReadonlyMap<string, string>; places: readonly Place[] } {
  const paths = listFiles(root, GLOSSARY_FOLDER, '.csv');
  const texts = new Map(paths.map((path) => [path, decode(readBytes(root, path) ?? Buffer.alloc(0), path)]));
  const places = [...texts].flatMap(([file, text]) =>
    readTermRows(file, text).rows.map(({ line, values }): Place => ({ file, line, values })),
  );
  return { texts, places };
}

/** Rows of a sheet as any spreadsheet saves it: commas, semicolons or tabs; UTF-8 or what Excel calls Unicode. */
function sheetRows(bytes: Buffer, name: string): readonly Values[] {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? bytes.toString('utf16le') : decode(bytes, name);
  const [header = ''] = text.split(/\r\n|\n|\r/, 1);
  const count = (sign: string): number => header.split(sign).length;
  const delimiter = [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
  const { rows, errors } = readTermRows(name, text, delimiter);
  const [error] = errors;
  if (error !== undefined) throw error;
  if (rows.length === 0) throw new SourceError('has no rows.', { place: { file: name } });
  return rows.map(({ values }) => mapped(values, (field) => field.replace(GUARDED, '')));
}

interface Changes {
  readonly replaced: Map<number, Values>;
  readonly added: Map<number, readonly Values[]>;
}

/** A row is known by concept, language and term; the only other one of its concept and language is the same row with another term. */
function compared(sheet: readonly Values[], places: readonly Place[], first: string) {
  const byId = new Map(places.map((place) => [idOf(place.values), place]));
  const told = new Set(sheet.map(idOf));
  const group = ({ concept, language }: Values): string => JSON.stringify([concept, language]);
  const left = grouped(
    places.filter(({ values }) => !told.has(idOf(values))),
    ({ values }) => group(values),
  );
  const news = grouped(
    sheet.filter((values) => !byId.has(idOf(values))),
    group,
  );
  const changes = new Map<string, Changes>();
  const of = (file: string): Changes => {
    const own = changes.get(file) ?? { replaced: new Map(), added: new Map() };
    changes.set(file, own);
    return own;
  };
  let [changed, added, renamed] = [0, 0, 0];
  for (const values of sheet) {
    const [one, ...others] = left.get(group(values)) ?? [];
    const known = byId.get(idOf(values));
    const isRenamed = known === undefined && others.length === 0 && news.get(group(values))?.length === 1;
    const place = known ?? (isRenamed ? one : undefined);
    if (place !== undefined) {
      if (COLUMNS.every((column) => place.values[column] === values[column])) continue;
      of(place.file).replaced.set(place.line, values);
      changed += 1;
      renamed += known === undefined ? 1 : 0;
      continue;
    }
    const own = places.findLast((other) => other.values.concept === values.concept);
    const file = own?.file ?? first;
    const after = own?.line ?? places.findLast((other) => other.file === file)?.line ?? 1;
    const target = of(file).added;
    target.set(after, [...(target.get(after) ?? []), values]);
    added += 1;
  }
  const missing = [...left.values()].reduce((sum, { length }) => sum + length, 0) - renamed;
  return { changes, changed, added, missing };
}

function idOf({ concept, language, term }: Values): string {
  return JSON.stringify([concept, language.toLowerCase(), term]);
}

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

function mapped(values: Values, change: (field: string) => string): Values {
  const { concept, language, term, plural, gender, status, part_of_speech: speech, case: own, note } = values;
  return {
    concept: change(concept),
    language: change(language),
    term: change(term),
    plural: change(plural),
    gender: change(gender),
    status: change(status),
    part_of_speech: change(speech),
    case: change(own),
    note: change(note),
  };
}

export function sheetLines({ changed, added, missing, files }: ImportedSheet, isDry: boolean): string[] {
  const verb = isDry ? 'would be ' : '';
  const where = files.length === 0 ? '' : ` in ${files.join(', ')}`;
  const lines = [`${changed} ${changed === 1 ? 'term' : 'terms'} ${verb}changed, ${added} ${verb}added${where}.`];
  if (missing > 0)
    lines.push(
      `${missing} ${missing === 1 ? 'row that is not in the file stays' : 'rows that are not in the file stay'} in the glossary.`,
    );
  return lines;
}
