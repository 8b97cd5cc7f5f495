/** Records of the first version hold hashes of 48 bits: they are read, and a line that is written anew has whole ones. */
import { formerHash, isFormerHash } from '../project/hash.ts';
import type { RecordLine, ReviewRecord } from './record.ts';

/**
 * A record with whole hashes in place of former ones, as far as it is known what they are of.
 * @param hashes of the texts that a line may speak of, now and before; only asked for where there is a former one.
 */
export function withWholeHashes(record: ReviewRecord, hashes: () => Iterable<string>): ReviewRecord {
  if (!record.lines.some(isFormer)) return record;
  const wholes = new Map<string, string>();
  for (const hash of hashes()) wholes.set(formerHash(hash), hash);
  const whole = (hash: string): string => (isFormerHash(hash) ? (wholes.get(hash) ?? hash) : hash);
  const lines = record.lines.map((line): RecordLine => {
    const { source, target, suggested } = line;
    return {
      ...line,
      source: whole(source),
      ...(target === undefined ? {} : { target: whole(target) }),
      ...(suggested === undefined ? {} : { suggested: whole(suggested) }),
    };
  });
  return { ...record, lines };
}

function isFormer({ source, target, suggested }: RecordLine): boolean {
  return [source, target, suggested].some((hash) => hash !== undefined && isFormerHash(hash));
}
