/**
 * The review record: what the pipeline knows of each unit of a bundle. Its layout is in record-text.ts.
 */
import { z } from 'zod/mini';
import { SourceError } from '../project/errors.ts';
import { addShares, sealFrom, type Seal } from './seal.ts';
import type { Finding, Json } from '../checks/check.ts';
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
  /** Uses of terms that the target owes, and how many it has in an accepted form; absent when it owes none. */
  readonly uses?: readonly [required: number, found: number] | undefined;
  readonly findings?: readonly Finding[] | undefined;
  /** True where the source has changed since. */
  readonly stale?: boolean | undefined;
  /** Where stale: the source text that the target belongs to. */
  readonly previous?: string | undefined;
  /** Where stale and protected: a translation of the new source, waiting for a person. */
  readonly suggestion?: string | undefined;
  /** Hash of the source that the suggestion translates. */
  readonly suggested?: string | undefined;
  /** Of a unit that could not be made: fingerprint of what was asked, and of whom. Anything else may do better. */
  readonly asked?: string | undefined;
  /** A share of the record's seal. */
  readonly seal?: string | undefined;
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

/** What holds for all lines; constant for a file, so that branches agree on it. */
export interface RecordHeader {
  /** The language of the source file. */
  readonly from: string;
  /** Fingerprint of the checks that judged the lines. */
  readonly checks?: string | undefined;
  /** True where the source file has something that its author should know. */
  readonly warned?: boolean | undefined;
  /** True where an older version wrote the record: it is laid out anew at its next change. */
  readonly isOld?: boolean | undefined;
}

/** A share of the seal on a line of its own (see seal.ts). */
export interface LooseShare {
  /** The key of the unit line that it stands behind; undefined: before all. */
  readonly after: string | undefined;
  readonly seal: string;
}

export interface ReviewRecord {
  readonly header: RecordHeader | undefined;
  /** Every line found, in the file's order; after a merge one key may stand in several. */
  readonly lines: readonly RecordLine[];
  readonly loose: readonly LooseShare[];
  /** What all shares add up to. */
  readonly seal: Seal | undefined;
  /** True where a line could not be read: conflict markers, a half line. */
  readonly damaged: boolean;
  /** True where a newer version of Glossa wrote it: what is not understood must not be thrown away. */
  readonly newer: boolean;
}

/** The record of a file that has none. */
export const NO_RECORD: ReviewRecord = { header: undefined, lines: [], loose: [], seal: undefined, damaged: false, newer: false };

const optionalText = z.optional(z.string());

const share = z.string().check(z.regex(/^[\w-]{40}$/));

const lineShape = z.object({
  key: z.string(),
  source: z.string(),
  state: z.enum(['initial', 'translated', 'reviewed', 'final']),
  origin: optionalText,
  target: optionalText,
  terms: optionalText,
  uses: z.optional(z.tuple([z.number(), z.number()])),
  stale: z.optional(z.boolean()),
  findings: z.optional(z.array(z.unknown())),
  previous: optionalText,
  suggestion: optionalText,
  suggested: optionalText,
  waived: z.optional(z.array(z.object({ rule: z.string(), reason: z.string(), on: z.string() }))),
  note: optionalText,
  asked: optionalText,
  seal: z.optional(share),
});

/** A line or header of a version to come: another number or word for it, a state or a field that nobody here knows. */
const newerSchema = z.union([
  z.looseObject({ glossa: z.custom<Json>((version) => version !== undefined && version !== 1) }),
  z.looseObject({ key: z.string(), source: z.string(), state: z.string() }),
]);

const LINE_FIELDS: ReadonlySet<string> = new Set(Object.keys(lineShape.shape));

const looseSchema = z.strictObject({ seal: share });

const headerSchema = z.looseObject({
  glossa: z.literal(1),
  from: z.string(),
  checks: optionalText,
  warned: z.optional(z.boolean()),
});

const count = z.number().check(z.int(), z.minimum(0));

/** A line is JSON text, so that all in it is JSON. */
const parameterSchema = z.record(z.string(), z.custom<Json>());

const findingShape = z.object({
  rule: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  severity: z.enum(['error', 'warning']),
  parameters: z.optional(parameterSchema),
  span: z.optional(z.tuple([count, count])),
});

/** Compiled when the first line is read: a project has tens of lines for each of its files and languages. */
let compiled: { readonly line: typeof lineShape; readonly finding: typeof findingShape } | undefined;

function schemas() {
  compiled ??= { line: z.compile(lineShape), finding: z.compile(findingShape) };
  return compiled;
}

/** A finding as it stands in a line. The first format had one string: `error terms: message`. */
function readFinding(item: unknown): Finding {
  const { success, data } = schemas().finding.safeParse(item);
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
  const loose: LooseShare[] = [];
  let [damaged, newer] = [false, false];
  for (const { item, broken } of items) {
    if (typeof item === 'number') continue;
    const line = schemas().line.safeParse(item);
    if (line.success) {
      newer ||= typeof item === 'object' && item !== null && Object.keys(item).some((name) => !LINE_FIELDS.has(name));
      lines.push(fromSchema(line.data));
      continue;
    }
    const header = headerSchema.safeParse(item);
    const share = looseSchema.safeParse(item);
    if (newerSchema.safeParse(item).success) newer = true;
    if (header.success) headers.push(headerOf(header.data));
    else if (share.success) loose.push({ after: lines.at(-1)?.key, seal: share.data.seal });
    else if (broken || !isLastLine(item)) damaged = true;
  }
  const [header, second] = headers;
  const sum = [...lines, ...loose].reduce<string | undefined>((all, { seal }) => addShares(all, seal), undefined);
  return {
    header: second === undefined && !damaged ? header : undefined,
    lines,
    loose,
    seal: sum === undefined ? undefined : sealFrom(sum),
    damaged,
    newer,
  };
}

/** @throws SourceError for a record that a newer version wrote: it is left as it is. */
export function refuseNewer(record: ReviewRecord, file: string): ReviewRecord {
  if (!record.newer) return record;
  throw new SourceError('was written by a newer version of Glossa.', {
    place: { file },
    remedy: 'Update Glossa, or restore the record from git; it was left as it is.',
  });
}

function headerOf(data: z.infer<typeof headerSchema>): RecordHeader {
  const { from, checks, warned } = data;
  return { from, checks, warned, isOld: 'body' in data };
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

function fromSchema({ findings, ...rest }: z.infer<typeof lineShape>): RecordLine {
  return { ...rest, findings: findings?.map(readFinding) };
}

/** One line of a record that is laid out as we write it. */
export function parseLine(text: string): RecordLine | undefined {
  const line = schemas().line.safeParse(parseJson(text.replace(/,$/, '')));
  return line.success ? fromSchema(line.data) : undefined;
}

/** First lines that were parsed: those of a project are nearly all alike. */
const known = new Map<string, RecordHeader | undefined>();

/** The first line alone, where the record is laid out as we write it; else undefined. */
export function parseHeader(text: string): RecordHeader | undefined {
  if (!text.startsWith('[{"glossa"')) return undefined;
  const line = text.slice(1, text.indexOf('\n'));
  if (known.has(line)) return known.get(line);
  const { success, data } = headerSchema.safeParse(parseJson(line.replace(/,$/, '')));
  const header = success ? headerOf(data) : undefined;
  known.set(line, header);
  return header;
}
