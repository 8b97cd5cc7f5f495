/**
 * The review record: what the pipeline knows of each unit of a bundle.
 *
 * A JSON array, one line a unit in the source's order, an empty line between two units so that git merges changes of
 * neighbours, a constant last line so that adding the last unit touches no other. The first line is only a shortcut.
 */
import { z } from 'zod/mini';
import type { Finding } from '../checks/check.ts';
import type { State } from '../units/unit.ts';

export interface RecordLine {
  readonly key: string;
  /** Hash of the source that the target belongs to; for a unit without a target, of the source seen last. */
  readonly source: string;
  readonly state: State;
  /** Engine name, `memory`, `person` or `source`; absent with state `initial`. */
  readonly origin?: string | undefined;
  /** Hash of the target as bundle and rendered article both held it at the end of the last run. */
  readonly target?: string | undefined;
  /** Hash of the termbase entries that applied; absent when none did. */
  readonly terms?: string | undefined;
  readonly findings?: readonly Finding[] | undefined;
  /** Where stale: the source text that the target belongs to. */
  readonly previous?: string | undefined;
  /** Where stale and protected: a translation of the new source, waiting for a person. */
  readonly suggestion?: string | undefined;
  /** Hash of the source that the suggestion translates. */
  readonly suggested?: string | undefined;
  /** Findings that a person has dismissed, with the reason. */
  readonly waived?: readonly Waiver[] | undefined;
  /** What a reviewer left for whoever comes next; it goes with an approval. */
  readonly note?: string | undefined;
}

/** A person's word that a finding is right as it is. */
export interface Waiver {
  readonly rule: string;
  readonly reason: string;
  /** Of the source and the target that it was said of: it goes when either changes. */
  readonly on: string;
}

/** Fingerprints of everything that made the files, and what they add up to. */
export interface RecordHeader {
  readonly glossa: 1;
  /** The language of the source file. */
  readonly from: string;
  readonly source: string;
  readonly snapshot: string;
  readonly bundle: string;
  /** Absent for namespaces that render no article. */
  readonly rendered?: string | undefined;
  /** Hash of the source's outline, which the rendered article was made to. */
  readonly outline?: string | undefined;
  readonly terms: string;
  readonly settings: string;
  /** Hash of all other lines; empty while work is left, so that the next run parses. */
  readonly body: string;
  readonly units: number;
  readonly human: number;
  readonly stale: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface ReviewRecord {
  readonly header: RecordHeader | undefined;
  /** Every line found, in the file's order; after a merge one key may stand in several. */
  readonly lines: readonly RecordLine[];
  /** True where a line could not be read: conflict markers, a half line. */
  readonly damaged: boolean;
}

const optionalText = z.optional(z.string());

const lineSchema = z.object({
  key: z.string(),
  source: z.string(),
  state: z.enum(['initial', 'translated', 'reviewed', 'final']),
  origin: optionalText,
  target: optionalText,
  terms: optionalText,
  findings: z.optional(z.array(z.unknown())),
  previous: optionalText,
  suggestion: optionalText,
  suggested: optionalText,
  waived: z.optional(z.array(z.object({ rule: z.string(), reason: z.string(), on: z.string() }))),
  note: optionalText,
});

const count = z.number().check(z.int(), z.minimum(0));

const headerSchema = z.object({
  glossa: z.literal(1),
  from: z.string(),
  source: z.string(),
  snapshot: z.string(),
  bundle: z.string(),
  rendered: optionalText,
  outline: optionalText,
  terms: z.string(),
  settings: z.string(),
  body: z.string(),
  units: count,
  human: count,
  stale: count,
  errors: count,
  warnings: count,
});

const LAST_LINE = '{}';

const parameterSchema = z.record(z.string(), z.json());

const findingSchema = z.object({
  rule: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  severity: z.enum(['error', 'warning']),
  parameters: z.optional(parameterSchema),
  span: z.optional(z.tuple([count, count])),
});

/** A finding as it stands in a line. The first format had one string: `error terms: message`. */
function readFinding(item: unknown): Finding {
  const { success, data } = findingSchema.safeParse(item);
  if (success) return data;
  const said = typeof item === 'string' ? item : JSON.stringify(item);
  const [, severity, rule, message] = /^(error|warning) ([a-z0-9-]+): (.*)$/s.exec(said) ?? [];
  if (rule === undefined || message === undefined) return { rule: 'record', severity: 'warning', parameters: { said } };
  return { rule, severity: severity === 'error' ? 'error' : 'warning', parameters: { said: message } };
}

/**
 * Reads a record line by line, so that a bad merge costs only the lines it broke. A record that a formatter has
 * spread over more lines is read as the JSON it is.
 */
export function parseRecord(text: string): ReviewRecord {
  const whole = parseJson(text);
  const items = Array.isArray(whole) ? whole.map((item: unknown) => ({ item, broken: false })) : splitLines(text);
  const headers: RecordHeader[] = [];
  const lines: RecordLine[] = [];
  let damaged = false;
  for (const { item, broken } of items) {
    const line = lineSchema.safeParse(item);
    if (line.success) {
      lines.push(fromSchema(line.data));
      continue;
    }
    const header = headerSchema.safeParse(item);
    if (header.success) headers.push(header.data);
    else if (broken || !isLastLine(item)) damaged = true;
  }
  return { header: headers.length === 1 && !damaged ? headers[0] : undefined, lines, damaged };
}

function isLastLine(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.keys(item).length === 0;
}

function splitLines(text: string): { item: unknown; broken: boolean }[] {
  const items: { item: unknown; broken: boolean }[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/^\[/, '').replace(/[,\]]+$/, '');
    if (line === '') continue;
    const item = parseJson(line);
    items.push({ item, broken: item === undefined });
  }
  return items;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromSchema({ findings, ...rest }: z.infer<typeof lineSchema>): RecordLine {
  return { ...rest, findings: findings?.map(readFinding) };
}

/** The lines of a record without its first line: what the header's `body` is the hash of. */
export function recordBody(lines: readonly RecordLine[]): string {
  return lines.map((line) => `${lineText(line)},\n\n`).join('');
}

/** The text of a record. Without a header the next run parses, which is always right. */
export function printRecord(header: RecordHeader | undefined, body: string): string {
  return `[${header === undefined ? '' : JSON.stringify(header)}${header === undefined ? '' : ',\n\n'}${body}${LAST_LINE}]\n`;
}

/** The first line alone, where the record is laid out as we write it; else undefined. */
export function parseHeader(text: string): RecordHeader | undefined {
  if (!text.startsWith('[{"glossa"')) return undefined;
  const header = headerSchema.safeParse(parseJson(text.slice(1, text.indexOf('\n')).replace(/,$/, '')));
  return header.success ? header.data : undefined;
}

/** The body as it stands in a record's text, to be compared with the header's hash without parsing. */
export function bodyOf(text: string): string {
  const start = text.indexOf('\n\n');
  return start < 0 || !text.startsWith('[{"glossa"') ? '' : text.slice(start + 2, -LAST_LINE.length - 2);
}

function lineText(line: RecordLine): string {
  const { key, source, state, origin, target, terms, findings, previous, suggestion, suggested, waived, note } = line;
  return JSON.stringify({
    key,
    state,
    origin,
    source,
    target,
    terms,
    findings: findings === undefined || findings.length === 0 ? undefined : findings,
    previous,
    suggestion,
    suggested,
    waived: waived === undefined || waived.length === 0 ? undefined : waived,
    note,
  });
}
