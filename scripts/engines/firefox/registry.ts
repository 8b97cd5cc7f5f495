/** Firefox's registry of models: records of Mozilla's Remote Settings, or of a mirror with the same content. */
import { z } from 'zod/mini';

/** Models of another major version have another format, which the engine would misread. */
const MAJOR = '3';

/** The files of a model that the engine takes; a shortlist (`lex`) is not among them. */
const ROLES = ['model', 'vocab', 'srcvocab', 'trgvocab'] as const;

/** Bytes of an unpacked file: the largest of Firefox's has a fifth of it. */
export const MOST_BYTES = 256_000_000;

/** The order in which architectures are preferred: `base-memory` reads as well as `base` and takes less memory. */
const ARCHITECTURES = ['base-memory', 'base', 'tiny'];

const language = z.string().check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const recordSchema = z.object({
  fileType: z.enum(ROLES),
  sourceLanguage: language,
  targetLanguage: language,
  version: z.string().check(z.regex(/^\d+(?:\.\w+)*$/)),
  architecture: z.nullish(z.string()),
  /** Of Remote Settings: for which Firefox a record is. Empty: for all. */
  filter_expression: z.nullish(z.string()),
  /** No file is taken that cannot be checked. */
  decompressedHash: sha256,
  decompressedSize: z.nullish(z.int().check(z.positive(), z.maximum(MOST_BYTES))),
  attachment: z.object({
    // A path below the attachments' address: it may not climb out of it.
    location: z.string().check(z.regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w./-]+$/)),
    size: z.int().check(z.positive()),
  }),
});

type FileRecord = z.infer<typeof recordSchema>;

export interface RemoteFile {
  readonly role: FileRecord['fileType'];
  readonly sha256: string;
  readonly location: string;
  /** Of the download, in bytes. */
  readonly size: number;
}

export interface RemoteModel {
  readonly source: string;
  readonly target: string;
  readonly version: string;
  /** `base-memory`, `base`, `tiny`; undefined where the registry does not say. */
  readonly architecture: string | undefined;
  /** One `model`, and one `vocab` or a `srcvocab` and a `trgvocab`. */
  readonly files: readonly RemoteFile[];
}

/**
 * Reads the records. Those of other file types and major versions, of versions that are not released (`3.0a1`), for
 * Firefox's test channels only, and incomplete models are left out; of several models of a pair the one of the preferred
 * architecture is taken, and of these the newest.
 * @param body the JSON document, `{ "data": [ … ] }`; undefined is returned when it is none.
 * @param architecture that goes before the others.
 */
export function readRegistry(body: unknown, architecture?: string): readonly RemoteModel[] | undefined {
  const parsed = z.object({ data: z.array(z.unknown()) }).safeParse(body);
  if (!parsed.success) return undefined;
  const groups = new Map<string, FileRecord[]>();
  for (const item of parsed.data.data) {
    const record = recordSchema.safeParse(item).data;
    if (record === undefined || record.version.split('.', 1)[0] !== MAJOR || !isReleased(record)) continue;
    const { sourceLanguage, targetLanguage, version, architecture: own } = record;
    const group = [sourceLanguage, targetLanguage, version, own ?? ''].join(' ');
    groups.set(group, [...(groups.get(group) ?? []), record]);
  }
  const best = new Map<string, FileRecord[]>();
  for (const records of groups.values()) {
    const [first] = records;
    if (first === undefined || !isComplete(records)) continue;
    const pair = `${first.sourceLanguage}-${first.targetLanguage}`;
    const known = best.get(pair)?.[0];
    if (known === undefined || isBetter(first, known, architecture)) best.set(pair, records);
  }
  return [...best.keys()].sort(order).map((pair) => modelOf(best.get(pair) ?? []));
}

function isComplete(records: readonly FileRecord[]): boolean {
  const has = (role: FileRecord['fileType']) => records.filter(({ fileType }) => fileType === role).length === 1;
  return has('model') && (has('vocab') || (has('srcvocab') && has('trgvocab')));
}

/** `env.channel == "release"`, either way round, or `env.channel in ["beta", "release"]`. */
const RELEASE =
  /env\.channel\s*==\s*["']release["']|["']release["']\s*==\s*env\.channel|env\.channel\s+in\s+\[[^\]]*["']release["']/;

function isReleased({ version, filter_expression: filter }: FileRecord): boolean {
  if (!/^\d+(?:\.\d+)*$/.test(version)) return false;
  return !filter?.includes('env.channel') || RELEASE.test(filter);
}

function isBetter(one: FileRecord, other: FileRecord, wanted: string | undefined): boolean {
  const rank = ({ architecture }: FileRecord): number => {
    const at = [wanted, ...ARCHITECTURES].indexOf(architecture ?? '');
    return at === -1 ? ARCHITECTURES.length + 1 : at;
  };
  if (rank(one) !== rank(other)) return rank(one) < rank(other);
  const [a, b] = [one, other].map(({ version }) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let part = 0; part < Math.max(a?.length ?? 0, b?.length ?? 0); part++) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return (one.architecture ?? '~') < (other.architecture ?? '~');
}

function modelOf(records: readonly FileRecord[]): RemoteModel {
  const { sourceLanguage = '', targetLanguage = '', version = '', architecture } = records[0] ?? {};
  const files = records
    .map(({ fileType, decompressedHash, attachment }) => ({ role: fileType, sha256: decompressedHash, ...attachment }))
    .sort((a, b) => order(a.role, b.role));
  return {
    source: sourceLanguage,
    target: targetLanguage,
    version,
    architecture: architecture ?? undefined,
    files,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
