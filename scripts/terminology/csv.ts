/**
 * The glossary's file format: CSV as in RFC 4180, one row a term, columns by name. Reads rows with their lines and
 * writes a termbase back; what the values mean is `termbase.ts`'s affair.
 */
import { parse } from 'csv-parse/sync';
import { SourceError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { Term } from './term.ts';

export const COLUMNS = [
  'concept',
  'language',
  'term',
  'plural',
  'gender',
  'status',
  'part_of_speech',
  'case',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

const REQUIRED: readonly Column[] = ['concept', 'language', 'term'];
/** A file with more unclosed quotes than this is not read to its end: each costs one more pass over the rest. */
const DAMAGE_LIMIT = 20;

export interface TermRow {
  readonly line: number;
  /** Trimmed, NFC; absent columns are empty. */
  readonly values: Readonly<Record<Column, string>>;
}

/** Rows of a file that can be read, and an error for each that cannot. */
export interface TermRows {
  readonly rows: readonly TermRow[];
  readonly errors: readonly SourceError[];
}

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
  /** True where a field holds a line break. */
  readonly isBroken: boolean;
}

/**
 * Reads a glossary file. A quote that is never closed damages its own row only: reading goes on in the next line.
 * Rows may leave out empty fields at their end.
 * @param file path for messages. @param text the file's content, with or without BOM, any line ends.
 * @param delimiter what stands between fields.
 */
export function readTermRows(file: string, text: string, delimiter = ','): TermRows {
  const errors: SourceError[] = [];
  const fail = (line: number, message: string, remedy: string): void => {
    errors.push(new SourceError(message, { place: { file, line }, remedy }));
  };
  let columns: readonly (Column | undefined)[] | undefined;
  const rows: TermRow[] = [];
  for (const { line, fields, isBroken } of records(text, fail, delimiter)) {
    if (fields.length === 1 && fields[0]?.trim() === '') continue;
    if (columns === undefined) {
      columns = readHeader(fields, line, fail);
      if (columns === undefined) return { rows, errors };
      continue;
    }
    if (fields.length > columns.length) {
      const counts = `${fields.length} fields, but the header has ${columns.length}`;
      fail(line, `The row has ${counts}.`, 'Put a field that holds a comma in double quotes.');
      continue;
    }
    const values = emptyValues();
    columns.forEach((column, index) => {
      const field = fields[index] ?? '';
      if (column !== undefined && field !== '') values[column] = field.trim().normalize('NFC');
    });
    const broken = isBroken ? COLUMNS.find((one) => one !== 'note' && /[\r\n]/u.test(values[one])) : undefined;
    if (broken === undefined) rows.push({ line, values });
    else fail(line, `The column "${broken}" holds a line break.`, 'Only "note" may run over several lines.');
  }
  if (columns === undefined) fail(1, 'The file has no header row.', `Begin it with: ${COLUMNS.join(',')}`);
  return { rows, errors };
}

type Fail = (line: number, message: string, remedy: string) => void;

function readHeader(fields: readonly string[], line: number, fail: Fail): (Column | undefined)[] | undefined {
  const names = fields.map((field) => field.trim().toLowerCase());
  const found = names.map((name) => COLUMNS.find((column) => column === name));
  const missing = REQUIRED.filter((column) => !found.includes(column));
  found.forEach((column, index) => {
    const name = names[index] ?? '';
    if (column === undefined) {
      const near = nearest(name, COLUMNS);
      const known = near === undefined ? `Known are: ${COLUMNS.join(', ')}.` : `Did you mean "${near}"?`;
      if (missing.length === 0 || near !== undefined) fail(line, `Unknown column "${name}".`, known);
    } else if (found.indexOf(column) !== index) {
      fail(line, `The column "${column}" is given twice.`, 'Keep one of them.');
    }
  });
  if (missing.length === 0) return found.map((column, index) => (found.indexOf(column) === index ? column : undefined));
  const list = missing.map((column) => `"${column}"`).join(', ');
  fail(line, `The header lacks the column ${list}.`, `Columns are separated by commas: ${COLUMNS.join(',')}`);
  return undefined;
}

function emptyValues(): Record<Column, string> {
  return {
    concept: '',
    language: '',
    term: '',
    plural: '',
    gender: '',
    status: '',
    part_of_speech: '',
    case: '',
    note: '',
  };
}

/** The records of a file with the lines in which they begin. */
function records(text: string, fail: Fail, delimiter: string): Row[] {
  const rows: Row[] = [];
  let rest = text;
  let line = 1;
  for (let damage = 0; rest !== ''; damage++) {
    let unclosed = false;
    const parsed = parse(rest, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
      on_skip: () => {
        unclosed = true;
        return undefined;
      },
    });
    // As many records as lines: none of them holds a line break.
    const isSimple = !unclosed && parsed.length === lineBreaks(rest.replace(/(?:\r\n|\n|\r)$/u, '')) + 1;
    let consumed = 0;
    let swallowed = false;
    for (const fields of parsed) {
      const breaks = isSimple ? 0 : fields.reduce((sum, field) => sum + lineBreaks(field), 0);
      // An unclosed quote eats rows up to the next quote; the field then holds line ends followed by a row's commas.
      if (breaks > 0 && fields.some((field) => /[\r\n][^\r\n,]*,[^\r\n,]*,/u.test(field) && /"/u.test(field))) {
        swallowed = true;
        break;
      }
      rows.push({ line: line + consumed, fields, isBroken: breaks > 0 });
      consumed += breaks + 1;
    }
    if (!unclosed && !swallowed) return rows;
    fail(line + consumed, 'A quoted field is not closed.', 'Close it with ", or write a quote inside it as "".');
    if (damage === DAMAGE_LIMIT) {
      fail(line + consumed, 'Too many unclosed quotes: the rest of the file was not read.', '');
      return rows;
    }
    rest = afterLines(rest, consumed + 1);
    line += consumed + 1;
  }
  return rows;
}

function lineBreaks(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return text.split(/\r\n|\n|\r/u).length - 1;
}

function afterLines(text: string, count: number): string {
  let at = 0;
  const end = /\r\n|\n|\r/gu;
  for (let i = 0; i < count; i++) {
    if (end.exec(text) === null) return '';
    at = end.lastIndex;
  }
  return text.slice(at);
}

/** A termbase row as it is read by `readTermRows`: the identity, but for quoting and order of columns. */
export function printTermRows(terms: readonly { readonly concept: string; readonly term: Term }[]): string {
  const lines = terms.map(({ concept, term }) =>
    [
      concept,
      term.language,
      term.term,
      term.plural ?? '',
      term.gender ?? '',
      term.status,
      term.partOfSpeech ?? '',
      term.caseSensitive ? 'sensitive' : '',
      term.note ?? '',
    ]
      .map(quote)
      .join(','),
  );
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

/** Rows that change in a file, by the line that they begin in, and rows that are new. */
export interface RowChanges {
  readonly replaced: ReadonlyMap<number, TermRow['values']>;
  /** Behind the row of a line. */
  readonly added: ReadonlyMap<number, readonly TermRow['values'][]>;
}

/**
 * A glossary file with some rows changed: all others keep their bytes. A column that is missing and needed makes the file anew.
 * @param text of a file without errors.
 */
export function patchTermRows(text: string, { replaced, added }: RowChanges): string {
  const [header, ...rows] = records(text, () => undefined, ',').filter(({ fields }) =>
    fields.some((one) => one.trim() !== ''),
  );
  const named = (header?.fields ?? []).map((field) => COLUMNS.find((column) => column === field.trim().toLowerCase()));
  const changed = [...replaced.values(), ...[...added.values()].flat()];
  const missing = COLUMNS.filter(
    (column) => !named.includes(column) && changed.some((values) => values[column] !== ''),
  );
  const columns = [...named, ...missing];
  const end = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  const printed = (values: TermRow['values']): string =>
    columns.map((column) => (column === undefined ? '' : quote(values[column]))).join(',');
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/u);
  const starts = [header, ...rows].map((row) => row?.line ?? 1);
  return starts
    .map((line, index) => {
      const raw = lines.slice(line - 1, (starts[index + 1] ?? lines.length + 1) - 1).join('');
      const own = replaced.get(line);
      const more = missing.map((column) => (index === 0 ? `,${column}` : ',')).join('');
      // Before the end of the row, and empty lines behind it.
      const kept = more === '' ? raw : raw.replace(/[\r\n]*$/u, (ends) => more + ends);
      const row = own === undefined ? kept : printed(own) + (/[\r\n]+$/u.exec(raw)?.[0] ?? end);
      const news = (added.get(line) ?? []).map((values) => `${printed(values)}${end}`).join('');
      return news === '' || /[\r\n]$/u.test(row) ? row + news : row + end + news;
    })
    .join('');
}

function quote(field: string): string {
  return /[",\r\n]|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
